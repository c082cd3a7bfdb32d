package org.cadastre.ui.graph.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Point;
import org.cadastre.analysis.paint.Colours;
import org.cadastre.analysis.paint.Surface;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;

/** Draws with SWT: on a screen, into an image, on a page. Fonts and colours are kept from frame to frame. */
public final class GcSurface implements Surface {

    private static final int[] DASHES = { 7, 4 };
    private static final int[] DOTS = { 2, 3 };
    private static final int SMALLEST = 4;

    private final Device device;
    private final Map<Integer, Color> colours = new HashMap<>();
    private final Map<String, Font> fonts = new HashMap<>();
    private GC gc;
    private double scale;
    private double left;
    private double top;

    public GcSurface(Device device) {
        this.device = device;
    }

    /** What follows is drawn there: the place (left, top) of the picture at its upper left corner. */
    public GcSurface on(GC target, double factor, double x, double y) {
        gc = target;
        scale = factor;
        left = x;
        top = y;
        return this;
    }

    /** Of what is selected. */
    Color selected() {
        return colour(Colours.SELECTED);
    }

    private int x(double at) {
        return (int) Math.round((at - left) * scale);
    }

    private int y(double at) {
        return (int) Math.round((at - top) * scale);
    }

    private int length(double of) {
        return (int) Math.max(1, Math.round(of * scale));
    }

    private Color colour(int rgb) {
        return colours.computeIfAbsent(rgb, key -> new Color(key >> 16 & 0xFF, key >> 8 & 0xFF, key & 0xFF));
    }

    @Override
    public void fill(Box box, double corner, int colour) {
        gc.setBackground(colour(colour));
        if (corner > 0) {
            gc.fillRoundRectangle(x(box.x()), y(box.y()), length(box.width()), length(box.height()), length(2 * corner),
                    length(2 * corner));
        } else {
            gc.fillRectangle(x(box.x()), y(box.y()), length(box.width()), length(box.height()));
        }
    }

    @Override
    public void frame(Box box, double corner, int colour, double width, Stroke stroke) {
        pen(colour, width, stroke);
        if (corner > 0) {
            gc.drawRoundRectangle(x(box.x()), y(box.y()), length(box.width()), length(box.height()), length(2 * corner),
                    length(2 * corner));
        } else {
            gc.drawRectangle(x(box.x()), y(box.y()), length(box.width()), length(box.height()));
        }
    }

    @Override
    public void line(List<Point> points, int colour, double width, Stroke stroke) {
        pen(colour, width, stroke);
        gc.drawPolyline(path(points));
    }

    @Override
    public void triangle(Point one, Point two, Point three, int colour) {
        gc.setBackground(colour(colour));
        gc.fillPolygon(path(List.of(one, two, three)));
    }

    @Override
    public void disc(Point center, double radius, int colour) {
        gc.setBackground(colour(colour));
        gc.fillOval(x(center.x() - radius), y(center.y() - radius), length(2 * radius), length(2 * radius));
    }

    @Override
    public void text(String text, Point place, double size, boolean bold, int align, int colour) {
        int pixels = (int) Math.round(size * scale);
        if (pixels < SMALLEST) {
            return;
        }
        gc.setFont(font(pixels, bold));
        gc.setForeground(colour(colour));
        int width = align < 0 ? 0 : gc.stringExtent(text).x;
        gc.drawString(text, x(place.x()) - (align == 0 ? width / 2 : width), y(place.y()) - gc.getFontMetrics().getHeight() / 2,
                true);
    }

    private Font font(int pixels, boolean bold) {
        return fonts.computeIfAbsent(pixels + (bold ? "b" : ""), key -> {
            FontData data = device.getSystemFont().getFontData()[0];
            int points = Math.max(1, Math.round(pixels * 72f / device.getDPI().y));
            return new Font(device, data.getName(), points, bold ? SWT.BOLD : SWT.NORMAL);
        });
    }

    private void pen(int colour, double width, Stroke stroke) {
        gc.setForeground(colour(colour));
        gc.setLineWidth(length(width));
        switch (stroke) {
            case SOLID -> gc.setLineStyle(SWT.LINE_SOLID);
            case DASHED -> gc.setLineDash(DASHES);
            case DOTTED -> gc.setLineDash(DOTS);
        }
    }

    private int[] path(List<Point> points) {
        int[] path = new int[points.size() * 2];
        for (int i = 0; i < points.size(); i++) {
            path[2 * i] = x(points.get(i).x());
            path[2 * i + 1] = y(points.get(i).y());
        }
        return path;
    }

    public void dispose() {
        fonts.values().forEach(Font::dispose);
        fonts.clear();
    }
}
