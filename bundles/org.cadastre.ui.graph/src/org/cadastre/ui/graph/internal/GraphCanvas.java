package org.cadastre.ui.graph.internal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.cadastre.analysis.graph.Walk;
import org.cadastre.analysis.layout.Point;
import org.cadastre.analysis.layout.Shape;
import org.cadastre.analysis.paint.Legend;
import org.cadastre.analysis.paint.Painter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageGcDrawer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * Shows a scene: what {@link Stage} has of it, and above that the selection, what is being dragged, the legend and the overview.
 * What the mouse does is {@link Mouse}'s, what keys do is {@link Keys}'.
 */
public final class GraphCanvas extends Canvas {

    private static final int HISTORY = 100;
    private static final int MARGIN = 8;

    private final GcSurface surface = new GcSurface(getDisplay());
    private final Stage stage = new Stage(getDisplay(), () -> {
        if (!isDisposed()) {
            redraw();
        }
    });
    private final Overview overview = new Overview();
    private final Set<String> selected = new LinkedHashSet<>();
    private final Deque<Scene> history = new ArrayDeque<>();
    private Optional<Scene> scene = Optional.empty();
    private Optional<Stamp> legend = Optional.empty();
    /** Pixels, with what is free above and below; 0 without a legend. */
    private int legendHeight;
    private int legendWidth;
    private Optional<Highlight> highlight = Optional.empty();
    private Optional<Rectangle> band = Optional.empty();
    /** Nodes that are elsewhere than in the raster, as long as it was not drawn anew. */
    private Set<String> lifted = Set.of();
    private boolean dragging;
    private Consumer<String> open = id -> { };
    private Consumer<Set<String>> selection = ids -> { };
    private Runnable arranged = () -> { };
    private Runnable find = () -> { };
    private View view = new View(0, 0, 1, 1, 1);
    private boolean fitted;

