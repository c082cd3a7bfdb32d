package org.cadastre.analysis.links;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.Node;

/**
 * Which way is up, among devices that pass on what others say: towards the root of the spanning tree, or, where no tree is
 * known, towards the one of a connected piece that has most links to others of them. Where several have as many, nobody knows.
 */
public final class Uplinks {

    /** A grouping of nodes, of which the root of the spanning tree is the only one. */
    public static final String TREE = "spanning tree";
    public static final String ROOT = "root";

    private final Map<String, Set<String>> peers = new TreeMap<>();
    private final Map<String, Integer> depths = new HashMap<>();
    private final Set<String> roots = new HashSet<>();

    Uplinks(Graph graph) {
        Map<String, Node> nodes = graph.nodesById();
        nodes.values().stream().filter(node -> ROOT.equals(node.groups().get(TREE))).forEach(node -> roots.add(node.id()));
        for (Edge edge : graph.edges()) {
            if (edge.kind().equals("link") && nodes.get(edge.from()).isNetwork() && nodes.get(edge.to()).isNetwork()) {
                peers.computeIfAbsent(edge.from(), id -> new TreeSet<>()).add(edge.to());
                peers.computeIfAbsent(edge.to(), id -> new TreeSet<>()).add(edge.from());
            }
        }
        Set<String> waiting = new HashSet<>(peers.keySet());
        for (String start : peers.keySet()) {
            if (waiting.contains(start)) {
                Map<String, Integer> piece = depths(start);
                waiting.removeAll(piece.keySet());
                top(piece.keySet()).ifPresent(top -> depths.putAll(depths(top)));
            }
        }
    }

    private Optional<String> top(Set<String> piece) {
        List<String> known = piece.stream().filter(roots::contains).toList();
        if (known.size() == 1) {
            return Optional.of(known.getFirst());
        }
        int most = piece.stream().mapToInt(id -> peers.get(id).size()).max().orElse(0);
        List<String> best = piece.stream().filter(id -> peers.get(id).size() == most).toList();
        return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }

    private Map<String, Integer> depths(String start) {
        Map<String, Integer> reached = new HashMap<>(Map.of(start, 0));
        Deque<String> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            String at = queue.remove();
            for (String peer : peers.get(at)) {
                if (reached.putIfAbsent(peer, reached.get(at) + 1) == null) {
                    queue.add(peer);
                }
            }
        }
        return reached;
    }

    /** Whether a link from one to the other leads up. */
    boolean isUplink(String device, String far) {
        return depths.containsKey(device) && depths.containsKey(far) && depths.get(far) < depths.get(device);
    }
}
