package org.cadastre.analysis.links;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.EdgeChange;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.GraphComparison;
import org.cadastre.analysis.graph.GraphLayer;
import org.cadastre.analysis.graph.Layers;
import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.graph.Node;
import org.cadastre.compare.Progress;
import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.model.DeviceKind;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;

/**
 * Which cables were plugged in, pulled out or plugged elsewhere between two snapshots, in words. Only what is proven is told;
 * the rest is counted.
 *
 * @param changes sorted by kind and text
 * @param unknown links that only one of the snapshots has, and of which the other does not prove that they are not there
 */
public record LinkChanges(List<LinkChange> changes, int unknown) {

    private static final Set<String> KINDS = Set.of("link", "attachment");
    private static final Set<DeviceKind> NETWORK = Set.of(DeviceKind.NETWORK_SWITCH, DeviceKind.ROUTER, DeviceKind.FIREWALL,
            DeviceKind.ACCESS_POINT);

    public LinkChanges {
        changes = List.copyOf(changes);
    }

    public static LinkChanges none() {
        return new LinkChanges(List.of(), 0);
    }

    /** @param topology both snapshots in the layer "topology" */
    public static LinkChanges of(GraphComparison topology) {
        LinkSentence before = new LinkSentence(topology.before());
        LinkSentence after = new LinkSentence(topology.after());
        List<LinkChange> changes = new ArrayList<>();
        int unknown = 0;
        for (EdgeChange edge : topology.edges()) {
            if (!KINDS.contains(edge.any().kind()) || edge.mark() == Mark.UNCHANGED) {
                continue;
            }
            if (edge.mark() == Mark.UNKNOWN) {
                unknown++;
            } else {
                changes.add(new LinkChange(edge.mark(), LinkSentence.of(edge, before, after), edge.any().certainty(),
                        edge.before().map(before::ends), edge.after().map(after::ends), devices(edge, topology)));
            }
        }
        changes.sort(Comparator.comparing(LinkChange::kind).thenComparing(LinkChange::text));
        return new LinkChanges(changes, unknown);
    }

    private static List<String> devices(EdgeChange change, GraphComparison topology) {
        return Stream.concat(devices(change.before(), topology.before()), devices(change.after(), topology.after())).distinct()
                .sorted().toList();
    }

    private static Stream<String> devices(Optional<Edge> edge, Graph graph) {
        Map<String, Node> nodes = graph.nodesById();
        return edge.stream().flatMap(one -> Stream.of(one.from(), one.to())).flatMap(id -> nodes.get(id).device().stream());
    }

    /**
     * Reads every device of both snapshots, unless nothing can have come of it: no device of either passes on what others say,
     * and none was told to have other neighbours.
     */
    public static LinkChanges read(Layers layers, SnapshotReader before, SnapshotReader after, SnapshotComparison comparison,
            Progress progress) throws EstateException, InterruptedException {
        Optional<GraphLayer> topology = layers.find("topology");
        if (topology.isEmpty() || !hasNetwork(before) && !hasNetwork(after) && !hasOtherNeighbours(comparison)) {
            return none();
        }
        return of(layers.compare(topology.get(), before, after, comparison, progress));
    }

    private static boolean hasNetwork(SnapshotReader snapshot) throws EstateException {
        return snapshot.devices().stream().anyMatch(device -> NETWORK.contains(device.kind()));
    }

    private static boolean hasOtherNeighbours(SnapshotComparison comparison) {
        return comparison.getDevices().stream().flatMap(device -> device.getChanges().stream()).map(Change::getSection)
                .anyMatch("Neighbours"::equals);
    }
}
