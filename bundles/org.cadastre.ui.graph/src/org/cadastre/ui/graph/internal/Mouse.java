package org.cadastre.ui.graph.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Shape;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;

/**
 * What the mouse does on a canvas. Wheel: zoom to the pointer. Drag on the background: pan; with Shift: a rubber band; on a node:
 * move what is selected; in the overview: go there. Double click opens a node.
 */
final class Mouse {

    private static final double STEP = 1.25;
    private static final int CLICK = 3;

    private final GraphCanvas canvas;
    private Optional<Drag> drag = Optional.empty();

    private enum Kind {
        PAN, BAND, NODES, OVERVIEW
    }

    /** Where the pointer went down, in pixels, and what there was to see. */
    private record Drag(Kind kind, int x, int y, View view, Optional<Scene> scene) {
    }

    Mouse(GraphCanvas canvas) {
        this.canvas = canvas;
        canvas.addMouseWheelListener(
                event -> canvas.look(canvas.view().zoomed(event.count > 0 ? STEP : 1 / STEP, event.x, event.y)));
        canvas.addListener(SWT.MouseDown, event -> down(event.x, event.y, event.stateMask, event.button));
        canvas.addMouseMoveListener(event -> moved(event.x, event.y));
        canvas.addListener(SWT.MouseUp, event -> up(event.x, event.y));
        canvas.addListener(SWT.MouseDoubleClick,
                event -> canvas.at(event.x, event.y).ifPresent(shape -> canvas.open(shape.node().id())));
    }

    private void down(int x, int y, int state, int button) {
        canvas.setFocus();
        if (button != 1) {
            return;
        }
        if (canvas.overview().contains(x, y)) {
            drag = Optional.of(new Drag(Kind.OVERVIEW, x, y, canvas.view(), canvas.scene()));
            canvas.look(canvas.overview().at(x, y, canvas.view()));
            return;
        }
        Optional<Shape> hit = canvas.at(x, y);
        hit.ifPresent(shape -> select(shape.node().id(), (state & SWT.MOD1) != 0));
        Kind kind = hit.isPresent() ? Kind.NODES : (state & SWT.SHIFT) != 0 ? Kind.BAND : Kind.PAN;
        drag = Optional.of(new Drag(kind, x, y, canvas.view(), canvas.scene()));
    }

    private void select(String id, boolean more) {
        List<String> chosen = new ArrayList<>(canvas.selected());
        if (more) {
            if (!chosen.remove(id)) {
                chosen.add(id);
            }
            canvas.select(chosen);
        } else if (!chosen.contains(id)) {
            canvas.select(List.of(id));
        }
    }

    private void moved(int x, int y) {
        if (drag.isEmpty()) {
            canvas.setToolTipText(canvas.at(x, y).map(Mouse::tooltip).orElse(null));
            return;
        }
        Drag since = drag.get();
        double scale = since.view().scale();
        switch (since.kind()) {
            case PAN -> canvas.look(since.view().panned(since.x() - x, since.y() - y));
            case OVERVIEW -> canvas.look(canvas.overview().at(x, y, canvas.view()));
            case BAND -> canvas.band(Optional.of(band(since, x, y)));
            case NODES -> {
                if (!isClick(since, x, y)) {
                    since.scene().ifPresent(scene -> canvas.drag(scene, (x - since.x()) / scale, (y - since.y()) / scale));
                }
            }
        }
    }

    /** The whole name: the box may show only a part of it. */
    private static String tooltip(Shape shape) {
        String details = String.join("\n", NodeDetails.details(shape.node()));
        String all = details.contains(shape.node().label()) ? details : shape.node().label() + "\n" + details;
        return all.replace("&", "&&").strip();
    }

    private void up(int x, int y) {
        if (drag.isEmpty()) {
            return;
        }
        Drag since = drag.get();
        drag = Optional.empty();
        switch (since.kind()) {
            case PAN -> {
                if (isClick(since, x, y)) {
                    canvas.select(List.of());
                }
            }
            case BAND -> {
                Rectangle band = band(since, x, y);
                View view = canvas.view();
                Box box = new Box(view.left() + band.x / view.scale(), view.top() + band.y / view.scale(),
                        band.width / view.scale(), band.height / view.scale());
                canvas.band(Optional.empty());
                canvas.scene().ifPresent(scene -> canvas.select(scene.shapesIn(box).stream()
                        .filter(shape -> shape.box().intersects(box)).map(shape -> shape.node().id()).toList()));
            }
            case NODES -> since.scene().ifPresent(canvas::drop);
            case OVERVIEW -> { }
        }
    }

    private static boolean isClick(Drag since, int x, int y) {
        return Math.abs(x - since.x()) < CLICK && Math.abs(y - since.y()) < CLICK;
    }

    private static Rectangle band(Drag since, int x, int y) {
        return new Rectangle(Math.min(since.x(), x), Math.min(since.y(), y), Math.abs(x - since.x()), Math.abs(y - since.y()));
    }
}
