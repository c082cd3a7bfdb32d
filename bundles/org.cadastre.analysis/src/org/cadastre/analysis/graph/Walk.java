package org.cadastre.analysis.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks along the edges of a graph, whichever way they point. Removed edges are walked too: they are in the picture. */
public final class Walk {

    private final Map<String, List<String>> next = new HashMap<>();

    public Walk(Graph graph) {
        for (Edge edge : graph.edges()) {
            next.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge.to());
            next.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge.from());
        }
    }

    /** The nodes that are at most so many steps away, the starts among them. */
    public Set<String> around(Set<String> starts, int depth) {
        Set<String> reached = new LinkedHashSet<>(starts);
        Set<String> border = starts;
        for (int step = 0; step < depth; step++) {
            Set<String> further = new LinkedHashSet<>();
            border.forEach(id -> next.getOrDefault(id, List.of()).stream().filter(reached::add).forEach(further::add));
            border = further;
        }
        return reached;
    }

    /** The nodes of a shortest path from one to another, both among them; empty if there is none. */
    public List<String> path(String from, String to) {
        Map<String, String> origin = new LinkedHashMap<>(Map.of(from, from));
        Deque<String> queue = new ArrayDeque<>(List.of(from));
        while (!queue.isEmpty() && !origin.containsKey(to)) {
            String at = queue.remove();
            for (String other : next.getOrDefault(at, List.of())) {
                if (origin.putIfAbsent(other, at) == null) {
                    queue.add(other);
                }
            }
        }
        if (!origin.containsKey(to)) {
            return List.of();
        }
        List<String> path = new ArrayList<>(List.of(to));
        while (!path.getLast().equals(from)) {
            path.add(origin.get(path.getLast()));
        }
        return path.reversed();
    }
}
