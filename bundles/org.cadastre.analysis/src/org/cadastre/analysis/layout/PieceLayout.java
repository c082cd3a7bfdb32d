package org.cadastre.analysis.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.cadastre.analysis.graph.Node;

/**
 * Places one connected piece. Nodes that hang on one other node only, several of them, go into a block below it, as the hosts of
 * a switch; what remains is placed by the layout that suits it: a chain in turns, what is too dense for layers on a circle, all
 * else in layers.
 */
final class PieceLayout {

    private static final int FEWEST_IN_BLOCK = 4;
    private static final int SHORTEST_CHAIN = 14;
    private static final int DENSE = 600;

    private final GraphLayout.Component component;
    private final Style style;
    private final BooleanSupplier cancelled;
    private final Map<String, Set<String>> neighbours = new HashMap<>();

    PieceLayout(GraphLayout.Component component, Style style, BooleanSupplier cancelled) {
        this.component = component;
        this.style = style;
        this.cancelled = cancelled;
        component.nodes().forEach(node -> neighbours.put(node.id(), new HashSet<>()));
        component.lines().stream().filter(line -> !line.isLoop()).forEach(line -> {
            neighbours.get(line.from()).add(line.to());
            neighbours.get(line.to()).add(line.from());
        });
    }

    Piece place() throws InterruptedException {
        Map<String, LeafBlock> blocks = blocks();
        Set<String> leaves = new HashSet<>();
        blocks.values().forEach(block -> block.nodes().forEach(node -> leaves.add(node.id())));
        List<Item> items = new ArrayList<>();
        component.nodes().stream().filter(node -> !leaves.contains(node.id())).forEach(node -> items.add(item(node)));
        blocks.values().forEach(block -> items.add(new Item(block.id(), Optional.empty(), block.width(), block.height())));
        List<Line> core = component.lines().stream()
                .filter(line -> !line.isLoop() && !leaves.contains(line.from()) && !leaves.contains(line.to())).toList();
        List<Stretch> stretches = new ArrayList<>();
        core.forEach(line -> stretches.add(new Stretch(line.from(), line.to(), line.text())));
        blocks.forEach((hub, block) -> stretches.add(new Stretch(hub, block.id(), "")));
        Arrangement arrangement = arrangement(items, stretches);
        return assemble(items, core, blocks, arrangement);
    }

    private Arrangement arrangement(List<Item> items, List<Stretch> stretches) throws InterruptedException {
        if (style != Style.LAYERED && items.size() > 1 && items.size() <= style.most()) {
            return new FreeLayout(style, cancelled).arrange(items, stretches);
        }
        boolean chain = items.size() >= SHORTEST_CHAIN && stretches.size() < items.size() && highestDegree(stretches) <= 2;
        if (chain) {
            return new SnakeLayout().arrange(items, stretches);
        }
        boolean dense = stretches.size() > DENSE && stretches.size() > 4 * items.size();
        return dense ? new CircleLayout().arrange(items) : new LayeredLayout(cancelled).arrange(items, stretches);
    }

    private static int highestDegree(List<Stretch> stretches) {
        Map<String, Integer> degrees = new HashMap<>();
        stretches.forEach(one -> {
            degrees.merge(one.from(), 1, Integer::sum);
            degrees.merge(one.to(), 1, Integer::sum);
        });
        return degrees.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private Map<String, LeafBlock> blocks() {
        Map<String, List<Node>> leaves = new LinkedHashMap<>();
        for (Node node : component.nodes()) {
            Set<String> around = neighbours.get(node.id());
            if (around.size() == 1 && neighbours.get(around.iterator().next()).size() > 1) {
                leaves.computeIfAbsent(around.iterator().next(), hub -> new ArrayList<>()).add(node);
            }
        }
        Map<String, Line> lines = new HashMap<>();
        component.lines().stream().filter(line -> !line.isLoop()).forEach(line -> {
            lines.put(line.from(), line);
            lines.put(line.to(), line);
        });
        Map<String, LeafBlock> blocks = new LinkedHashMap<>();
        leaves.forEach((hub, nodes) -> {
            if (nodes.size() >= FEWEST_IN_BLOCK) {
                blocks.put(hub, new LeafBlock(hub, nodes, nodes.stream().map(node -> lines.get(node.id())).toList()));
            }
        });
        return blocks;
    }

    private static Item item(Node node) {
        return new Item(node.id(), Optional.of(node), Metrics.width(node.title()), Metrics.HEIGHT);
    }

    private Piece assemble(List<Item> items, List<Line> core, Map<String, LeafBlock> blocks, Arrangement arrangement) {
        List<Shape> shapes = new ArrayList<>();
        Map<String, Box> boxes = arrangement.boxes();
        items.forEach(item -> item.node().ifPresent(node -> shapes.add(new Shape(node, boxes.get(item.id()), ""))));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < core.size(); i++) {
            Line line = core.get(i);
            lines.add(arrangement.routes().containsKey(i)
                    ? line.routed(arrangement.routes().get(i), Optional.ofNullable(arrangement.labels().get(i)))
                    : line.straight(boxes.get(line.from()), boxes.get(line.to())));
        }
        int next = core.size();
        for (Map.Entry<String, LeafBlock> block : blocks.entrySet()) {
            Box place = boxes.get(block.getValue().id());
            Box hub = boxes.get(block.getKey());
            List<Point> trunk = arrangement.routes().getOrDefault(next, List.of(
                    new Point(hub.centerX(), hub.y() + hub.height()), new Point(place.centerX(), place.y())));
            block.getValue().place(place, trunk, shapes, lines);
            next++;
        }
        Map<String, Box> placed = new HashMap<>();
        shapes.forEach(shape -> placed.put(shape.node().id(), shape.box()));
        component.lines().stream().filter(Line::isLoop)
                .forEach(line -> lines.add(line.straight(placed.get(line.from()), placed.get(line.to()))));
        return new Piece(shapes, lines);
    }

    /** Something to be placed: a node, or a block of them. */
    record Item(String id, Optional<Node> node, double width, double height) {
    }

    /** A line to be drawn between two items. */
    record Stretch(String from, String to, String label) {
    }

    /** Where the items went, and the lines by their number in the list; what has no route is straight. */
    record Arrangement(Map<String, Box> boxes, Map<Integer, List<Point>> routes, Map<Integer, Box> labels) {
    }
}
