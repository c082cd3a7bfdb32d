package org.cadastre.export.graph.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Point;
import org.cadastre.analysis.paint.Surface;

/** SVG 1.1 elements as text, one a line. */
final class SvgSurface implements Surface {

    private final StringBuilder out = new StringBuilder();

    String content() {
        return out.toString();
    }

    @Override
    public void begin(String id, Supplier<String> title) {
        out.append("<g id=\"").append(Xml.escaped(id)).append("\"><title>").append(Xml.escaped(title.get())).append("</title>\n");
    }

    @Override
    public void end() {
        out.append("</g>\n");
    }

    @Override
    public void fill(Box box, double corner, int colour) {
        add("<rect %s fill=\"%s\"/>", rectangle(box, corner), colour(colour));
    }

    @Override
    public void frame(Box box, double corner, int colour, double width, Stroke stroke) {
        add("<rect %s fill=\"none\" %s/>", rectangle(box, corner), pen(colour, width, stroke));
    }

    @Override
    public void line(List<Point> points, int colour, double width, Stroke stroke) {
        add("<polyline points=\"%s\" fill=\"none\" %s/>", points.stream()
                .map(point -> number(point.x()) + "," + number(point.y())).collect(Collectors.joining(" ")),
                pen(colour, width, stroke));
    }

    @Override
    public void triangle(Point one, Point two, Point three, int colour) {
        add("<polygon points=\"%s\" fill=\"%s\"/>", List.of(one, two, three).stream()
                .map(point -> number(point.x()) + "," + number(point.y())).collect(Collectors.joining(" ")), colour(colour));
    }

    @Override
    public void disc(Point center, double radius, int colour) {
        add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>", number(center.x()), number(center.y()), number(radius),
                colour(colour));
    }

    @Override
    public void text(String text, Point place, double size, boolean bold, int align, int colour) {
        // The base line lies about a third of the size below the middle; "dominant-baseline" is not understood everywhere.
        add("<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s%s fill=\"%s\">%s</text>", number(place.x()),
                number(place.y() + size * 0.35), number(size), bold ? " font-weight=\"bold\"" : "",
                align == 0 ? " text-anchor=\"middle\"" : align > 0 ? " text-anchor=\"end\"" : "", colour(colour),
                Xml.escaped(text));
    }

    private void add(String form, Object... values) {
        out.append(String.format(Locale.ROOT, form, values)).append('\n');
    }

    private static String rectangle(Box box, double corner) {
        return String.format(Locale.ROOT, "x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s", number(box.x()), number(box.y()),
                number(box.width()), number(box.height()), corner > 0 ? " rx=\"" + number(corner) + "\"" : "");
    }

    private static String pen(int colour, double width, Stroke stroke) {
        return "stroke=\"" + colour(colour) + "\" stroke-width=\"" + number(width) + "\"" + switch (stroke) {
            case SOLID -> "";
            case DASHED -> " stroke-dasharray=\"7 4\"";
            case DOTTED -> " stroke-dasharray=\"2 3\"";
        };
    }

    static String colour(int colour) {
        return String.format("#%06x", colour);
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
