package org.cadastre.ui.graph.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.cadastre.analysis.graph.Folding;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.layout.GraphLayout;
import org.cadastre.analysis.layout.Shape;
import org.cadastre.export.graph.GraphExport;
import org.cadastre.export.graph.GraphFormat;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * A page with a graph: what to draw, by what to fold it, search and export above, the canvas below. Devices are read and arranged
 * in the background when the page is seen first, and again when another layer or folding is chosen.
 */
final class GraphView extends Composite {

    private static final int LARGE = 1500;

    private final GraphSource source;
    private final GraphCanvas canvas;
    private final Combo layers;
    private final Combo groupings;
    private final Text search;
    private final Label status;
    private final Set<String> open = new HashSet<>();
    private Optional<Graph> graph = Optional.empty();
    private Optional<Job> work = Optional.empty();
    private List<Shape> found = List.of();
    private int next;

    GraphView(Composite parent, GraphSource source) {
        super(parent, SWT.NONE);
        this.source = source;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        Composite bar = new Composite(this, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        layers = new Combo(bar, SWT.READ_ONLY);
        source.layers().forEach(id -> layers.add(Words.layer(id)));
        layers.select(0);
        layers.setToolTipText(Words.text("layer"));
        layers.addListener(SWT.Selection, event -> read());
        layers.setVisible(source.layers().size() > 1);
        new Label(bar, SWT.NONE).setText(Words.text("fold"));
        groupings = new Combo(bar, SWT.READ_ONLY);
        groupings.add(Words.text("fold.none"));
        groupings.select(0);
        groupings.addListener(SWT.Selection, event -> {
            open.clear();
            arrange();
        });
        button(bar, "fit", this::fit);
        button(bar, "export", this::export);
        search = new Text(bar, SWT.SEARCH | SWT.ICON_CANCEL);
        search.setMessage(Words.text("search"));
        GridDataFactory.fillDefaults().hint(180, SWT.DEFAULT).applyTo(search);
        search.addListener(SWT.Modify, event -> search());
        search.addListener(SWT.DefaultSelection, event -> step());
        status = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(status);
        GridLayoutFactory.fillDefaults().numColumns(bar.getChildren().length).margins(8, 4).applyTo(bar);
        canvas = new GraphCanvas(this);
        canvas.onOpen(this::unfold);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
        canvas.addPaintListener(event -> {
            if (work.isEmpty()) {
                read();
            }
        });
        addDisposeListener(event -> work.ifPresent(Job::cancel));
    }

    private static void button(Composite bar, String word, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(Words.text(word));
        button.addListener(SWT.Selection, event -> action.run());
    }

    GraphCanvas canvas() {
        return canvas;
    }

    @Override
    public boolean setFocus() {
        return canvas.setFocus();
    }

    private void fit() {
        canvas.fit();
        canvas.setFocus();
    }

    private void read() {
        String layer = source.layers().get(Math.max(0, layers.getSelectionIndex()));
        start(monitor -> {
            Graph read = source.read(layer);
            Optional<String> folding = read.nodes().size() > LARGE ? Folding.groupings(read).stream().findFirst() : Optional.empty();
            Scene scene = arranged(read, folding, Set.of(), monitor);
            return () -> {
                graph = Optional.of(read);
                open.clear();
                groupings.removeAll();
                groupings.add(Words.text("fold.none"));
                Folding.groupings(read).forEach(groupings::add);
                groupings.select(folding.map(groupings::indexOf).orElse(0));
                show(scene);
            };
        });
    }

    /** Arranges what was read again, after another folding was chosen. */
    private void arrange() {
        graph.ifPresent(read -> {
            Optional<String> folding = grouping();
            Set<String> unfolded = Set.copyOf(open);
            start(monitor -> {
                Scene scene = arranged(read, folding, unfolded, monitor);
                return () -> show(scene);
            });
        });
    }

    private Optional<String> grouping() {
        return groupings.getSelectionIndex() > 0 ? Optional.of(groupings.getText()) : Optional.empty();
    }

    private void unfold(String node) {
        grouping().filter(by -> node.startsWith(Folding.id(by, ""))).ifPresent(by -> {
            open.add(node.substring(Folding.id(by, "").length()));
            arrange();
        });
    }

    private static Scene arranged(Graph graph, Optional<String> folding, Set<String> open, IProgressMonitor monitor)
            throws InterruptedException {
        Graph shown = folding.map(by -> Folding.fold(graph, by, open)).orElse(graph);
        return new Scene(new GraphLayout(monitor::isCanceled).place(shown));
    }

    private void show(Scene scene) {
        canvas.show(scene);
        status.setText(scene.shapes().isEmpty() ? Words.text("empty")
                : Words.text("shown", scene.shapes().size(), scene.picture().lines().size()));
        layout(true, true);
    }

    /** Something that takes its time, and what to do on the UI thread when it is done. */
    @FunctionalInterface
    private interface Task {
        Runnable run(IProgressMonitor monitor) throws Exception;
    }

    private void start(Task task) {
        work.ifPresent(Job::cancel);
        status.setText(Words.text("reading"));
        Job job = Job.create(Words.text("reading"), monitor -> {
            IStatus result = Status.OK_STATUS;
            try {
                Runnable show = task.run(monitor);
                onDisplay(monitor, show);
            } catch (InterruptedException cancelled) {
                result = Status.CANCEL_STATUS;
            } catch (Exception failed) {
                String line = Words.text("failed", Stream.of(String.valueOf(failed.getMessage()).split("\n")).findFirst().orElse(""));
                onDisplay(monitor, () -> status.setText(line));
            }
            return result;
        });
        work = Optional.of(job);
        job.schedule();
    }

    private void onDisplay(IProgressMonitor monitor, Runnable action) {
        if (!isDisposed()) {
            getDisplay().asyncExec(() -> {
                if (!isDisposed() && !monitor.isCanceled()) {
                    action.run();
                }
            });
        }
    }

    private void search() {
        found = search.getText().isBlank() ? List.of()
                : canvas.scene().map(scene -> scene.search(search.getText().strip())).orElse(List.of());
        next = 0;
        status.setText(search.getText().isBlank() ? "" : Words.text("found", found.size()));
        canvas.select(new ArrayList<>(found).stream().map(shape -> shape.node().id()).toList());
    }

    /** Shows what was found, one after the other. */
    private void step() {
        if (!found.isEmpty()) {
            canvas.scene().flatMap(scene -> scene.shape(found.get(next).node().id())).ifPresent(canvas::reveal);
            next = (next + 1) % found.size();
        }
    }

    private void export() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setFilterExtensions(Stream.of(GraphFormat.values()).map(format -> "*." + format).toArray(String[]::new));
        dialog.setFileName("graph.svg");
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null && canvas.scene().isPresent()) {
            Scene scene = canvas.scene().get();
            start(monitor -> {
                Path file = Path.of(chosen);
                String name = file.getFileName().toString();
                GraphFormat format = GraphFormat.valueOf(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
                new GraphExport().write(scene.picture(), format, file);
                return () -> status.setText(Words.text("written", file));
            });
        }
    }
}
