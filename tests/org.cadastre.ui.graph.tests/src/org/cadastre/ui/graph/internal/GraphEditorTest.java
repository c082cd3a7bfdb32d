package org.cadastre.ui.graph.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.layout.Box;
import org.cadastre.testing.EstateOnDisk;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in the editors of the running workbench, as a person uses them: an estate on disk, mouse and keyboard of the display. */
class GraphEditorTest {

    private final Display display = PlatformUI.getWorkbench().getDisplay();
    private final Hand hand = new Hand(display);
    @TempDir
    private Path directory;
    private Map<String, String> ids;

    @BeforeEach
    void fillEstate() throws Exception {
        try (EstateOnDisk estate = new EstateOnDisk(directory)) {
            OfficeEstate.fill(estate);
            ids = estate.estate().snapshots().stream().collect(Collectors.toMap(one -> one.label(), one -> one.id()));
        }
        hand.until("the window", () -> PlatformUI.getWorkbench().getActiveWorkbenchWindow() != null && shell().isVisible());
        hand.on(() -> {
            shell().setBounds(10, 20, 1400, 900);
            shell().forceActive();
            return null;
        });
    }

    @AfterEach
    void close() throws Exception {
        hand.on(() -> PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().closeAllEditors(false));
    }

    private static Shell shell() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
    }

    @Test
    void theComparisonShowsWhatChangedInTheWholeEstate() throws Exception {
        open("org.cadastre.ui.comparison", Map.of("before", ids.get("before"), "beforeLabel", "before", "after", ids.get("after"),
                "afterLabel", "after"));
        GraphView graph = page(Words.text("page.graph"));
        Map<String, Mark> marks = hand.on(() -> graph.canvas().scene().orElseThrow().shapes().stream()
                .collect(Collectors.toMap(shape -> shape.node().label(), shape -> shape.node().mark())));
        assertEquals(Mark.ADDED, marks.get("pc10"), marks::toString);
        assertEquals(Mark.CHANGED, marks.get("pc3"), marks::toString);
        assertEquals(Mark.UNCHANGED, marks.get("pc1"), marks::toString);
        assertEquals(Mark.UNKNOWN, marks.get("pc9"), () -> "no answer proves nothing: " + marks);
        hand.photographs("graph-comparison");
        choose(graph, Words.layer("containment"));
        hand.until("the virtual machine on its new host", () -> graph.canvas().scene().orElseThrow().picture().graph().edges()
                .stream().anyMatch(edge -> edge.mark() == Mark.MOVED));
        hand.photographs("graph-comparison-containment");
    }

    @Test
    void nodesAreSelectedDraggedAndPutBackByMouseAndKeyboard() throws Exception {
        GraphView graph = topology();
        Box before = box(graph, "pc5");
        hand.clicks(place(graph, "pc5"));
        hand.until("pc5 is selected", () -> graph.canvas().selected().equals(Set.of(OfficeEstate.id("pc5"))));
        hand.until("its details", () -> texts(graph).stream().anyMatch(text -> text.contains("198.51.100.5")));
        Point at = place(graph, "pc5");
        hand.drags(at, new Point(at.x + 40, at.y + 70));
        hand.until("pc5 is elsewhere", () -> shape(graph, "pc5").y() > before.y() + 10);
        hand.photographs("graph-dragged");
        hand.presses("ctrl+z");
        hand.until("pc5 is back", () -> Math.abs(shape(graph, "pc5").y() - before.y()) < 0.01);
        hand.presses("n");
        hand.until("its subnet is selected too", () -> graph.canvas().selected().size() == 2);
        hand.presses("Escape");
        hand.until("nothing is selected", () -> graph.canvas().selected().isEmpty());
        double scale = hand.on(() -> graph.canvas().scale());
        hand.presses("plus");
        hand.until("larger", () -> graph.canvas().scale() > scale);
        hand.presses("0");
        hand.until("all of it", () -> Math.abs(graph.canvas().scale() - scale) < 0.001);
    }

    @Test
    void groupsAreFoldedUnfoldedAndFoldedAgain() throws Exception {
        GraphView graph = topology();
        int all = count(graph);
        choose(graph, Words.grouping("subnet"));
        hand.until("two groups", () -> count(graph) == 2);
        hand.photographs("graph-folded");
        hand.moves(place(graph, "198.51.100.0/24"));
        hand.does("click", "--repeat", "2", "--delay", "80", "1");
        hand.until("one of them is open", () -> count(graph) > 2 && count(graph) < all);
        hand.moves(place(graph, "pc5"));
        hand.does("click", "--repeat", "2", "--delay", "80", "1");
        hand.until("folded again", () -> count(graph) == 2);
    }

    @Test
    void aNameIsFoundFromTheKeyboard() throws Exception {
        GraphView graph = topology();
        hand.clicks(place(graph, "pc1"));
        hand.presses("ctrl+f");
        hand.does("type", "vm-host-2");
        hand.until("it is selected", () -> graph.canvas().selected().equals(Set.of(OfficeEstate.id("vm-host-2"))));
        hand.presses("Return");
        hand.until("it is in the middle", () -> {
            Box box = shape(graph, "vm-host-2");
            Rectangle area = graph.canvas().getClientArea();
            Point middle = graph.canvas().pixels(box.centerX(), box.centerY());
            return Math.abs(middle.x - area.width / 2) < 3 && Math.abs(middle.y - area.height / 2) < 3;
        });
    }

    @Test
    void theWheelZoomsToThePointer() throws Exception {
        GraphView graph = topology();
        double scale = hand.on(() -> graph.canvas().scale());
        Point before = place(graph, "pc5");
        hand.moves(before);
        hand.does("click", "4");
        hand.until("larger", () -> graph.canvas().scale() > scale);
        Point after = place(graph, "pc5");
        assertTrue(Math.abs(after.x - before.x) <= 1 && Math.abs(after.y - before.y) <= 1, before + " is now " + after);
        hand.does("click", "5");
        hand.until("as before", () -> Math.abs(graph.canvas().scale() - scale) < 0.001);
    }

    /** The platform's own dialog of files, too. */
    @Test
    void thePictureIsExportedByTheButton() throws Exception {
        GraphView graph = topology();
        hand.moves(hand.on(() -> {
            Button button = all(graph, Button.class).stream().filter(one -> one.getText().equals(Words.text("export"))).findFirst().orElseThrow();
            return button.toDisplay(button.getSize().x / 2, button.getSize().y / 2);
        }));
        hand.sends("click", "1");
        hand.awaitsWindow(Words.text("export.title"));
        Path file = directory.resolve("picture.svg");
        hand.sends("key", "ctrl+a");
        hand.sends("type", "--delay", "20", file.toString());
        hand.sends("key", "Return");
        hand.until("the file", () -> graph.status().contains("picture.svg"));
        assertTrue(Files.readString(file).contains(">pc5<"), "the graph is in the file");
    }

    @Test
    void theSnapshotHasPagesOfCommunicationAndContainmentToo() throws Exception {
        open("org.cadastre.ui.snapshot", Map.of("id", ids.get("after"), "label", "after"));
        GraphView containment = page(Words.layer("containment"));
        assertTrue(hand.on(() -> containment.canvas().scene().orElseThrow().search("mail")).size() == 1);
        hand.photographs("graph-containment");
        page(Words.layer("communication"));
        hand.photographs("graph-communication");
    }

    private GraphView topology() throws Exception {
        open("org.cadastre.ui.snapshot", Map.of("id", ids.get("after"), "label", "after"));
        return page(Words.layer("topology"));
    }

    /** Opens an editor as the workbench does it when it is started again. */
    private void open(String editor, Map<String, String> input) throws Exception {
        hand.on(() -> {
            XMLMemento memento = XMLMemento.createWriteRoot("input");
            memento.putString("estate", directory.toString());
            input.forEach(memento::putString);
            var opened = (IEditorInput) PlatformUI.getWorkbench().getElementFactory("org.cadastre.ui.inputs").createElement(memento);
            return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().openEditor(opened, editor);
        });
    }

    /** Clicks on a tab, and waits until its graph is drawn. */
    private GraphView page(String title) throws Exception {
        hand.until("the tab " + title, () -> tab(title) != null);
        hand.clicks(hand.on(() -> {
            CTabItem tab = tab(title);
            Rectangle bounds = tab.getBounds();
            return tab.getParent().toDisplay(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
        }));
        hand.until("the graph of " + title, () -> !views().isEmpty() && views().getFirst().canvas().scene().isPresent()
                && views().getFirst().canvas().isSharp());
        return hand.on(() -> views().getFirst());
    }

    private static CTabItem tab(String title) {
        return all(shell(), CTabFolder.class).stream().flatMap(folder -> List.of(folder.getItems()).stream())
                .filter(item -> item.getText().equals(title)).findFirst().orElse(null);
    }

    private static List<GraphView> views() {
        return all(shell(), GraphView.class);
    }

    private static List<String> texts(GraphView graph) {
        return all(graph, Text.class).stream().map(Text::getText).toList();
    }

    private static <T extends Control> List<T> all(Control below, Class<T> type) {
        List<T> found = new ArrayList<>();
        if (type.isInstance(below) && below.isVisible()) {
            found.add(type.cast(below));
        }
        if (below instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                found.addAll(all(child, type));
            }
        }
        return found;
    }

    /** Chooses an entry of a list above the graph with the arrow keys. */
    private void choose(GraphView graph, String entry) throws Exception {
        Combo list = hand.on(() -> all(graph, Combo.class).stream().filter(combo -> combo.indexOf(entry) >= 0).findFirst()
                .orElseThrow());
        hand.on(list::setFocus);
        int steps = hand.on(() -> list.indexOf(entry) - list.getSelectionIndex());
        hand.presses("space");
        for (int i = 0; i < Math.abs(steps); i++) {
            hand.presses(steps > 0 ? "Down" : "Up");
        }
        hand.presses("Return");
        hand.until(entry + " is chosen", () -> list.getText().equals(entry));
    }

    private static int count(GraphView graph) {
        return graph.canvas().scene().orElseThrow().shapes().size();
    }

    private static Box shape(GraphView graph, String label) {
        return graph.canvas().scene().orElseThrow().shapes().stream().filter(shape -> shape.node().label().equals(label))
                .findFirst().orElseThrow().box();
    }

    private Box box(GraphView graph, String label) throws Exception {
        return hand.on(() -> shape(graph, label));
    }

    /** On the screen. */
    private Point place(GraphView graph, String label) throws Exception {
        return hand.on(() -> {
            Box box = shape(graph, label);
            return graph.canvas().toDisplay(graph.canvas().pixels(box.centerX(), box.centerY()));
        });
    }
}
