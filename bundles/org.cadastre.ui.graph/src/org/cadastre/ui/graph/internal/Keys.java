package org.cadastre.ui.graph.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.cadastre.analysis.layout.Shape;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;

/**
 * What keys do on a canvas: arrows pan, with Ctrl they select the next node that way; + and - zoom, 0 shows all, n selects the
 * neighbours too, p the path between two selected nodes, Enter opens what is selected, Escape selects nothing, Ctrl+A all; Ctrl+F goes to the search, Ctrl+Z
 * takes the last move back.
 */
final class Keys {

    private static final double STEP = 1.25;
    private static final int PAN = 60;

    private final GraphCanvas canvas;

    Keys(GraphCanvas canvas) {
        this.canvas = canvas;
        canvas.addKeyListener(KeyListener.keyPressedAdapter(this::pressed));
    }

    private void pressed(KeyEvent event) {
        boolean control = (event.stateMask & SWT.MOD1) != 0;
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> arrow(-1, 0, control);
            case SWT.ARROW_RIGHT -> arrow(1, 0, control);
            case SWT.ARROW_UP -> arrow(0, -1, control);
            case SWT.ARROW_DOWN -> arrow(0, 1, control);
            case SWT.ESC -> canvas.select(List.of());
            case SWT.CR, SWT.KEYPAD_CR -> canvas.selected().stream().findFirst().ifPresent(canvas::open);
            case '+', SWT.KEYPAD_ADD, '=' -> zoom(STEP);
            case '-', SWT.KEYPAD_SUBTRACT -> zoom(1 / STEP);
            case '0', SWT.KEYPAD_0 -> canvas.fit();
            case 'n' -> canvas.selectNeighbours();
            case 'p' -> canvas.selectPath();
            case 'f' -> when(control, canvas::find);
            case 'z' -> when(control, canvas::undo);
            case 'a' -> when(control, canvas::selectAll);
            default -> { }
        }
    }

    private static void when(boolean control, Runnable action) {
        if (control) {
            action.run();
        }
    }

    private void zoom(double factor) {
        View view = canvas.view();
        canvas.look(view.zoomed(factor, view.width() / 2, view.height() / 2));
    }

    private void arrow(int dx, int dy, boolean toNode) {
        if (toNode) {
            canvas.scene().flatMap(scene -> next(scene, dx, dy)).ifPresent(canvas::reveal);
        } else {
            canvas.look(canvas.view().panned(PAN * dx, PAN * dy));
        }
    }

    /** The nearest node in a quarter of the directions, seen from the selected one; the first of all if there is none. */
    private Optional<Shape> next(Scene scene, int dx, int dy) {
        Optional<Shape> from = canvas.selected().stream().findFirst().flatMap(scene::shape);
        if (from.isEmpty()) {
            return scene.shapes().stream().findFirst();
        }
        double x = from.get().box().centerX();
        double y = from.get().box().centerY();
        return scene.shapes().stream().filter(shape -> {
            double along = (shape.box().centerX() - x) * dx + (shape.box().centerY() - y) * dy;
            double across = Math.abs((shape.box().centerX() - x) * dy) + Math.abs((shape.box().centerY() - y) * dx);
            return along > 0 && along >= across;
        }).min(Comparator.comparingDouble(shape -> Math.hypot(shape.box().centerX() - x, shape.box().centerY() - y)));
    }
}
