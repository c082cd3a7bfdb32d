package org.cadastre.ui.graph.internal;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;

/**
 * The whole picture, small, in the lower right corner, with a frame around what is seen; only where that is not all of it. Made
 * small once; a frame copies it.
 */
final class Overview {

    private static final int WIDTH = 190;
    private static final int HEIGHT = 130;
    private static final int MARGIN = 8;

    private Optional<Raster> shown = Optional.empty();
    private Optional<Stamp> small = Optional.empty();
    private View whole = new View(0, 0, 1, 1, 1);
    private boolean visible;
    private int left;
    private int top;

    void draw(GC gc, Raster raster, View view) {
        if (shown.isEmpty() || shown.get() != raster) {
            makeSmall(gc, raster);
        }
        visible = !view.covers(raster.view());
        if (!visible) {
            return;
        }
        left = view.width() - WIDTH - MARGIN;
        top = view.height() - HEIGHT - MARGIN;
        small.get().draw(gc, 0, 0, WIDTH, HEIGHT, 1, left, top);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(1);
        gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_DARK_GRAY));
        gc.drawRectangle(left, top, WIDTH, HEIGHT);
        int x = Math.clamp(whole.x(view.left()), 0, WIDTH - 3);
        int y = Math.clamp(whole.y(view.top()), 0, HEIGHT - 3);
        int right = Math.clamp(whole.x(view.left() + view.width() / view.scale()), x + 3, WIDTH);
        int bottom = Math.clamp(whole.y(view.top() + view.height() / view.scale()), y + 3, HEIGHT);
        gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_BLUE));
        gc.drawRectangle(left + x, top + y, right - x, bottom - y);
    }

    private void makeSmall(GC gc, Raster raster) {
        dispose();
        Image image = new Image(gc.getDevice(), WIDTH, HEIGHT);
        GC into = new GC(image);
        into.setInterpolation(SWT.HIGH);
        into.drawImage(raster.stamp().image(), 0, 0, raster.view().width(), raster.view().height(), 0, 0, WIDTH, HEIGHT);
        into.dispose();
        small = Optional.of(new Stamp(gc.getDevice(), image));
        shown = Optional.of(raster);
        whole = View.of(raster.scene().bounds(), WIDTH, HEIGHT);
    }

    boolean contains(int x, int y) {
        return visible && x >= left && y >= top && x < left + WIDTH && y < top + HEIGHT;
    }

    /** The place under a pixel of the overview in the middle. */
    View at(int x, int y, View view) {
        return view.centred(whole.left() + (x - left) / whole.scale(), whole.top() + (y - top) / whole.scale());
    }

    void dispose() {
        small.ifPresent(Stamp::dispose);
        small = Optional.empty();
        shown = Optional.empty();
    }
}
