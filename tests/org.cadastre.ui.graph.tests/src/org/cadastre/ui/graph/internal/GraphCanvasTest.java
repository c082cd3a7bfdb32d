package org.cadastre.ui.graph.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.management.ObjectName;

import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Edge.Certainty;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.graph.Node;
import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.GraphLayout;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The canvas in a real window, with real events of mouse and keyboard. */
class GraphCanvasTest {

    private static final int FRAMES = 40;

    private final Display display = PlatformUI.getWorkbench().getDisplay();
    @TempDir
    private Path directory;
    private Shell shell;
    private GraphView view;

    @BeforeEach
    void open() throws Exception {
        onDisplay(() -> {
            shell = new Shell(display, SWT.SHELL_TRIM | SWT.ON_TOP);
            shell.setLayout(new FillLayout());
            shell.setBounds(20, 20, 900, 600);
            view = new GraphView(shell, new GraphSource() {

                @Override
                public List<String> layers() {
                    return List.of("topology");
                }

                @Override
                public Graph read(String layer) {
                    return graph();
                }

                @Override
                public String estate() {
                    return "sample";
                }
            }, new PlaceStore(directory));
            shell.open();
            return null;
        });
        until(() -> view.canvas().scene().isPresent());
    }

    @AfterEach
    void close() throws Exception {
        onDisplay(() -> {
            shell.dispose();
            return null;
        });
    }

    private static Graph graph() {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(node("core", "switch", "a", Mark.UNCHANGED));
        for (int i = 0; i < 3; i++) {
            nodes.add(node("pc" + i, "host", "b", Mark.values()[i]));
            edges.add(new Edge("e" + i, "link", "core", "p" + i, "pc" + i, "", "p" + i, Certainty.CERTAIN, Set.of(), Set.of(),
                    List.of(), Mark.values()[i]));
        }
        return new Graph("topology", nodes, edges, List.of(), edge -> false);
    }

    private static Node node(String name, String kind, String site, Mark mark) {
        return new Node(name, name, kind, Optional.empty(), Map.of("site", site, "kind", kind), List.of(kind + " " + name), mark, 1);
    }

    @Test
    void aClickSelectsADragMovesAndUndoTakesItBack() throws Exception {
        Box before = box("pc1");
        Point at = place("pc1");
        mouseMove(at.x, at.y);
        mouse("mousedown", "1");
        mouseMove(at.x + 30, at.y + 40);
        mouseMove(at.x + 60, at.y + 90);
        mouse("mouseup", "1");
        until(() -> view.canvas().selected().equals(Set.of("pc1")));
        until(() -> view.canvas().scene().orElseThrow().shape("pc1").orElseThrow().box().y() > before.y() + 20);
        onDisplay(() -> {
            view.canvas().undo();
            return null;
        });
        assertEquals(before.x(), box("pc1").x(), 0.01);
        assertEquals(before.y(), box("pc1").y(), 0.01);
    }

    @Test
    void zoomKeepsThePlaceUnderThePointerAndFitShowsAll() throws Exception {
        double before = onDisplay(() -> view.canvas().scale());
        Box box = box("pc2");
        Point at = onDisplay(() -> view.canvas().pixels(box.centerX(), box.centerY()));
        Point screen = place("pc2");
        mouseMove(screen.x, screen.y);
        mouse("click", "4");
        until(() -> Math.abs(view.canvas().scale() - 1.25 * before) < 0.001);
        Point after = onDisplay(() -> view.canvas().pixels(box.centerX(), box.centerY()));
        assertTrue(Math.abs(after.x - at.x) <= 1 && Math.abs(after.y - at.y) <= 1, after + " was " + at);
        key('0');
        until(() -> Math.abs(view.canvas().scale() - before) < 0.001);
    }

    @Test
    void theKeyboardSelectsNeighbours() throws Exception {
        Point at = place("pc0");
        mouseMove(at.x, at.y);
        mouse("click", "1");
        until(() -> view.canvas().selected().equals(Set.of("pc0")));
        key('n');
        until(() -> view.canvas().selected().equals(Set.of("pc0", "core")));
    }

