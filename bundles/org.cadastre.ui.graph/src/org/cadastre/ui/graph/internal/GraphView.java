package org.cadastre.ui.graph.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cadastre.analysis.graph.Folding;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.layout.GraphLayout;
import org.cadastre.analysis.layout.Picture;
import org.cadastre.analysis.layout.RememberedPlaces;
import org.cadastre.analysis.layout.Shape;
import org.cadastre.analysis.layout.Style;
import org.cadastre.export.graph.GraphExport;
import org.cadastre.export.graph.GraphFormat;
import org.cadastre.ui.pages.SearchablePage;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.printing.PrintDialog;
import org.eclipse.swt.printing.PrinterData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.osgi.framework.FrameworkUtil;

/**
 * A page with a graph: what to draw, by what to fold it, search and export above, the canvas below. Devices are read and arranged
 * in the background when the page is seen first, and again when another layer or folding is chosen.
 */
final class GraphView extends Composite implements SearchablePage {

    private static final int LARGE = 1500;

    private final GraphSource source;
    private final PlaceStore store;
    private final GraphCanvas canvas;
    private final Combo layers;
    private final Combo groupings;
    private final Combo styles;
    private final Text search;
    private final Text details;
    private final Button cancel;
    private final Label status;
    private final Set<String> open = new HashSet<>();
    private Optional<Graph> graph = Optional.empty();
    private List<String> groupingIds = List.of();
    private List<String> placesFor = List.of();
    private Optional<Job> work = Optional.empty();
    private List<Shape> found = List.of();
    private int next;

    GraphView(Composite parent, GraphSource source) {
        this(parent, source, new PlaceStore(Platform.getStateLocation(FrameworkUtil.getBundle(GraphView.class)).toPath()));
    }

