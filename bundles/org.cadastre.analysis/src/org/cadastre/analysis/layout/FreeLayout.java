package org.cadastre.analysis.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

import org.cadastre.analysis.layout.PieceLayout.Arrangement;
import org.cadastre.analysis.layout.PieceLayout.Item;
import org.cadastre.analysis.layout.PieceLayout.Stretch;
import org.eclipse.elk.alg.force.ForceLayoutProvider;
import org.eclipse.elk.alg.force.options.ForceMetaDataProvider;
import org.eclipse.elk.alg.force.options.StressMetaDataProvider;
import org.eclipse.elk.alg.force.options.StressOptions;
import org.eclipse.elk.alg.force.stress.StressLayoutProvider;
import org.eclipse.elk.alg.mrtree.TreeLayoutProvider;
import org.eclipse.elk.alg.mrtree.options.MrTreeMetaDataProvider;
import org.eclipse.elk.core.AbstractLayoutProvider;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Tree, stress and force (ELK): straight lines, no labels at them. What overlaps is drawn apart. */
final class FreeLayout {

    private static final double GAP = 12;
    private static final double EDGE = 150;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new ForceMetaDataProvider(),
                new StressMetaDataProvider(), new MrTreeMetaDataProvider());
    }

    private final Style style;
    private final BooleanSupplier cancelled;

    FreeLayout(Style style, BooleanSupplier cancelled) {
        this.style = style;
        this.cancelled = cancelled;
    }

    Arrangement arrange(List<Item> items, List<Stretch> stretches) throws InterruptedException {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.RANDOM_SEED, 1);
        root.setProperty(CoreOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        root.setProperty(CoreOptions.SPACING_NODE_NODE, 40d);
        root.setProperty(StressOptions.DESIRED_EDGE_LENGTH, EDGE);
        Map<String, ElkNode> nodes = new TreeMap<>();
        for (Item item : items) {
            ElkNode node = ElkGraphUtil.createNode(root);
            node.setDimensions(item.width(), item.height());
            nodes.put(item.id(), node);
        }
        stretches.forEach(one -> ElkGraphUtil.createSimpleEdge(nodes.get(one.from()), nodes.get(one.to())));
        AbstractLayoutProvider provider = switch (style) {
            case TREE -> new TreeLayoutProvider();
            case STRESS -> new StressLayoutProvider();
            case FORCE, LAYERED -> new ForceLayoutProvider();
        };
        provider.initialize("");
        provider.layout(root, new Cancellable(cancelled));
        if (cancelled.getAsBoolean()) {
            throw new InterruptedException();
        }
        Map<String, Box> boxes = new TreeMap<>();
        nodes.forEach((id, node) -> boxes.put(id, new Box(node.getX(), node.getY(), node.getWidth(), node.getHeight())));
        return new Arrangement(apart(boxes), Map.of(), Map.of());
    }

    /** From the upper left to the lower right, each box goes down until it lies on none of those before it. */
    private static Map<String, Box> apart(Map<String, Box> boxes) {
        List<String> order = new ArrayList<>(boxes.keySet());
        order.sort((one, other) -> {
            int byHeight = Double.compare(boxes.get(one).y(), boxes.get(other).y());
            return byHeight != 0 ? byHeight : Double.compare(boxes.get(one).x(), boxes.get(other).x());
        });
        Map<String, Box> placed = new HashMap<>();
        SpatialIndex<Box> taken = new SpatialIndex<>();
        for (String id : order) {
            Box box = boxes.get(id);
            List<Box> below = overlapped(taken, box);
            while (!below.isEmpty()) {
                double bottom = below.stream().mapToDouble(one -> one.y() + one.height()).max().orElseThrow();
                box = new Box(box.x(), bottom + GAP + 0.5, box.width(), box.height());
                below = overlapped(taken, box);
            }
            taken.add(box, box);
            placed.put(id, box);
        }
        return placed;
    }

    private static List<Box> overlapped(SpatialIndex<Box> taken, Box box) {
        List<Box> found = new ArrayList<>();
        taken.find(box.grown(GAP), found::add);
        return found;
    }
}
