package org.cadastre.analysis.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.cadastre.analysis.links.Uplinks;

/**
 * Groups of nodes drawn as one: by subnet, VLAN, site, kind or another grouping. Edges go to the group, those inside of it
 * disappear. The mark of a folded group tells that something in it changed.
 */
public final class Folding {

    private Folding() {
    }

    /** The groupings that at least two nodes have a part in; sorted. */
    public static List<String> groupings(Graph graph) {
        Map<String, Integer> counts = new TreeMap<>();
        graph.nodes().forEach(node -> node.groups().keySet().forEach(grouping -> counts.merge(grouping, 1, Integer::sum)));
        return counts.entrySet().stream().filter(one -> one.getValue() > 1 && !one.getKey().equals(Uplinks.TREE))
                .map(Map.Entry::getKey).toList();
    }

    /** The id of the node that stands for a folded group. */
    public static String id(String grouping, String group) {
        return "group:" + grouping + ":" + group;
    }

    /**
     * @param grouping by what is folded
     * @param open groups that stay as they are
     */
    public static Graph fold(Graph graph, String grouping, Set<String> open) {
        Map<String, String> place = new HashMap<>();
        Map<String, List<Node>> folded = new TreeMap<>();
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            String group = node.groups().get(grouping);
            if (group == null || open.contains(group)) {
                place.put(node.id(), node.id());
                nodes.add(node);
            } else {
                place.put(node.id(), id(grouping, group));
                folded.computeIfAbsent(group, key -> new ArrayList<>()).add(node);
            }
        }
        folded.forEach((group, members) -> nodes.add(folded(grouping, group, members)));
        List<Edge> edges = new ArrayList<>();
        for (Edge edge : graph.edges()) {
            String from = place.get(edge.from());
            String to = place.get(edge.to());
            boolean inside = from.equals(to) && !edge.isLoop();
            if (!inside) {
                edges.add(edge.between(from, to));
            }
        }
        return graph.with(nodes, edges);
    }

    private static Node folded(String grouping, String group, List<Node> members) {
        Mark mark = members.stream().map(Node::mark).reduce(Mark::and).orElse(Mark.UNCHANGED);
        long changed = members.stream().filter(node -> node.mark() != Mark.UNCHANGED).count();
        List<String> details = new ArrayList<>(List.of(grouping + " " + group, members.size() + " nodes"));
        if (changed > 0) {
            details.add(changed + " of them not unchanged");
        }
        return new Node(id(grouping, group), group, "group", Optional.empty(), Map.of(grouping, group), details, mark,
                members.size());
    }
}
