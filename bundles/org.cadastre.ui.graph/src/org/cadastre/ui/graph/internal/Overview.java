package org.cadastre.ui.graph.internal;

import org.cadastre.analysis.layout.Box;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** The whole picture, small, in the lower right corner, with a frame around what is seen; only where that is not all of it. */
final class Overview {

    private static final int WIDTH = 190;
    private static final int HEIGHT = 130;
    private static final int MARGIN = 8;

    private Rectangle area = new Rectangle(0, 0, 0, 0);
    private View whole = new View(0, 0, 1, 1, 1);

    void draw(GC gc, Raster raster, View view) {
        Box seen = view.box();
        Box all = raster.scene().bounds();
        if (seen.width() >= all.width() && seen.height() >= all.height()) {
            area = new Rectangle(0, 0, 0, 0);
            return;
        }
        area = new Rectangle(view.width() - WIDTH - MARGIN, view.height() - HEIGHT - MARGIN, WIDTH, HEIGHT);
        whole = View.of(all, WIDTH, HEIGHT);
        gc.setInterpolation(SWT.LOW);
        gc.drawImage(raster.image(), 0, 0, raster.view().width(), raster.view().height(), area.x, area.y, WIDTH, HEIGHT);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(1);
        gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_DARK_GRAY));
        gc.drawRectangle(area);
        gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_BLUE));
        gc.setClipping(area);
        gc.drawRectangle(area.x + whole.x(seen.x()), area.y + whole.y(seen.y()), Math.max(3, (int) (seen.width() * whole.scale())),
                Math.max(3, (int) (seen.height() * whole.scale())));
        gc.setClipping((Rectangle) null);
    }

    boolean contains(int x, int y) {
        return area.contains(x, y);
    }

    /** The place under a pixel of the overview in the middle. */
    View at(int x, int y, View view) {
        return view.centred(whole.left() + (x - area.x) / whole.scale(), whole.top() + (y - area.y) / whole.scale());
    }
}
