package org.cadastre.analysis.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.cadastre.analysis.graph.Node;

/**
 * Nodes that hang on one other node, in a grid. The lines come down from above as one trunk, run between the rows, and each ends
 * at the upper border of its node, so that none crosses a node. What would stand at a line stands in its node.
 */
final class LeafBlock {

    private static final double GAP = 12;
    private static final double GUTTER = 16;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final int DIGITS = 10;

    private final String hub;
    private final List<Node> nodes;
    private final List<Line> lines;
    private final int columns;
    private final double cellWidth;
    private final double cellHeight;

    /** @param lines one for each node, in the order of the nodes */
    LeafBlock(String hub, List<Node> nodes, List<Line> lines) {
        List<Integer> order = IntStream.range(0, nodes.size()).boxed()
                .sorted(Comparator.comparing((Integer i) -> nodes.get(i).kind()).thenComparing(i -> byNumber(nodes.get(i).label()))
                        .thenComparing(i -> nodes.get(i).id())).toList();
        this.hub = hub;
        this.nodes = order.stream().map(nodes::get).toList();
        this.lines = order.stream().map(lines::get).toList();
        this.cellWidth = IntStream.range(0, nodes.size()).mapToDouble(i -> Math.max(Metrics.width(nodes.get(i).title()),
                Metrics.labelWidth(lines.get(i).text()))).max().orElse(0) + GAP;
        boolean captions = lines.stream().anyMatch(line -> !line.text().isEmpty());
        this.cellHeight = Metrics.HEIGHT + (captions ? Metrics.CAPTION : 0) + GUTTER;
        this.columns = Math.max(1, (int) Math.round(Math.sqrt(nodes.size() * 1.8 * cellHeight / cellWidth)));
    }

    /** A key that puts pc-2 before pc-10. */
    private static String byNumber(String label) {
        return NUMBER.matcher(label).replaceAll(number -> "0".repeat(Math.max(0, DIGITS - number.group().length()))
                + number.group());
    }

    String id() {
        return "block of " + hub;
    }

    List<Node> nodes() {
        return nodes;
    }

    double width() {
        return GAP + Math.min(columns, nodes.size()) * cellWidth;
    }

    double height() {
        return Math.ceilDiv(nodes.size(), columns) * cellHeight;
    }

    /** @param trunk from the hub to the upper border of the block, or the other way round */
    void place(Box place, List<Point> trunk, List<Shape> shapes, List<Line> drawn) {
        for (int i = 0; i < nodes.size(); i++) {
            int row = i / columns;
            double x = place.x() + GAP + i % columns * cellWidth;
            double y = place.y() + row * cellHeight + GUTTER;
            Box box = new Box(x, y, cellWidth - GAP, cellHeight - GUTTER);
            shapes.add(new Shape(nodes.get(i), box, lines.get(i).text()));
            List<Point> route = new ArrayList<>(trunk);
            double entry = route.getLast().x();
            double street = y - GUTTER / 2;
            route.set(route.size() - 1, new Point(entry, place.y() + GUTTER / 2));
            if (row > 0) {
                route.add(new Point(place.x() + GAP / 2, place.y() + GUTTER / 2));
                route.add(new Point(place.x() + GAP / 2, street));
            }
            route.add(new Point(box.centerX(), street));
            route.add(new Point(box.centerX(), y));
            drawn.add(lines.get(i).routed(lines.get(i).from().equals(hub) ? route : route.reversed(), Optional.empty()));
        }
    }
}
