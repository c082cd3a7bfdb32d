package org.cadastre.analysis.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Edge.Certainty;
import org.cadastre.analysis.graph.Mark;

/**
 * A line between two nodes, for all edges between them.
 *
 * @param edges one or more; all of them between the same two nodes
 * @param points two or more, from node to node; empty as long as nobody has drawn it
 * @param label where the text stands; empty if it is not to be shown
 */
public record Line(String from, String to, List<Edge> edges, List<Point> points, Optional<Box> label) {

    /** Characters, so that the number behind it is not cut off. */
    private static final int ROOM = 21;

    public Line {
        edges = List.copyOf(edges);
        points = List.copyOf(points);
    }

    public Mark mark() {
        return edges.size() == 1 ? edges.getFirst().mark() : edges.stream().map(Edge::mark).reduce(Mark::and).orElse(Mark.UNCHANGED);
    }

    /** What stands at the line: the labels of its edges, as many as there is room for, and how many more there are. */
    public String text() {
        List<String> labels = edges.stream().map(Edge::label).filter(label -> !label.isEmpty()).distinct().toList();
        StringBuilder text = new StringBuilder();
        int told = 0;
        while (told < labels.size() && (told == 0 || text.length() + 2 + labels.get(told).length() <= ROOM)) {
            text.append(told == 0 ? "" : ", ").append(labels.get(told));
            told++;
        }
        return told == labels.size() ? text.toString()
                : Metrics.fitted(text.toString(), ROOM, 1) + " +" + (labels.size() - told);
    }

    /** Nobody told of it, it was inferred. */
    public boolean isInferred() {
        return edges.stream().noneMatch(edge -> edge.certainty() == Certainty.CERTAIN);
    }

    public boolean isDirected() {
        return edges.stream().allMatch(edge -> edge.kind().equals("communication"))
                && edges.stream().allMatch(edge -> edge.from().equals(from));
    }

    public boolean isLoop() {
        return from.equals(to);
    }

    Line routed(List<Point> route, Optional<Box> place) {
        return new Line(from, to, edges, route, place);
    }

    public Line moved(double dx, double dy) {
        return new Line(from, to, edges, points.stream().map(point -> point.plus(dx, dy)).toList(),
                label.map(box -> box.moved(dx, dy)));
    }

    /** A straight line between the boxes, for a node that was dragged; a loop at the right of its node. */
    public Line straight(Box start, Box end) {
        if (isLoop()) {
            double right = start.x() + start.width();
            return routed(List.of(new Point(right, start.y() + start.height() * 0.3),
                    new Point(right + 14, start.y() + start.height() * 0.3),
                    new Point(right + 14, start.y() + start.height() * 0.7),
                    new Point(right, start.y() + start.height() * 0.7)), Optional.empty());
        }
        return routed(List.of(start.border(new Point(end.centerX(), end.centerY())),
                end.border(new Point(start.centerX(), start.centerY()))), Optional.empty());
    }

    /** The smallest box around it. */
    public Box bounds() {
        Box box = new Box(points.getFirst().x(), points.getFirst().y(), 0, 0);
        for (Point point : points) {
            box = box.union(new Box(point.x(), point.y(), 0, 0));
        }
        return label.map(box::union).orElse(box);
    }

    /** All edges between two nodes, whichever way they go, as one line each; none has points yet. */
    static List<Line> bundle(List<Edge> edges) {
        var bundles = new LinkedHashMap<List<String>, List<Edge>>();
        for (Edge edge : edges) {
            List<String> ends = edge.from().compareTo(edge.to()) <= 0 ? List.of(edge.from(), edge.to())
                    : List.of(edge.to(), edge.from());
            bundles.computeIfAbsent(ends, key -> new ArrayList<>()).add(edge);
        }
        return bundles.values().stream().map(all -> new Line(all.getFirst().from(), all.getFirst().to(), all, List.of(),
                Optional.empty())).toList();
    }
}
