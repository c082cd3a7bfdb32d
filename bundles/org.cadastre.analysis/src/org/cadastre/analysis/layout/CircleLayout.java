package org.cadastre.analysis.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.cadastre.analysis.layout.PieceLayout.Arrangement;
import org.cadastre.analysis.layout.PieceLayout.Item;

/** Everybody on a circle, for what is so dense that no layer would help. Lines are straight. */
final class CircleLayout {

    private static final double GAP = 10;

    Arrangement arrange(List<Item> items) {
        double diagonal = items.stream().mapToDouble(item -> Math.hypot(item.width(), item.height())).max().orElse(0) + GAP;
        double radius = Math.max(diagonal, items.size() * diagonal / (2 * Math.PI));
        Map<String, Box> boxes = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            double angle = 2 * Math.PI * i / items.size();
            Item item = items.get(i);
            boxes.put(item.id(), new Box(radius * StrictMath.cos(angle) - item.width() / 2,
                    radius * StrictMath.sin(angle) - item.height() / 2, item.width(), item.height()));
        }
        return new Arrangement(boxes, Map.of(), Map.of());
    }
}
