package org.cadastre.analysis.layout;

import java.util.List;

import org.cadastre.analysis.graph.Graph;

/**
 * A graph with a place for everything. Drawn by whoever has a surface: screen, SVG, page.
 *
 * @param bounds around all of it, with a margin
 */
public record Picture(Graph graph, List<Shape> shapes, List<Line> lines, Box bounds) {

    private static final double MARGIN = 24;

    public Picture {
        shapes = List.copyOf(shapes);
        lines = List.copyOf(lines);
    }

    /** For those who need no places. */
    public static Picture unplaced(Graph graph) {
        return new Picture(graph, List.of(), List.of(), new Box(0, 0, 1, 1));
    }

    static Picture of(Graph graph, List<Shape> shapes, List<Line> lines) {
        Box all = shapes.stream().map(Shape::box).reduce(Box::union).orElse(new Box(0, 0, 1, 1));
        for (Line line : lines) {
            all = all.union(line.bounds());
        }
        return new Picture(graph, shapes, lines, all.grown(MARGIN));
    }
}
