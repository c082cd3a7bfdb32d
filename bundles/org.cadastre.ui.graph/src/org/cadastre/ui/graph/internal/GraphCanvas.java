package org.cadastre.ui.graph.internal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.cadastre.analysis.graph.Walk;
import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Line;
import org.cadastre.analysis.layout.Shape;
import org.cadastre.analysis.paint.Painter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * Shows a scene. Wheel: zoom to the pointer. Drag on the background: pan; with Shift: a rubber band; on a node: move what is
 * selected. Keys: arrows pan, + and - zoom, 0 shows all, n selects the neighbours too, p the path between two selected nodes,
 * Ctrl+Z takes the last move back, Ctrl+A selects all, Escape nothing. Double click: {@link #onOpen}.
 */
final class GraphCanvas extends Canvas {

    private static final double STEP = 1.25;
    private static final double LEAST = 0.005;
    private static final double MOST = 4;
    private static final int PAN = 60;
    private static final int CLICK = 3;

    private final GcSurface surface = new GcSurface(getDisplay());
    private final Set<String> selected = new LinkedHashSet<>();
    private final Deque<Move> moves = new ArrayDeque<>();
    private Optional<Scene> scene = Optional.empty();
    private Consumer<String> open = id -> { };
    private double scale = 1;
    private double left;
    private double top;
    private boolean fitted;
    private Optional<Drag> drag = Optional.empty();

    private enum DragKind {
        PAN, BAND, NODES
    }

    /** Where the pointer went down, and where it is, in pixels. */
    private record Drag(DragKind kind, int startX, int startY, int x, int y) {
    }

    private record Move(Set<String> nodes, double dx, double dy) {
    }

    GraphCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        setBackground(getDisplay().getSystemColor(SWT.COLOR_WHITE));
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.Resize, event -> {
            if (!fitted) {
                fit();
            }
        });
        addDisposeListener(event -> surface.dispose());
        addMouseWheelListener(event -> zoom(event.count > 0 ? STEP : 1 / STEP, event.x, event.y));
        addListener(SWT.MouseDown, event -> down(event.x, event.y, event.stateMask, event.button));
        addMouseMoveListener(this::moved);
        addListener(SWT.MouseUp, event -> up());
        addListener(SWT.MouseDoubleClick, event -> at(event.x, event.y).ifPresent(shape -> open.accept(shape.node().id())));
        addKeyListener(KeyListener.keyPressedAdapter(this::key));
    }

    /** @param action gets the id of a node that was double-clicked */
    void onOpen(Consumer<String> action) {
        open = action;
    }

    void show(Scene shown) {
        scene = Optional.of(shown);
        moves.clear();
        selected.clear();
        fit();
    }

    Optional<Scene> scene() {
        return scene;
    }

    Set<String> selected() {
        return Set.copyOf(selected);
    }

    double scale() {
        return scale;
    }

    /** Pixels of a place in the picture; for tests and tooltips. */
    org.eclipse.swt.graphics.Point pixels(double x, double y) {
        return new org.eclipse.swt.graphics.Point((int) Math.round((x - left) * scale), (int) Math.round((y - top) * scale));
    }

    void select(Collection<String> nodes) {
        selected.clear();
        selected.addAll(nodes);
        redraw();
    }

    /** Brings a node into the middle, large enough to read. */
    void reveal(Shape shape) {
        scale = Math.max(scale, 1);
        Rectangle area = getClientArea();
        left = shape.box().centerX() - area.width / 2d / scale;
        top = shape.box().centerY() - area.height / 2d / scale;
        select(List.of(shape.node().id()));
    }

    void fit() {
        Rectangle area = getClientArea();
        scene.map(Scene::bounds).filter(box -> area.width > 0 && area.height > 0).ifPresent(box -> {
            scale = Math.clamp(Math.min(area.width / box.width(), area.height / box.height()), LEAST, 1.5);
            left = box.centerX() - area.width / 2d / scale;
            top = box.centerY() - area.height / 2d / scale;
            redraw();
        });
        fitted = area.width > 100 && scene.isPresent();
    }

    /** The place under the pointer stays where it is. */
    void zoom(double factor, int x, int y) {
        double next = Math.clamp(scale * factor, LEAST, MOST);
        left += x / scale - x / next;
        top += y / scale - y / next;
        scale = next;
        redraw();
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(getBackground());
        gc.fillRectangle(area);
        scene.ifPresent(shown -> draw(gc, shown, area.width, area.height));
        drag.filter(one -> one.kind() == DragKind.BAND).ifPresent(one -> {
            gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_BLUE));
            gc.setLineStyle(SWT.LINE_SOLID);
            gc.setLineWidth(1);
            gc.drawRectangle(Math.min(one.startX(), one.x()), Math.min(one.startY(), one.y()), Math.abs(one.x() - one.startX()),
                    Math.abs(one.y() - one.startY()));
        });
    }

    /** Only what is in sight is looked at. */
    void draw(GC gc, Scene shown, int width, int height) {
        gc.setAntialias(scale > 0.2 ? SWT.ON : SWT.OFF);
        Box window = new Box(left, top, width / scale, height / scale);
        Painter painter = new Painter(surface.on(gc, scale, left, top), scale);
        for (Line line : shown.linesIn(window)) {
            painter.draw(line, false);
        }
        for (Shape shape : shown.shapesIn(window)) {
            painter.draw(shape, selected.contains(shape.node().id()));
        }
    }

    private Optional<Shape> at(int x, int y) {
        return scene.flatMap(shown -> shown.at(left + x / scale, top + y / scale));
    }

    private void down(int x, int y, int state, int button) {
        setFocus();
        if (button != 1) {
            return;
        }
        Optional<Shape> hit = at(x, y);
        hit.ifPresent(shape -> {
            String id = shape.node().id();
            if ((state & SWT.MOD1) != 0) {
                if (!selected.remove(id)) {
                    selected.add(id);
                }
            } else if (!selected.contains(id)) {
                select(List.of(id));
            }
        });
        DragKind kind = hit.isPresent() ? DragKind.NODES : (state & SWT.SHIFT) != 0 ? DragKind.BAND : DragKind.PAN;
        drag = Optional.of(new Drag(kind, x, y, x, y));
        redraw();
    }

    private void moved(MouseEvent event) {
        if (drag.isEmpty()) {
            setToolTipText(at(event.x, event.y).map(shape -> String.join("\n", shape.node().details())).orElse(null));
            return;
        }
        Drag last = drag.get();
        double dx = (event.x - last.x()) / scale;
        double dy = (event.y - last.y()) / scale;
        if (last.kind() == DragKind.PAN) {
            left -= dx;
            top -= dy;
        } else if (last.kind() == DragKind.NODES) {
            scene.ifPresent(shown -> shown.move(Set.copyOf(selected), dx, dy));
        }
        drag = Optional.of(new Drag(last.kind(), last.startX(), last.startY(), event.x, event.y));
        redraw();
    }

    private void up() {
        drag.ifPresent(one -> {
            boolean click = Math.abs(one.x() - one.startX()) < CLICK && Math.abs(one.y() - one.startY()) < CLICK;
            switch (one.kind()) {
                case PAN -> {
                    if (click) {
                        selected.clear();
                    }
                }
                case BAND -> scene.ifPresent(shown -> select(shown.shapesIn(new Box(left + Math.min(one.startX(), one.x()) / scale,
                        top + Math.min(one.startY(), one.y()) / scale, Math.abs(one.x() - one.startX()) / scale,
                        Math.abs(one.y() - one.startY()) / scale)).stream().map(shape -> shape.node().id())
                        .collect(Collectors.toList())));
                case NODES -> {
                    if (!click) {
                        moves.push(new Move(Set.copyOf(selected), (one.x() - one.startX()) / scale,
                                (one.y() - one.startY()) / scale));
                    }
                }
            }
        });
        drag = Optional.empty();
        redraw();
    }

    /** Takes the last move of nodes back. */
    void undo() {
        Move last = moves.poll();
        if (last != null) {
            scene.ifPresent(shown -> shown.move(last.nodes(), -last.dx(), -last.dy()));
            redraw();
        }
    }

    private void key(KeyEvent event) {
        boolean control = (event.stateMask & SWT.MOD1) != 0;
        Rectangle area = getClientArea();
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> left -= PAN / scale;
            case SWT.ARROW_RIGHT -> left += PAN / scale;
            case SWT.ARROW_UP -> top -= PAN / scale;
            case SWT.ARROW_DOWN -> top += PAN / scale;
            case SWT.ESC -> selected.clear();
            case '+', SWT.KEYPAD_ADD, '=' -> zoom(STEP, area.width / 2, area.height / 2);
            case '-', SWT.KEYPAD_SUBTRACT -> zoom(1 / STEP, area.width / 2, area.height / 2);
            case '0', SWT.KEYPAD_0 -> fit();
            case 'n' -> scene.ifPresent(shown -> select(new Walk(shown.picture().graph()).around(selected(), 1)));
            case 'p' -> path();
            case 'z' -> {
                if (control) {
                    undo();
                }
            }
            case 'a' -> {
                if (control) {
                    scene.ifPresent(shown -> select(shown.shapes().stream().map(shape -> shape.node().id()).toList()));
                }
            }
            default -> { }
        }
        redraw();
    }

    private void path() {
        List<String> ends = List.copyOf(selected);
        if (ends.size() == 2) {
            scene.ifPresent(shown -> select(new Walk(shown.picture().graph()).path(ends.getFirst(), ends.getLast())));
        }
    }
}