    public GraphCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        setBackground(getDisplay().getSystemColor(SWT.COLOR_WHITE));
        addPaintListener(event -> draw(event.gc));
        addListener(SWT.Resize, event -> {
            Rectangle area = getClientArea();
            view = view.sized(area.width, area.height);
            if (!fitted) {
                fit();
            }
        });
        addDisposeListener(event -> {
            legend.ifPresent(Stamp::dispose);
            overview.dispose();
            surface.dispose();
            stage.dispose();
        });
        new Mouse(this);
        new Keys(this);
    }

    /** @param action gets the id of a node that was double-clicked, or that was selected when Enter was pressed */
    void onOpen(Consumer<String> action) {
        open = action;
    }

    /** @param action gets the ids of what is selected now */
    void onSelect(Consumer<Set<String>> action) {
        selection = action;
    }

    /** @param action called when a person has moved nodes, or taken that back */
    void onArranged(Runnable action) {
        arranged = action;
    }

    /** @param action called when somebody wants to search */
    void onFind(Runnable action) {
        find = action;
    }

    void find() {
        find.run();
    }

    void open(String node) {
        open.accept(node);
    }

    public void show(Scene shown) {
        scene = Optional.of(shown);
        legend.ifPresent(Stamp::dispose);
        legend = legend(new Legend(shown.picture(), Words::mark));
        legendWidth = legend.map(one -> one.image().getBounds().width).orElse(0);
        legendHeight = legend.map(one -> one.image().getBounds().height + 2 * MARGIN).orElse(0);
        stage.clear();
        history.clear();
        lifted = Set.of();
        select(List.of());
        fit();
    }

    Optional<Scene> scene() {
        return scene;
    }

    Set<String> selected() {
        return Set.copyOf(selected);
    }

    double scale() {
        return view.scale();
    }

    public View view() {
        return view;
    }

    Overview overview() {
        return overview;
    }

    /** Whether what is on the screen is all of it, at its own scale. */
    public boolean isSharp() {
        return scene.isPresent() && stage.isSharp(scene.get(), view);
    }

    public void look(View other) {
        view = other;
        redraw();
    }

    /** Pixels of a place in the picture. */
    org.eclipse.swt.graphics.Point pixels(double x, double y) {
        return new org.eclipse.swt.graphics.Point(view.x(x), view.y(y));
    }

    public void select(Collection<String> nodes) {
        selected.clear();
        selected.addAll(nodes);
        selection.accept(selected());
        highlight();
        redraw();
    }

    /** Again, since the selection or the scene is another one. */
    private void highlight() {
        highlight = scene.filter(shown -> !selected.isEmpty()).map(shown -> new Highlight(shown, selected));
    }

    void selectAll() {
        scene.ifPresent(shown -> select(shown.shapes().stream().map(shape -> shape.node().id()).toList()));
    }

    /** Selects what is one step away from the selection, too. */
    void selectNeighbours() {
        scene.ifPresent(shown -> select(new Walk(shown.picture().graph()).around(selected(), 1)));
    }

    /** Selects a shortest path, if two nodes are selected. */
    void selectPath() {
        List<String> ends = List.copyOf(selected);
        if (ends.size() == 2) {
            scene.ifPresent(shown -> select(new Walk(shown.picture().graph()).path(ends.getFirst(), ends.getLast())));
        }
    }

    /** Brings a node into the middle, large enough to read. */
    void reveal(Shape shape) {
        View near = new View(0, 0, Math.max(view.scale(), 1), view.width(), view.height());
        look(near.centred(shape.box().centerX(), shape.box().centerY()));
        select(List.of(shape.node().id()));
    }

    void fit() {
        Rectangle area = getClientArea();
        scene.map(Scene::bounds).filter(box -> area.width > 0 && area.height > 0)
                .ifPresent(box -> look(View.of(box, area.width, Math.max(1, area.height - legendHeight))
                        .sized(area.width, area.height)));
        fitted = area.width > 100 && scene.isPresent();
    }

    /** Drawn once; a frame copies it. Empty if there is nothing to explain. */
    private Optional<Stamp> legend(Legend of) {
        int width = (int) of.width() + 1;
        int height = (int) of.height() + 1;
        ImageGcDrawer drawer = (gc, imageWidth, imageHeight) -> of.draw(surface.on(gc, 1, 0, 0), new Point(0, 0));
        return of.marks().isEmpty() ? Optional.empty() : Optional.of(new Stamp(getDisplay(), new Image(getDisplay(), drawer, width, height)));
    }

    Optional<Shape> at(int x, int y) {
        return scene.flatMap(shown -> shown.at(view.left() + x / view.scale(), view.top() + y / view.scale()));
    }

    void band(Optional<Rectangle> frame) {
        band = frame;
        redraw();
    }

    /** Moves what is selected, by units of the picture from where it was when the hand took it. */
    void drag(Scene from, double dx, double dy) {
        scene = Optional.of(from.moved(selected, dx, dy));
        lifted = selected();
        dragging = true;
        highlight();
        redraw();
    }

    /** The hand lets go. */
    void drop(Scene from) {
        if (dragging) {
            history.push(from);
            if (history.size() > HISTORY) {
                history.removeLast();
            }
            dragging = false;
            arranged.run();
        }
        redraw();
    }

    /** Takes the last move of nodes back. */
    void undo() {
        Scene last = history.poll();
        if (last != null) {
            scene = Optional.of(last);
            lifted = Set.of();
            highlight();
            arranged.run();
            redraw();
        }
    }

    private void draw(GC gc) {
        Rectangle area = getClientArea();
        draw(gc, area.width, area.height);
    }

    /** One frame. */
    public void draw(GC gc, int width, int height) {
        gc.setBackground(getBackground());
        view = view.width() == width && view.height() == height ? view : view.sized(width, height);
        if (scene.isEmpty()) {
            gc.fillRectangle(0, 0, width, height);
            return;
        }
        stage.draw(gc, scene.get(), view, dragging);
        if (!lifted.isEmpty()) {
            liftedNodes(gc);
        }
        if (highlight.isPresent() && lifted.isEmpty()) {
            highlight.get().draw(gc, view, stage, surface.selected(), getBackground());
        } else if (highlight.isPresent()) {
            highlight.get().frames(gc, view, surface.selected());
        }
        if (band.isPresent()) {
            gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_BLUE));
            gc.setLineStyle(SWT.LINE_SOLID);
            gc.setLineWidth(1);
            gc.drawRectangle(band.get());
        }
        if (legend.isPresent()) {
            legend.get().draw(gc, 0, 0, legendWidth, legendHeight - 2 * MARGIN, 1, MARGIN, height - legendHeight + MARGIN);
        }
        if (stage.whole().isPresent()) {
            overview.draw(gc, stage.whole().get(), view);
        }
    }

    private void liftedNodes(GC gc) {
        Scene shown = scene.get();
        if (!dragging && stage.drawn().filter(one -> one == shown).isPresent()) {
            lifted = Set.of();
            return;
        }
        Painter painter = new Painter(surface.on(gc, view.scale(), view.left(), view.top()), view.scale());
        shown.linesAt(lifted).forEach(line -> painter.draw(line, true));
        lifted.forEach(id -> shown.shape(id).ifPresent(shape -> painter.draw(shape, true)));
    }
}