    GraphView(Composite parent, GraphSource source, PlaceStore store) {
        super(parent, SWT.NONE);
        this.source = source;
        this.store = store;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        Composite bar = new Composite(this, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        layers = new Combo(bar, SWT.READ_ONLY);
        source.layers().forEach(id -> layers.add(Words.layer(id)));
        layers.select(0);
        layers.setToolTipText(Words.text("layer"));
        layers.addListener(SWT.Selection, event -> read());
        if (source.layers().size() < 2) {
            layers.setVisible(false);
            layers.setLayoutData(RowDataFactory.swtDefaults().exclude(true).create());
        }
        new Label(bar, SWT.NONE).setText(Words.text("fold"));
        groupings = new Combo(bar, SWT.READ_ONLY);
        groupings.setToolTipText(Words.text("fold"));
        groupings.add(Words.text("fold.none"));
        groupings.select(0);
        groupings.addListener(SWT.Selection, event -> {
            open.clear();
            arrange();
        });
        new Label(bar, SWT.NONE).setText(Words.text("style"));
        styles = new Combo(bar, SWT.READ_ONLY);
        styles.setToolTipText(Words.text("style"));
        Stream.of(Style.values()).forEach(style -> styles.add(Words.style(style)));
        styles.select(0);
        styles.addListener(SWT.Selection, event -> arrange());
        button(bar, "fit", this::fit);
        button(bar, "again", this::arrangeAnew);
        button(bar, "export", this::export);
        button(bar, "print", this::print);
        search = new Text(bar, SWT.SEARCH | SWT.ICON_CANCEL);
        search.setMessage(Words.text("search"));
        search.setLayoutData(RowDataFactory.swtDefaults().hint(160, SWT.DEFAULT).create());
        search.addListener(SWT.Modify, event -> search());
        search.addListener(SWT.DefaultSelection, event -> step());
        bar.setLayout(RowLayoutFactory.fillDefaults().wrap(true).center(true).margins(8, 4).spacing(6).create());
        SashForm parts = new SashForm(this, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(parts);
        canvas = new GraphCanvas(parts);
        details = new Text(parts, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        details.setText(Words.text("details.none"));
        details.setToolTipText(Words.text("details"));
        parts.setWeights(5, 1);
        Composite foot = new Composite(this, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(foot);
        status = new Label(foot, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(status);
        cancel = button(foot, "cancel", this::cancel);
        cancel.setVisible(false);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 2).applyTo(foot);
        canvas.onSelect(ids -> details.setText(ids.isEmpty() ? Words.text("details.none")
                : canvas.scene().map(scene -> NodeDetails.of(scene, ids)).orElse("")));
        canvas.onArranged(this::remember);
        canvas.onFind(this::focusSearch);
        canvas.onOpen(this::unfold);
        canvas.addPaintListener(event -> {
            if (work.isEmpty()) {
                read();
            }
        });
        addDisposeListener(event -> work.ifPresent(Job::cancel));
    }

    private static Button button(Composite bar, String word, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(Words.text(word));
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    GraphCanvas canvas() {
        return canvas;
    }

    @Override
    public boolean setFocus() {
        return canvas.setFocus();
    }

    @Override
    public void focusSearch() {
        search.setFocus();
        search.selectAll();
    }

    private void fit() {
        canvas.fit();
        canvas.setFocus();
    }

    private String layer() {
        return source.layers().get(Math.max(0, layers.getSelectionIndex()));
    }

    private Style style() {
        return Style.values()[styles.getSelectionIndex()];
    }

    private void read() {
        String layer = layer();
        Style style = style();
        start(monitor -> {
            Graph read = source.read(layer);
            List<String> ids = Folding.groupings(read);
            Optional<String> folding = read.nodes().size() > LARGE ? ids.stream().findFirst() : Optional.empty();
            List<String> what = List.of(source.estate(), layer, style.name(), folding.orElse(""));
            Scene scene = arranged(read, folding, Set.of(), style, what, monitor);
            return () -> {
                graph = Optional.of(read);
                open.clear();
                groupingIds = ids;
                groupings.removeAll();
                groupings.add(Words.text("fold.none"));
                ids.forEach(id -> groupings.add(Words.grouping(id)));
                groupings.select(folding.map(by -> ids.indexOf(by) + 1).orElse(0));
                show(scene, what);
            };
        });
    }

    /** Arranges what was read again, after another folding or style was chosen. */
    private void arrange() {
        if (graph.isEmpty()) {
            read();
            return;
        }
        Graph read = graph.get();
        String layer = layer();
        Style style = style();
        Optional<String> folding = grouping();
        Set<String> unfolded = Set.copyOf(open);
        start(monitor -> {
            List<String> what = List.of(source.estate(), layer, style.name(), folding.orElse(""));
            Scene scene = arranged(read, folding, unfolded, style, what, monitor);
            return () -> show(scene, what);
        });
    }

    private void arrangeAnew() {
        try {
            store.forget(placesFor);
            arrange();
        } catch (IOException failed) {
            status.setText(Words.text("failed", failed.getMessage()));
        }
    }

    /** A node stays where a person put it, in other snapshots and on other days. */
    private void remember() {
        canvas.scene().ifPresent(scene -> {
            try {
                store.write(placesFor, RememberedPlaces.of(scene.picture()));
            } catch (IOException failed) {
                status.setText(Words.text("failed", failed.getMessage()));
            }
        });
    }

    private Optional<String> grouping() {
        return groupings.getSelectionIndex() > 0 ? Optional.of(groupingIds.get(groupings.getSelectionIndex() - 1))
                : Optional.empty();
    }

    /** Unfolds a folded group, or folds the group of a node again. */
    private void unfold(String node) {
        grouping().ifPresent(by -> {
            String prefix = Folding.id(by, "");
            boolean changed = node.startsWith(prefix) ? open.add(node.substring(prefix.length()))
                    : canvas.scene().flatMap(scene -> scene.shape(node)).map(shape -> shape.node().groups().get(by))
                            .filter(open::remove).isPresent();
            if (changed) {
                arrange();
            }
        });
    }

    private Scene arranged(Graph read, Optional<String> folding, Set<String> unfolded, Style style, List<String> what,
            IProgressMonitor monitor) throws InterruptedException {
        Graph shown = folding.map(by -> Folding.fold(read, by, unfolded)).orElse(read);
        Picture picture = new GraphLayout(style, monitor::isCanceled).place(Words.labels(shown));
        return new Scene(RememberedPlaces.restore(picture, store.read(what)));
    }

    private void show(Scene scene, List<String> what) {
        placesFor = what;
        canvas.show(scene);
        remember();
        status.setText(scene.shapes().isEmpty() ? Words.text("empty")
                : Words.text("shown", scene.shapes().size(), scene.picture().lines().size()));
    }

    /** Something that takes its time, and what to do on the UI thread when it is done. */
    @FunctionalInterface
    private interface Task {
        Runnable run(IProgressMonitor monitor) throws Exception;
    }

    private void start(Task task) {
        work.ifPresent(Job::cancel);
        status.setText(Words.text("reading"));
        cancel.setVisible(true);
        Job job = Job.create(Words.text("reading"), monitor -> {
            IStatus result = Status.OK_STATUS;
            try {
                Runnable show = task.run(monitor);
                done(monitor, show);
            } catch (InterruptedException cancelled) {
                result = Status.CANCEL_STATUS;
            } catch (Exception failed) {
                String line = Words.text("failed", Stream.of(String.valueOf(failed.getMessage()).split("\n")).findFirst().orElse(""));
                done(monitor, () -> status.setText(line));
            }
            return result;
        });
        work = Optional.of(job);
        job.schedule();
    }

    private void cancel() {
        work.ifPresent(Job::cancel);
        cancel.setVisible(false);
        status.setText(Words.text("cancelled"));
    }

    private void done(IProgressMonitor monitor, Runnable action) {
        if (!isDisposed()) {
            getDisplay().asyncExec(() -> {
                if (!isDisposed() && !monitor.isCanceled()) {
                    cancel.setVisible(false);
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
        dialog.setText(Words.text("export.title"));
        dialog.setFilterExtensions(Stream.of(GraphFormat.values()).map(format -> "*." + format).toArray(String[]::new));
        dialog.setFileName("graph.svg");
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            export(Path.of(chosen));
        }
    }

    void export(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        Optional<GraphFormat> format = Stream.of(GraphFormat.values()).filter(one -> name.endsWith("." + one)).findFirst();
        if (format.isEmpty()) {
            status.setText(Words.text("noFormat", file.getFileName(),
                    Stream.of(GraphFormat.values()).map(one -> "." + one).collect(Collectors.joining(", "))));
            return;
        }
        canvas.scene().ifPresent(scene -> start(monitor -> {
            new GraphExport(Words::mark).write(scene.picture(), format.get(), file);
            return () -> status.setText(Words.text("written", file));
        }));
    }

    private void print() {
        PrinterData data = new PrintDialog(getShell()).open();
        if (data != null) {
            canvas.scene().ifPresent(scene -> GraphPrint.print(data, Words.layer(layer()), scene.picture()));
        }
    }

    String status() {
        return status.getText();
    }
}
