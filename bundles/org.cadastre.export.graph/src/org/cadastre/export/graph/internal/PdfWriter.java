package org.cadastre.export.graph.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Picture;
import org.cadastre.analysis.paint.Legend;
import org.cadastre.analysis.paint.Painter;

/** A picture as PDF on one page of its size, with the legend of the marks below it. Sharp at every zoom. */
public final class PdfWriter {

    /** Readers show no page with a side above 200 inches (ISO 32000-1, annex C), in points. */
    private static final double LONGEST_SIDE = 14_400;
    private static final double LEGEND = 40;

    public void write(Picture picture, Legend legend, OutputStream out) throws IOException {
        Box bounds = picture.bounds();
        double width = Math.max(bounds.width(), legend.width() + 40);
        double height = bounds.height() + LEGEND;
        double scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(picture.graph().layer());
            PDPage page = new PDPage(new PDRectangle((float) (width * scale), (float) (height * scale)));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                // The page counts upwards from its lower left corner, the picture downwards from its upper left one.
                content.transform(new Matrix((float) scale, 0, 0, (float) -scale, (float) (-bounds.x() * scale),
                        (float) ((bounds.y() + height) * scale)));
                PdfSurface surface = new PdfSurface(document, content);
                new Painter(surface, 1).draw(picture.lines(), picture.shapes(), Set.of());
                legend.draw(surface);
                surface.finish();
            }
            document.save(out);
        }
    }
}
