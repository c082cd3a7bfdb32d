package org.cadastre.export.graph.internal;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.text.Bidi;
import java.util.List;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Point;
import org.cadastre.analysis.paint.Surface;

/**
 * Draws onto a page of a PDF whose transformation counts downwards. Names in Latin, Greek and Cyrillic letters are text in a font
 * that the file carries, so that they can be searched; others are outlines of the machine's fonts, whose scripts they need.
 *
 * <p>The first failure is kept and thrown by {@link #finish}; nothing is drawn after it.
 */
final class PdfSurface implements Surface {

    /** Comes with PDFBox. Asking it for Helvetica would make it read all fonts of the machine and keep a file of them at home. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    /** How wide the pen is that makes letters bold, as a part of their size. */
    private static final double BOLD = 0.03;
    private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);

    private final PDPageContentStream content;
    private final PDFont font;
    private final CmapLookup glyphs;
    private IOException failure;

    PdfSurface(PDDocument document, PDPageContentStream content) throws IOException {
        this.content = content;
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
            TrueTypeFont type = new TTFParser().parse(new RandomAccessReadBuffer(in));
            glyphs = type.getUnicodeCmapLookup();
            font = PDType0Font.load(document, type, true);
        }
    }

    /** @throws IOException what went wrong first */
    void finish() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void fill(Box box, double corner, int colour) {
        fill(form(box, corner), colour);
    }

    @Override
    public void frame(Box box, double corner, int colour, double width, Stroke stroke) {
        stroke(form(box, corner), colour, width, stroke);
    }

    @Override
    public void line(List<Point> points, int colour, double width, Stroke stroke) {
        stroke(path(points), colour, width, stroke);
    }

    @Override
    public void triangle(Point one, Point two, Point three, int colour) {
        fill(path(List.of(one, two, three)), colour);
    }

    @Override
    public void disc(Point center, double radius, int colour) {
        fill(new Ellipse2D.Double(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius), colour);
    }

    @Override
    public void text(String text, Point place, double size, boolean bold, int align, int colour) {
        double base = place.y() + size * 0.35;
        if (text.isEmpty()) {
            return;
        }
        if (isInFont(text)) {
            attempt(() -> {
                double width = font.getStringWidth(text) / 1000 * size;
                content.beginText();
                content.setNonStrokingColor(new Color(colour));
                content.setStrokingColor(new Color(colour));
                content.setLineWidth((float) (size * BOLD));
                content.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
                content.setFont(font, (float) size);
                content.setTextMatrix(new Matrix(1, 0, 0, -1, (float) left(place.x(), width, align), (float) base));
                content.showText(text);
                content.endText();
            });
        } else {
            Font own = new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
            TextLayout layout = new TextLayout(text, own, PLAIN);
            fill(layout.getOutline(AffineTransform.getTranslateInstance(left(place.x(), layout.getAdvance(), align), base)),
                    colour);
        }
    }

    private boolean isInFont(String text) {
        return !Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                && text.codePoints().allMatch(point -> glyphs.getGlyphId(point) > 0);
    }

    private static double left(double x, double width, int align) {
        return align < 0 ? x : align == 0 ? x - width / 2 : x - width;
    }

    private void fill(Shape shape, int colour) {
        attempt(() -> {
            content.setNonStrokingColor(new Color(colour));
            if (trace(shape)) {
                content.fill();
            }
        });
    }

    private void stroke(Shape shape, int colour, double width, Stroke stroke) {
        attempt(() -> {
            content.setStrokingColor(new Color(colour));
            content.setLineWidth((float) width);
            content.setLineDashPattern(switch (stroke) {
                case SOLID -> new float[0];
                case DASHED -> new float[] { 7, 4 };
                case DOTTED -> new float[] { 2, 3 };
            }, 0);
            if (trace(shape)) {
                content.stroke();
            }
        });
    }

    /** @return whether there was anything */
    private boolean trace(Shape shape) throws IOException {
        PathIterator steps = shape.getPathIterator(null);
        float[] at = new float[6];
        float x = 0;
        float y = 0;
        boolean any = !steps.isDone();
        for (; !steps.isDone(); steps.next()) {
            switch (steps.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> content.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> content.lineTo(at[0], at[1]);
                // PDF has cubic curves only.
                case PathIterator.SEG_QUADTO -> content.curveTo(x + (at[0] - x) * 2 / 3, y + (at[1] - y) * 2 / 3,
                        at[2] + (at[0] - at[2]) * 2 / 3, at[3] + (at[1] - at[3]) * 2 / 3, at[2], at[3]);
                case PathIterator.SEG_CUBICTO -> content.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> content.closePath();
            }
            int last = switch (steps.currentSegment(at)) {
                case PathIterator.SEG_QUADTO -> 2;
                case PathIterator.SEG_CUBICTO -> 4;
                case PathIterator.SEG_CLOSE -> -1;
                default -> 0;
            };
            if (last >= 0) {
                x = at[last];
                y = at[last + 1];
            }
        }
        return any;
    }

    private static Shape form(Box box, double corner) {
        return new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 2 * corner, 2 * corner);
    }

    private static Path2D path(List<Point> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.getFirst().x(), points.getFirst().y());
        points.stream().skip(1).forEach(point -> path.lineTo(point.x(), point.y()));
        return path;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private void attempt(Step step) {
        if (failure == null) {
            try {
                step.run();
            } catch (IOException failed) {
                failure = failed;
            }
        }
    }
}
