package org.cadastre.analysis.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.cadastre.analysis.layout.PieceLayout.Arrangement;
import org.cadastre.analysis.layout.PieceLayout.Item;
import org.cadastre.analysis.layout.PieceLayout.Stretch;

/** A chain, too long for one row: to the right, and back in the next row. Lines are straight. */
final class SnakeLayout {

    private static final double GAP = 40;

    Arrangement arrange(List<Item> items, List<Stretch> stretches) {
        List<Item> order = order(items, stretches);
        double width = items.stream().mapToDouble(Item::width).max().orElse(0) + GAP;
        double height = items.stream().mapToDouble(Item::height).max().orElse(0) + GAP;
        int columns = (int) Math.ceil(Math.sqrt(items.size() * 1.6 * height / width));
        Map<String, Box> boxes = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            int row = i / columns;
            int column = row % 2 == 0 ? i % columns : columns - 1 - i % columns;
            Item item = order.get(i);
            boxes.put(item.id(), new Box(column * width + (width - item.width()) / 2, row * height, item.width(),
                    item.height()));
        }
        return new Arrangement(boxes, Map.of(), Map.of());
    }

    private static List<Item> order(List<Item> items, List<Stretch> stretches) {
        Map<String, List<String>> next = new TreeMap<>();
        for (Stretch one : stretches) {
            next.computeIfAbsent(one.from(), id -> new ArrayList<>()).add(one.to());
            next.computeIfAbsent(one.to(), id -> new ArrayList<>()).add(one.from());
        }
        Map<String, Item> byId = new HashMap<>();
        items.forEach(item -> byId.put(item.id(), item));
        String at = next.entrySet().stream().filter(one -> one.getValue().size() == 1).findFirst().orElseThrow().getKey();
        List<Item> order = new ArrayList<>();
        String previous = "";
        while (!at.isEmpty()) {
            order.add(byId.get(at));
            String from = previous;
            previous = at;
            at = next.get(at).stream().filter(id -> !id.equals(from)).findFirst().orElse("");
        }
        return order;
    }
}
