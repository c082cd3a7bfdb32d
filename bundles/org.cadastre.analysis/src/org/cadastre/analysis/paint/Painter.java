package org.cadastre.analysis.paint;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.graph.Node;
import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Line;
import org.cadastre.analysis.layout.Metrics;
import org.cadastre.analysis.layout.Point;
import org.cadastre.analysis.layout.Shape;
import org.cadastre.analysis.paint.Surface.Stroke;

/**
 * Draws nodes and lines. The same for screen, image, page and SVG; the smaller the scale, the less is drawn: first the labels of
 * lines go, then the names, at last the signs and corners.
 *
 * <p>Lines are to be drawn by {@link #rank}, so that what changed lies above what did not.
 */
public final class Painter {

    /** {@link #rank} of a line is below it. */
    public static final int RANKS = 4;

    private static final double LABELS_FROM = 0.6;
    private static final double NAMES_FROM = 0.45;
    private static final double FORMS_FROM = 0.22;
    private static final double FONT = 12;
    private static final double SMALL_FONT = 10;
    private static final double SIGN = 8;
    /** Pixels: nodes lower than this are plain rectangles, and signs of changes stay at least that large. */
    private static final double PLAIN = 5;
    /** Pixels: no line is thinner, so that lines can be followed, and none of a change, so that it is seen in the whole picture. */
    private static final double THINNEST = 0.6;
    private static final double THINNEST_CHANGE = 1.4;
    private static final double SHORT = 40;

    private final Surface surface;
    private final double scale;

    /** @param scale pixels for a unit of the picture */
    public Painter(Surface surface, double scale) {
        this.surface = surface;
        this.scale = scale;
    }

    /**
     * In which order lines are to be drawn, the lowest rank first: what is new may hide what is not, and what is gone is hidden by
     * nothing.
     */
    public static int rank(Line line) {
        return switch (line.mark()) {
            case UNCHANGED -> 0;
            case UNKNOWN -> 1;
            case REMOVED -> 3;
            default -> 2;
        };
    }

    /** Lines before nodes, what is unchanged before what is not. */
    public void draw(List<Line> lines, List<Shape> shapes, Set<String> selected) {
        lines.stream().sorted(Comparator.comparingInt(Painter::rank)).forEach(line -> draw(line, false));
        shapes.forEach(shape -> draw(shape, selected.contains(shape.node().id())));
    }

    public void draw(Line line, boolean selected) {
        Mark mark = line.mark();
        int colour = selected ? Colours.SELECTED : Colours.of(mark);
        Stroke stroke = mark == Mark.UNCHANGED && line.isInferred() ? Stroke.DASHED : Colours.stroke(mark);
        surface.begin(line.edges().getFirst().id(), line::text);
        boolean small = scale < FORMS_FROM;
        surface.line(line.points(), small && mark == Mark.UNCHANGED && !selected ? Colours.FAINT : colour,
                mark == Mark.UNCHANGED ? Math.max(1.2, THINNEST / scale) : Math.max(2.6, THINNEST_CHANGE / scale),
                small ? Stroke.SOLID : stroke);
        if (scale >= FORMS_FROM && line.isDirected() && line.points().size() > 1) {
            arrow(line.points().get(line.points().size() - 2), line.points().getLast(), colour);
        }
        if (scale >= LABELS_FROM) {
            line.label().ifPresent(place -> {
                surface.fill(place, 0, Colours.PAPER);
                surface.text(Metrics.fitted(line.text(), place.width(), Metrics.SMALL_CHARACTER),
                        new Point(place.centerX(), place.centerY()), SMALL_FONT, mark != Mark.UNCHANGED, 0,
                        mark == Mark.UNCHANGED ? Colours.QUIET : colour);
            });
        }
        if (mark != Mark.UNCHANGED && (!small || isShort(line))) {
            sign(mark, line);
        }
        surface.end();
    }

    /** Too short on the screen to be seen by its colour alone. */
    private boolean isShort(Line line) {
        Box box = line.bounds();
        return Math.hypot(box.width(), box.height()) * scale < SHORT;
    }

