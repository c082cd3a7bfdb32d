package org.cadastre.analysis.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

import org.cadastre.analysis.layout.PieceLayout.Arrangement;
import org.cadastre.analysis.layout.PieceLayout.Item;
import org.cadastre.analysis.layout.PieceLayout.Stretch;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Layers from the best connected item downwards (ELK Layered). Right angles and labels at the lines as long as the piece is small
 * enough for that to be quick; beyond, lines with bends.
 */
final class LayeredLayout {

    private static final int SMALL = 400;
    private static final int LARGE = 1500;

    static {
        // Outside of Eclipse's extension registry ELK learns of its own options only when it is told.
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final BooleanSupplier cancelled;

    LayeredLayout(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    Arrangement arrange(List<Item> items, List<Stretch> stretches) throws InterruptedException {
        boolean small = stretches.size() <= SMALL;
        ElkNode root = ElkGraphUtil.createGraph();
        options(root, small, stretches.size() > LARGE);
        Map<String, ElkNode> nodes = new TreeMap<>();
        for (Item item : items) {
            ElkNode node = ElkGraphUtil.createNode(root);
            node.setDimensions(item.width(), item.height());
            nodes.put(item.id(), node);
        }
        Map<String, Integer> depths = depths(items, stretches);
        List<ElkEdge> edges = new ArrayList<>();
        List<Boolean> turned = new ArrayList<>();
        for (Stretch one : stretches) {
            boolean turn = depths.get(one.from()) > depths.get(one.to());
            ElkEdge edge = ElkGraphUtil.createSimpleEdge(nodes.get(turn ? one.to() : one.from()),
                    nodes.get(turn ? one.from() : one.to()));
            if (small && !one.label().isEmpty()) {
                ElkLabel label = ElkGraphUtil.createLabel(one.label(), edge);
                label.setDimensions(Metrics.labelWidth(one.label()), Metrics.SMALL_HEIGHT);
            }
            edges.add(edge);
            turned.add(turn);
        }
        new LayeredLayoutProvider().layout(root, new Cancellable(cancelled));
        if (cancelled.getAsBoolean()) {
            throw new InterruptedException();
        }
        Map<String, Box> boxes = new HashMap<>();
        nodes.forEach((id, node) -> boxes.put(id, new Box(node.getX(), node.getY(), node.getWidth(), node.getHeight())));
        Map<Integer, List<Point>> routes = new HashMap<>();
        Map<Integer, Box> labels = new HashMap<>();
        for (int i = 0; i < edges.size(); i++) {
            List<Point> route = route(edges.get(i));
            if (route.size() > 1) {
                routes.put(i, turned.get(i) ? route.reversed() : route);
            }
            for (ElkLabel label : edges.get(i).getLabels()) {
                labels.put(i, new Box(label.getX(), label.getY(), label.getWidth(), label.getHeight()));
            }
        }
        return new Arrangement(boxes, routes, labels);
    }

    private static void options(ElkNode root, boolean small, boolean large) {
        root.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        root.setProperty(CoreOptions.EDGE_ROUTING, small ? EdgeRouting.ORTHOGONAL : EdgeRouting.POLYLINE);
        root.setProperty(CoreOptions.RANDOM_SEED, 1);
        root.setProperty(CoreOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        root.setProperty(CoreOptions.SPACING_NODE_NODE, 24d);
        root.setProperty(CoreOptions.SPACING_EDGE_NODE, 14d);
        root.setProperty(CoreOptions.SPACING_EDGE_EDGE, 10d);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 44d);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14d);
        if (large) {
            root.setProperty(LayeredOptions.THOROUGHNESS, 1);
            root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.SIMPLE);
        }
    }

    /** Steps from the item with the most lines, so that every line leads downwards. */
    private static Map<String, Integer> depths(List<Item> items, List<Stretch> stretches) {
        Map<String, List<String>> next = new TreeMap<>();
        items.forEach(item -> next.put(item.id(), new ArrayList<>()));
        stretches.forEach(one -> {
            next.get(one.from()).add(one.to());
            next.get(one.to()).add(one.from());
        });
        Map<String, Integer> depths = new HashMap<>();
        Deque<String> queue = new ArrayDeque<>();
        String start = items.getFirst().id();
        for (Item item : items) {
            start = next.get(item.id()).size() > next.get(start).size() ? item.id() : start;
        }
        depths.put(start, 0);
        queue.add(start);
        while (!queue.isEmpty()) {
            String at = queue.remove();
            for (String other : next.get(at)) {
                if (depths.putIfAbsent(other, depths.get(at) + 1) == null) {
                    queue.add(other);
                }
            }
        }
        return depths;
    }

    private static List<Point> route(ElkEdge edge) {
        List<Point> points = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            points.add(new Point(section.getStartX(), section.getStartY()));
            section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
            points.add(new Point(section.getEndX(), section.getEndY()));
        }
        return points;
    }
}
