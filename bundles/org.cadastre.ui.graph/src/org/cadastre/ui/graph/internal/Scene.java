package org.cadastre.ui.graph.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Line;
import org.cadastre.analysis.layout.Picture;
import org.cadastre.analysis.layout.Shape;
import org.cadastre.analysis.layout.SpatialIndex;

/** A picture that somebody rearranges: dragged nodes take their lines with them. Knows nothing of a screen. */
final class Scene {

    private final Picture picture;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, List<Integer>> linesAt = new HashMap<>();
    private final List<Line> lines;
    private SpatialIndex<Shape> shapeIndex;
    private SpatialIndex<Line> lineIndex;

    Scene(Picture picture) {
        this.picture = picture;
        this.lines = new ArrayList<>(picture.lines());
        picture.shapes().forEach(shape -> shapes.put(shape.node().id(), shape));
        for (int i = 0; i < lines.size(); i++) {
            linesAt.computeIfAbsent(lines.get(i).from(), id -> new ArrayList<>()).add(i);
            linesAt.computeIfAbsent(lines.get(i).to(), id -> new ArrayList<>()).add(i);
        }
        index();
    }

    private void index() {
        shapeIndex = new SpatialIndex<>();
        lineIndex = new SpatialIndex<>();
        shapes.values().forEach(shape -> shapeIndex.add(shape.box().grown(10), shape));
        lines.forEach(line -> lineIndex.add(line.bounds().grown(4), line));
    }

    Picture picture() {
        return new Picture(picture.graph(), List.copyOf(shapes.values()), lines, bounds());
    }

    Box bounds() {
        return shapes.values().stream().map(Shape::box).reduce(Box::union).map(box -> box.grown(24)).orElse(picture.bounds());
    }

    Collection<Shape> shapes() {
        return shapes.values();
    }

    Optional<Shape> shape(String id) {
        return Optional.ofNullable(shapes.get(id));
    }

    List<Shape> shapesIn(Box box) {
        List<Shape> found = new ArrayList<>();
        shapeIndex.find(box, found::add);
        return found;
    }

    /** Those that changed last, so that they are drawn above the others. */
    List<Line> linesIn(Box box) {
        List<Line> found = new ArrayList<>();
        lineIndex.find(box, found::add);
        found.sort(Comparator.comparing(line -> line.mark() != Mark.UNCHANGED));
        return found;
    }

    Optional<Shape> at(double x, double y) {
        return shapesIn(new Box(x, y, 0, 0)).stream().filter(shape -> shape.box().contains(x, y)).findFirst();
    }

    /** Nodes whose name or details hold a text, in the order of their names. */
    List<Shape> search(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return shapes.values().stream().filter(shape -> shape.node().label().toLowerCase(Locale.ROOT).contains(wanted)
                || shape.node().details().stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).contains(wanted)))
                .sorted(Comparator.comparing(shape -> shape.node().label())).toList();
    }

    /** Moves nodes; their lines become straight. */
    void move(Set<String> nodes, double dx, double dy) {
        Set<Integer> touched = new TreeSet<>();
        for (String id : nodes) {
            shapes.computeIfPresent(id, (key, shape) -> shape.moved(dx, dy));
            touched.addAll(linesAt.getOrDefault(id, List.of()));
        }
        for (int i : touched) {
            Line line = lines.get(i);
            boolean together = nodes.contains(line.from()) && nodes.contains(line.to());
            lines.set(i, together ? line.moved(dx, dy)
                    : line.straight(shapes.get(line.from()).box(), shapes.get(line.to()).box()));
        }
        index();
    }
}
