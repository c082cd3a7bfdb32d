package org.cadastre.analysis.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Verdict;

/**
 * Lays two graphs of one layer over each other. What only one of them has was added or removed if the other snapshot proves
 * that it was not there; else nobody knows. A removed and an added edge that are the same thing became one that moved.
 */
public final class GraphComparison {

    private final Graph before;
    private final Graph after;
    private final Map<String, Verdict> verdicts = new HashMap<>();

    /** @param devices the comparison of the same two snapshots: what became of each device */
    public GraphComparison(Graph before, Graph after, SnapshotComparison devices) {
        this.before = before;
        this.after = after;
        for (DeviceComparison device : devices.getDevices()) {
            verdicts.put(device.getDevice(), device.getVerdict());
        }
    }

    /** Everything that either graph has, marked. */
    public static Graph of(Graph before, Graph after, SnapshotComparison devices) {
        return new GraphComparison(before, after, devices).overlay();
    }

    public Graph before() {
        return before;
    }

    public Graph after() {
        return after;
    }

    /** Everything that either graph has, marked. */
    public Graph overlay() {
        List<Edge> edges = edges().stream().map(this::marked).toList();
        Set<String> added = ends(edges, Mark.ADDED, Mark.MOVED);
        Set<String> removed = ends(edges, Mark.REMOVED);
        Map<String, Node> old = before.nodesById();
        Map<String, Node> all = new LinkedHashMap<>(old);
        all.putAll(after.nodesById());
        Set<String> now = after.nodesById().keySet();
        List<Node> nodes = all.values().stream().map(node -> node.marked(mark(node, old.containsKey(node.id()),
                now.contains(node.id()), added, removed))).toList();
        return after.with(nodes, edges);
    }

    private Mark mark(Node node, boolean was, boolean is, Set<String> added, Set<String> removed) {
        if (node.device().isPresent()) {
            return Mark.of(verdict(node.id()));
        }
        if (was && is) {
            return Mark.UNCHANGED;
        }
        return is ? added.contains(node.id()) ? Mark.ADDED : Mark.UNKNOWN
                : removed.contains(node.id()) ? Mark.REMOVED : Mark.UNKNOWN;
    }

    private Verdict verdict(String node) {
        return verdicts.getOrDefault(node, Verdict.UNCHANGED);
    }

    private static Set<String> ends(List<Edge> edges, Mark... marks) {
        Set<String> ends = new HashSet<>();
        edges.stream().filter(edge -> List.of(marks).contains(edge.mark())).forEach(edge -> {
            ends.add(edge.from());
            ends.add(edge.to());
        });
        return ends;
    }

    /** What became of every edge of either graph. */
    public List<EdgeChange> edges() {
        Map<String, Edge> gone = byId(before);
        List<Edge> come = new ArrayList<>();
        List<EdgeChange> result = new ArrayList<>();
        for (Edge edge : after.edges()) {
            Edge was = gone.remove(edge.id());
            if (was == null) {
                come.add(edge.marked(isAbsent(edge, before, Verdict.ADDED) ? Mark.ADDED : Mark.UNKNOWN));
            } else {
                result.add(new EdgeChange(was.label().equals(edge.label()) ? Mark.UNCHANGED : Mark.CHANGED, Optional.of(was),
                        Optional.of(edge)));
            }
        }
        gone.replaceAll((id, edge) -> edge.marked(isAbsent(edge, after, Verdict.REMOVED) ? Mark.REMOVED : Mark.UNKNOWN));
        Map<Edge, Edge> origins = new LinkedHashMap<>();
        // A thing is in one place at a time: seen elsewhere, it is no longer where it was.
        match(gone.values(), come, origins, Edge::recognizedBy);
        // Both plugs of a cable in other ports of the same two devices: only if the old one is proven to be gone.
        match(proven(gone.values()), proven(come), origins, edge -> edge.recognizedBy().isEmpty() ? Set.of()
                : Set.of(edge.kind() + " " + Stream.of(edge.from(), edge.to()).sorted().toList()));
        gone.values().stream().filter(edge -> !origins.containsValue(edge))
                .forEach(edge -> result.add(new EdgeChange(edge.mark(), Optional.of(edge), Optional.empty())));
        come.forEach(edge -> result.add(origins.containsKey(edge)
                ? new EdgeChange(Mark.MOVED, Optional.of(origins.get(edge)), Optional.of(edge))
                : new EdgeChange(edge.mark(), Optional.empty(), Optional.of(edge))));
        return result;
    }

    private static List<Edge> proven(Collection<Edge> edges) {
        return edges.stream().filter(edge -> edge.mark() != Mark.UNKNOWN).toList();
    }

    private static void match(Collection<Edge> gone, Collection<Edge> come, Map<Edge, Edge> origins,
            Function<Edge, Set<String>> marks) {
        Map<String, Optional<Edge>> old = byMark(gone, marks);
        byMark(come, marks).forEach((mark, found) -> {
            Optional<Edge> was = old.getOrDefault(mark, Optional.empty());
            if (found.isPresent() && was.isPresent() && !origins.containsKey(found.get()) && !origins.containsValue(was.get())) {
                origins.put(found.get(), was.get());
            }
        });
    }

    /** Whether a snapshot proves that it has no such edge: it has not even an end of it, or the ends deny it. */
    private boolean isAbsent(Edge edge, Graph graph, Verdict notThere) {
        return verdict(edge.from()) == notThere || verdict(edge.to()) == notThere || graph.absence().test(edge);
    }

    private static Map<String, Edge> byId(Graph graph) {
        Map<String, Edge> byId = new LinkedHashMap<>();
        graph.edges().forEach(edge -> byId.put(edge.id(), edge));
        return byId;
    }

    private Edge marked(EdgeChange change) {
        Edge edge = change.any().marked(change.mark());
        if (change.mark() != Mark.MOVED) {
            return edge;
        }
        List<String> details = new ArrayList<>(edge.details());
        details.add("before: " + places(change.before().orElseThrow()));
        return edge.withDetails(details);
    }

    /** The two ends of an edge as people read them. */
    private String places(Edge edge) {
        Map<String, Node> nodes = before.nodesById();
        return (nodes.get(edge.from()).label() + " " + edge.fromPort()).strip() + " - "
                + (nodes.get(edge.to()).label() + " " + edge.toPort()).strip();
    }

    /** What bears a mark, as long as it is one thing; sorted by mark. */
    private static Map<String, Optional<Edge>> byMark(Collection<Edge> edges, Function<Edge, Set<String>> marks) {
        Map<String, Optional<Edge>> byMark = new TreeMap<>();
        edges.forEach(edge -> marks.apply(edge)
                .forEach(mark -> byMark.merge(mark, Optional.of(edge), (one, other) -> Optional.empty())));
        return byMark;
    }
}
