package org.cadastre.export.graph;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Point;
import org.cadastre.analysis.paint.Surface;

/** Draws into an image in memory; needs no display. Who gives the graphics scales it and says how smooth lines are. */
public final class ImageSurface implements Surface {

    private final Graphics2D graphics;

    public ImageSurface(Graphics2D graphics) {
        this.graphics = graphics;
    }

    @Override
    public void fill(Box box, double corner, int colour) {
        graphics.setColor(new Color(colour));
        graphics.fill(form(box, corner));
    }

    @Override
    public void frame(Box box, double corner, int colour, double width, Stroke stroke) {
        pen(colour, width, stroke);
        graphics.draw(form(box, corner));
    }

    @Override
    public void line(List<Point> points, int colour, double width, Stroke stroke) {
        pen(colour, width, stroke);
        graphics.draw(path(points));
    }

    @Override
    public void triangle(Point one, Point two, Point three, int colour) {
        graphics.setColor(new Color(colour));
        graphics.fill(path(List.of(one, two, three, one)));
    }

    @Override
    public void disc(Point center, double radius, int colour) {
        graphics.setColor(new Color(colour));
        graphics.fill(new Ellipse2D.Double(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void text(String text, Point place, double size, boolean bold, int align, int colour) {
        graphics.setFont(new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size));
        graphics.setColor(new Color(colour));
        double width = align < 0 ? 0 : graphics.getFontMetrics().stringWidth(text);
        graphics.drawString(text, (float) (place.x() - (align == 0 ? width / 2 : width)), (float) (place.y() + size * 0.35));
    }

    private void pen(int colour, double width, Stroke stroke) {
        graphics.setColor(new Color(colour));
        float[] dashes = switch (stroke) {
            case SOLID -> null;
            case DASHED -> new float[] { 7, 4 };
            case DOTTED -> new float[] { 2, 3 };
        };
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0));
    }

    private static java.awt.Shape form(Box box, double corner) {
        return new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 2 * corner, 2 * corner);
    }

    private static Path2D path(List<Point> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.getFirst().x(), points.getFirst().y());
        points.stream().skip(1).forEach(point -> path.lineTo(point.x(), point.y()));
        return path;
    }
}