    @Test
    void whatChangedIsDrawnInItsColour() throws Exception {
        until(() -> view.canvas().isSharp());
        Set<Integer> colours = onDisplay(() -> {
            Image image = new Image(display, 800, 500);
            GC gc = new GC(image);
            view.canvas().draw(gc, 800, 500);
            gc.dispose();
            var data = image.getImageData();
            Set<Integer> found = new HashSet<>();
            for (int y = 0; y < data.height; y++) {
                for (int x = 0; x < data.width; x++) {
                    var rgb = data.palette.getRGB(data.getPixel(x, y));
                    found.add(rgb.red << 16 | rgb.green << 8 | rgb.blue);
                }
            }
            image.dispose();
            return found;
        });
        assertTrue(colours.contains(0x007A59), "added");
        assertTrue(colours.contains(0xC44E00), "removed");
    }

    /** Of all frames of panning, with a selection: what SWT itself needs, and no copy of the picture. */
    @Test
    void aFrameMakesHardlyAnObject() throws Exception {
        until(() -> view.canvas().isSharp());
        double bytes = onDisplay(() -> {
            view.canvas().select(List.of("core"));
            Image image = new Image(display, 800, 500);
            GC gc = new GC(image);
            pan(gc);
            long before = allocated();
            pan(gc);
            long after = allocated();
            gc.dispose();
            image.dispose();
            return (after - before) / (double) FRAMES;
        });
        assertTrue(bytes < 30_000, bytes + " bytes a frame");
    }

    private void pan(GC gc) {
        for (int i = 0; i < FRAMES; i++) {
            view.canvas().look(view.canvas().view().panned(i < FRAMES / 2 ? 3 : -3, 0));
            view.canvas().draw(gc, 800, 500);
        }
    }

