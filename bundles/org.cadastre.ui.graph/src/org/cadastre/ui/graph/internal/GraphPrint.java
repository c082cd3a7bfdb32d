package org.cadastre.ui.graph.internal;

import java.util.Set;

import org.cadastre.analysis.layout.Picture;
import org.cadastre.analysis.paint.Legend;
import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.paint.Painter;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.printing.PrinterData;

/** Prints a picture with its legend on one page, as large as the page has room. */
final class GraphPrint {

    private static final double LEGEND = 40;

    private GraphPrint() {
    }

    static void print(PrinterData data, String title, Picture picture) {
        Printer printer = new Printer(data);
        GcSurface surface = new GcSurface(printer);
        try {
            if (printer.startJob(title)) {
                printer.startPage();
                GC gc = new GC(printer);
                draw(gc, surface, printer.getClientArea(), picture);
                gc.dispose();
                printer.endPage();
                printer.endJob();
            }
        } finally {
            surface.dispose();
            printer.dispose();
        }
    }

    /** A page with the whole picture, and its legend below. */
    static void draw(GC gc, GcSurface surface, Rectangle page, Picture picture) {
        Box box = picture.bounds();
        double scale = Math.min(page.width / box.width(), page.height / (box.height() + LEGEND));
        surface.on(gc, scale, box.x(), box.y());
        // On paper nothing is too small: it is drawn as if it were seen at full size.
        new Painter(surface, 1).draw(picture.lines(), picture.shapes(), Set.of());
        new Legend(picture, Words::mark).draw(surface);
    }
}
