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
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Line;
import org.cadastre.analysis.layout.Picture;
import org.cadastre.analysis.layout.Shape;
import org.cadastre.analysis.layout.SpatialIndex;
import org.cadastre.analysis.paint.Painter;

/**
 * A picture that somebody rearranges: dragged nodes take their lines with them. Immutable, so that one thread may draw it while
 * another arranges the next one. Knows nothing of a screen.
 */
public final class Scene {

    /** Made when it is wanted first, by whichever thread. */
    private static final class Once<T> implements Supplier<T> {

        private final Supplier<T> maker;
        private Optional<T> made = Optional.empty();

        Once(Supplier<T> maker) {
            this.maker = maker;
        }

        @Override
        public synchronized T get() {
            if (made.isEmpty()) {
                made = Optional.of(maker.get());
            }
            return made.get();
        }
    }

    private record Index(SpatialIndex<Shape> shapes, SpatialIndex<Line> lines) {
    }

    private final Picture picture;
    private final Map<String, Shape> shapes;
    private final Map<String, List<Integer>> linesAt;
    private final List<Line> lines;
    private final Supplier<Index> index = new Once<>(this::index);
    private final Supplier<Box> bounds = new Once<>(this::measured);

    public Scene(Picture picture) {
        this(picture, new LinkedHashMap<>(), picture.lines(), new HashMap<>());
        picture.shapes().forEach(shape -> shapes.put(shape.node().id(), shape));
        for (int i = 0; i < lines.size(); i++) {
            linesAt.computeIfAbsent(lines.get(i).from(), id -> new ArrayList<>()).add(i);
            linesAt.computeIfAbsent(lines.get(i).to(), id -> new ArrayList<>()).add(i);
        }
    }

    private Scene(Picture picture, Map<String, Shape> shapes, List<Line> lines, Map<String, List<Integer>> linesAt) {
        this.picture = picture;
        this.shapes = shapes;
        this.lines = lines;
        this.linesAt = linesAt;
    }

    private Box measured() {
        return shapes.values().stream().map(Shape::box).reduce(Box::union).map(box -> box.grown(24)).orElse(picture.bounds());
    }

    private Index index() {
        Index made = new Index(new SpatialIndex<>(), new SpatialIndex<>());
        shapes.values().forEach(shape -> made.shapes().add(shape.box().grown(10), shape));
        lines.forEach(line -> made.lines().add(line.bounds().grown(4), line));
        return made;
    }

    Picture picture() {
        return new Picture(picture.graph(), List.copyOf(shapes.values()), lines, bounds());
    }

    public Box bounds() {
        return bounds.get();
    }

    public Collection<Shape> shapes() {
        return shapes.values();
    }

    List<Line> lines() {
        return lines;
    }

    Optional<Shape> shape(String id) {
        return Optional.ofNullable(shapes.get(id));
    }

    public List<Shape> shapesIn(Box box) {
        List<Shape> found = new ArrayList<>();
        index.get().shapes().find(box, found::add);
        return found;
    }

    /** In the order in which they are to be drawn. */
    public List<Line> linesIn(Box box) {
        List<List<Line>> byRank = Stream.generate(() -> (List<Line>) new ArrayList<Line>()).limit(Painter.RANKS).toList();
        index.get().lines().find(box, line -> byRank.get(Painter.rank(line)).add(line));
        return byRank.stream().flatMap(List::stream).toList();
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

    /** The lines at some nodes. */
    List<Line> linesAt(Set<String> nodes) {
        Set<Integer> touched = new TreeSet<>();
        nodes.forEach(id -> touched.addAll(linesAt.getOrDefault(id, List.of())));
        return touched.stream().map(lines::get).toList();
    }

    /** The same with nodes elsewhere; their lines become straight. */
    Scene moved(Set<String> nodes, double dx, double dy) {
        Map<String, Shape> places = new LinkedHashMap<>(shapes);
        List<Line> routes = new ArrayList<>(lines);
        Set<Integer> touched = new TreeSet<>();
        for (String id : nodes) {
            places.computeIfPresent(id, (key, shape) -> shape.moved(dx, dy));
            touched.addAll(linesAt.getOrDefault(id, List.of()));
        }
        for (int i : touched) {
            Line line = lines.get(i);
            boolean together = nodes.contains(line.from()) && nodes.contains(line.to());
            routes.set(i, together ? line.moved(dx, dy)
                    : line.straight(places.get(line.from()).box(), places.get(line.to()).box()));
        }
        return new Scene(picture, places, routes, linesAt);
    }
}