    private void arrow(Point from, Point tip, int colour) {
        double length = Math.hypot(tip.x() - from.x(), tip.y() - from.y());
        if (length > 0) {
            double dx = (tip.x() - from.x()) / length;
            double dy = (tip.y() - from.y()) / length;
            surface.triangle(tip, new Point(tip.x() - 9 * dx + 4 * dy, tip.y() - 9 * dy - 4 * dx),
                    new Point(tip.x() - 9 * dx - 4 * dy, tip.y() - 9 * dy + 4 * dx), colour);
        }
    }

    /** In the middle of a line; none where it runs in one trunk with others, on which signs would pile up. */
    private void sign(Mark mark, Line line) {
        List<Point> points = line.points();
        if (line.label().isPresent() || points.size() == 2) {
            Point one = points.get(points.size() / 2 - 1);
            Point other = points.get(points.size() / 2);
            sign(mark, new Point((one.x() + other.x()) / 2, (one.y() + other.y()) / 2), Math.max(SIGN, PLAIN / scale));
        }
    }

    private void sign(Mark mark, Point place, double radius) {
        surface.disc(place, radius, Colours.of(mark));
        surface.text(mark.sign(), place, FONT / SIGN * radius, true, 0, Colours.PAPER);
    }

    public void draw(Shape shape, boolean selected) {
        Node node = shape.node();
        Box box = shape.box();
        Mark mark = node.mark();
        surface.begin(node.id(), () -> String.join("\n", node.details()));
        double corner = scale < FORMS_FROM ? 0 : isNetwork(node) ? 14 : 4;
        boolean plain = box.height() * scale < PLAIN;
        surface.fill(box, corner, plain ? Colours.of(mark) : Colours.background(mark, node.kind()));
        if (scale >= FORMS_FROM) {
            if (node.members() > 1) {
                surface.frame(box.moved(3, -3), corner, Colours.of(mark), 1, Stroke.SOLID);
                surface.fill(box, corner, Colours.background(mark, node.kind()));
            }
            Stroke stroke = mark == Mark.UNCHANGED && node.device().isEmpty() && !isShared(node) ? Stroke.DASHED
                    : Colours.stroke(mark);
            surface.frame(box, corner, selected ? Colours.SELECTED : Colours.of(mark),
                    selected ? 3 : mark == Mark.UNCHANGED ? 1.2 : 2.4, stroke);
        } else if (!plain || selected) {
            surface.frame(box, 0, selected ? Colours.SELECTED : Colours.of(mark), 1 / scale, Stroke.SOLID);
        }
        if (scale >= NAMES_FROM) {
            names(shape);
        }
        if (mark != Mark.UNCHANGED) {
            sign(mark, new Point(box.x() + box.width(), box.y()), Math.max(SIGN, PLAIN / scale));
        }
        surface.end();
    }

    private static boolean isNetwork(Node node) {
        return node.kind().equals("subnet") || node.kind().equals("vlan");
    }

    /** Nothing that somebody could read, and nothing unknown either. */
    private static boolean isShared(Node node) {
        return isNetwork(node) || node.kind().equals("group");
    }

    private void names(Shape shape) {
        Box box = shape.box();
        double top = shape.caption().isEmpty() ? box.centerY() : box.y() + Metrics.HEIGHT / 2;
        KindSign.draw(surface, shape.node().kind(), new Point(box.x() + 15, top));
        surface.text(Metrics.fitted(shape.node().title(), Metrics.textWidth(box), Metrics.CHARACTER), new Point(box.x() + 27, top), FONT, false,
                -1, Colours.TEXT);
        if (!shape.caption().isEmpty()) {
            surface.text(Metrics.fitted(shape.caption(), box.width() - 6, Metrics.SMALL_CHARACTER),
                    new Point(box.centerX(), box.y() + Metrics.HEIGHT + Metrics.CAPTION / 2 - 4), SMALL_FONT, false, 0,
                    Colours.QUIET);
        }
    }
}
