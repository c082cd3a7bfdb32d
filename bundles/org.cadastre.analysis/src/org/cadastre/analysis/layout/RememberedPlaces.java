package org.cadastre.analysis.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts nodes back where they were: in an earlier snapshot, or where a person dragged them. What is new goes to where the layout
 * wanted it, seen from its neighbour, or to the nearest free place beside that.
 */
public final class RememberedPlaces {

    /** With fewer known nodes than this part of all, the new layout is better. */
    private static final double FEWEST = 0.5;
    private static final double GAP = 8;
    private static final int TURNS = 400;

    private RememberedPlaces() {
    }

    /** The centres of all nodes, by their ids. */
    public static Map<String, Point> of(Picture picture) {
        Map<String, Point> places = new LinkedHashMap<>();
        picture.shapes().forEach(shape -> places.put(shape.node().id(), new Point(shape.box().centerX(), shape.box().centerY())));
        return places;
    }

    /**
     * @param picture as the layout made it
     * @param places centres by node id; those of other nodes are of no account
     * @return the same if too few of the nodes are known
     */
    public static Picture restore(Picture picture, Map<String, Point> places) {
        long known = picture.shapes().stream().filter(shape -> places.containsKey(shape.node().id())).count();
        if (known == 0 || known < FEWEST * picture.shapes().size()) {
            return picture;
        }
        Map<String, Shape> shapes = new HashMap<>();
        Map<String, Point> offsets = new HashMap<>();
        SpatialIndex<String> taken = new SpatialIndex<>();
        for (Shape shape : picture.shapes()) {
            Point place = places.get(shape.node().id());
            if (place != null) {
                put(shape, place.x() - shape.box().centerX(), place.y() - shape.box().centerY(), shapes, offsets, taken);
            }
        }
        Map<String, String> neighbours = new HashMap<>();
        for (Line line : picture.lines()) {
            neighbour(neighbours, line.from(), line.to(), shapes);
            neighbour(neighbours, line.to(), line.from(), shapes);
        }
        for (Shape shape : picture.shapes()) {
            if (!shapes.containsKey(shape.node().id())) {
                Point offset = offsets.getOrDefault(neighbours.getOrDefault(shape.node().id(), ""), new Point(0, 0));
                Box free = free(shape.box().moved(offset.x(), offset.y()), taken);
                put(shape, free.x() - shape.box().x(), free.y() - shape.box().y(), shapes, offsets, taken);
            }
        }
        List<Line> lines = new ArrayList<>();
        for (Line line : picture.lines()) {
            Point from = offsets.get(line.from());
            Point to = offsets.get(line.to());
            boolean together = Math.hypot(from.x() - to.x(), from.y() - to.y()) < 0.01;
            lines.add(together ? line.moved(from.x(), from.y())
                    : line.straight(shapes.get(line.from()).box(), shapes.get(line.to()).box()));
        }
        return Picture.of(picture.graph(), picture.shapes().stream().map(shape -> shapes.get(shape.node().id())).toList(), lines);
    }

    private static void neighbour(Map<String, String> neighbours, String node, String other, Map<String, Shape> known) {
        if (known.containsKey(other)) {
            neighbours.merge(node, other, (one, two) -> one.compareTo(two) <= 0 ? one : two);
        }
    }

    private static void put(Shape shape, double dx, double dy, Map<String, Shape> shapes, Map<String, Point> offsets,
            SpatialIndex<String> taken) {
        Shape placed = shape.moved(dx, dy);
        shapes.put(shape.node().id(), placed);
        offsets.put(shape.node().id(), new Point(dx, dy));
        taken.add(placed.box(), shape.node().id());
    }

    /** The box itself, or the first free place on a spiral around it. */
    private static Box free(Box wanted, SpatialIndex<String> taken) {
        for (int i = 0; i < TURNS; i++) {
            double angle = 0.7 * i;
            Box box = wanted.moved(6 * i * Math.cos(angle), 3 * i * Math.sin(angle));
            List<String> found = new ArrayList<>();
            taken.find(box.grown(GAP), found::add);
            if (found.isEmpty()) {
                return box;
            }
        }
        return wanted;
    }
}