    /** Bytes that this thread has taken from the heap so far. */
    private static long allocated() throws Exception {
        return (Long) ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                "getThreadAllocatedBytes", new Object[] { Thread.currentThread().threadId() }, new String[] { "long" });
    }

    @Test
    void thePageThatIsPrintedHoldsThePictureAndItsLegend() throws Exception {
        long coloured = onDisplay(() -> {
            Image image = new Image(display, 1000, 700);
            GC gc = new GC(image);
            GcSurface surface = new GcSurface(display);
            GraphPrint.draw(gc, surface, image.getBounds(), view.canvas().scene().orElseThrow().picture());
            surface.dispose();
            gc.dispose();
            var data = image.getImageData();
            image.dispose();
            // In the lowest part is the legend alone: a sign of what was added.
            return IntStream.range(data.width * (data.height - 60), data.width * data.height).mapToObj(i -> data.palette.getRGB(
                    data.getPixel(i % data.width, i / data.width))).filter(rgb -> (rgb.red << 16 | rgb.green << 8 | rgb.blue) == 0x007A59).count();
        });
        assertTrue(coloured > 20, coloured + " pixels of the legend");
    }

    @Test
    void inAThicketAllButTheLinesOfTheSelectionFades() throws Exception {
        onDisplay(() -> {
            view.canvas().show(new Scene(new GraphLayout().place(mesh())));
            return null;
        });
        until(() -> view.canvas().isSharp());
        long before = dark();
        onDisplay(() -> {
            view.canvas().select(List.of("m7"));
            return null;
        });
        long after = dark();
        assertTrue(before > 5000 && after < before / 4, before + " dark pixels, then " + after);
    }

    /** Pixels of a frame as dark as a line that is not faded. */
    private long dark() throws Exception {
        return onDisplay(() -> {
            Image image = new Image(display, 800, 500);
            GC gc = new GC(image);
            view.canvas().draw(gc, 800, 500);
            gc.dispose();
            var data = image.getImageData();
            image.dispose();
            new File("target").mkdirs();
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] { data };
            loader.save("target/graph-mesh-selected.png", SWT.IMAGE_PNG);
            return IntStream.range(0, data.width * data.height).mapToObj(i -> data.palette.getRGB(data.getPixel(i % data.width, i / data.width)))
                    .filter(rgb -> rgb.red + rgb.green + rgb.blue < 540).count();
        });
    }

    private static Graph mesh() {
        List<Node> nodes = IntStream.range(0, 60).mapToObj(i -> node("m" + i, "switch", "a", Mark.UNCHANGED)).toList();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = 0; j < i; j++) {
                edges.add(new Edge(i + "-" + j, "link", "m" + i, "", "m" + j, "", "", Certainty.CERTAIN, Set.of(), Set.of(), List.of(),
                        Mark.UNCHANGED));
            }
        }
        return new Graph("topology", nodes, edges, List.of(), edge -> false);
    }

    @Test
    void aNodeStaysWhereItWasDraggedWhenThePageIsOpenedAgain() throws Exception {
        Point at = place("pc2");
        mouseMove(at.x, at.y);
        mouse("mousedown", "1");
        mouseMove(at.x + 20, at.y + 30);
        mouseMove(at.x + 50, at.y + 80);
        mouse("mouseup", "1");
        until(() -> !new PlaceStore(directory).read(List.of("sample", "topology", "LAYERED", "")).isEmpty());
        Box dragged = box("pc2");
        close();
        open();
        assertEquals(dragged.x(), box("pc2").x(), 0.01);
        assertEquals(dragged.y(), box("pc2").y(), 0.01);
    }

    @Test
    void aRubberBandSelectsWhatItTouches() throws Exception {
        Box all = box("pc0").union(box("pc1")).union(box("pc2")).grown(8);
        Point start = onDisplay(() -> view.canvas().toDisplay(view.canvas().pixels(all.x(), all.y())));
        Point end = onDisplay(
                () -> view.canvas().toDisplay(view.canvas().pixels(all.x() + all.width(), all.y() + all.height())));
        mouseMove(start.x, start.y);
        mouse("keydown", "shift");
        mouse("mousedown", "1");
        mouseMove(start.x + 50, start.y + 10);
        mouseMove(end.x, end.y);
        mouse("mouseup", "1");
        mouse("keyup", "shift");
        until(() -> view.canvas().selected().equals(Set.of("pc0", "pc1", "pc2")));
    }

    @Test
    void anUnknownEndingIsToldAndAKnownOneWritten() throws Exception {
        onDisplay(() -> {
            view.export(directory.resolve("picture.bmp"));
            return null;
        });
        assertTrue(onDisplay(() -> view.status()).contains(".svg"));
        Path file = directory.resolve("picture.svg");
        onDisplay(() -> {
            view.export(file);
            return null;
        });
        until(() -> view.status().contains("picture.svg"));
        assertTrue(Files.readString(file).contains(">pc1<"));
    }

    private Box box(String node) throws Exception {
        return onDisplay(() -> view.canvas().scene().orElseThrow().shape(node).orElseThrow().box());
    }

    /** On the screen. */
    private Point place(String node) throws Exception {
        Box box = box(node);
        return onDisplay(() -> view.canvas().toDisplay(view.canvas().pixels(box.centerX(), box.centerY())));
    }

    /** What a hand would do: events of the X server, through xdotool(1). */
    private void mouse(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(words));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), () -> String.join(" ", command));
        settle();
    }

    private void mouseMove(int x, int y) throws Exception {
        mouse("mousemove", String.valueOf(x), String.valueOf(y));
    }

    /** Without a window manager no window has the keyboard, so the key goes to the canvas itself. */
    private void key(char character) throws Exception {
        onDisplay(() -> {
            Event event = new Event();
            event.character = character;
            event.keyCode = character;
            view.canvas().notifyListeners(SWT.KeyDown, event);
            return null;
        });
    }

    private void settle() throws Exception {
        Thread.sleep(60);
        onDisplay(() -> null);
    }

    private <T> T onDisplay(Callable<T> action) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        display.asyncExec(() -> {
            try {
                result.complete(action.call());
            } catch (Throwable failed) {
                result.completeExceptionally(failed);
            }
        });
        return result.get(20, TimeUnit.SECONDS);
    }

    private void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!onDisplay(condition)) {
            assertTrue(System.nanoTime() < end, () -> "did not happen; selected: " + view.canvas().selected());
            Thread.sleep(20);
        }
    }
}
