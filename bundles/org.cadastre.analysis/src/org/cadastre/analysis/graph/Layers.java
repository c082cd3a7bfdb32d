package org.cadastre.analysis.graph;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.cadastre.analysis.facts.EstateFacts;
import org.cadastre.analysis.internal.CommunicationLayer;
import org.cadastre.analysis.internal.ContainmentLayer;
import org.cadastre.analysis.internal.SubnetLayer;
import org.cadastre.analysis.internal.TopologyLayer;
import org.cadastre.analysis.internal.VlanLayer;
import org.cadastre.compare.Progress;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;

/**
 * The layers that are installed, and the way from snapshots to a graph.
 *
 * <pre>{@code
 * Graph links = layers.graph(layers.find("topology").orElseThrow(), estate.read(estate.find("latest")), Progress.none());
 * }</pre>
 */
@Component(service = Layers.class)
public final class Layers {

    private final List<GraphLayer> layers;

    /** Those that come with Cadastre. */
    public Layers() {
        this(List.of(new TopologyLayer(), new SubnetLayer(), new VlanLayer(), new CommunicationLayer(), new ContainmentLayer()));
    }

    /** Those that all installed bundles contribute. */
    @Activate
    public Layers(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<GraphLayer> layers) {
        this.layers = List.copyOf(layers);
    }

    public Optional<GraphLayer> find(String id) {
        return layers.stream().filter(layer -> layer.id().equals(id)).findFirst();
    }

    /** Sorted. */
    public List<String> ids() {
        return layers.stream().map(GraphLayer::id).sorted().toList();
    }

    /** The graph of one snapshot, nothing marked. Reads every device of it once. */
    public Graph graph(GraphLayer layer, SnapshotReader snapshot, Progress progress)
            throws EstateException, InterruptedException {
        return layer.derive(EstateFacts.read(snapshot, layer.sections(), progress));
    }

    /** Both snapshots laid over each other, every difference marked. */
    public Graph graph(GraphLayer layer, SnapshotReader before, SnapshotReader after, SnapshotComparison comparison,
            Progress progress) throws EstateException, InterruptedException {
        return compare(layer, before, after, comparison, progress).overlay();
    }

    /** Both snapshots beside each other, what became of every edge. */
    public GraphComparison compare(GraphLayer layer, SnapshotReader before, SnapshotReader after, SnapshotComparison comparison,
            Progress progress) throws EstateException, InterruptedException {
        return compare(layer, EstateFacts.read(before, layer.sections(), progress),
                EstateFacts.read(after, layer.sections(), progress), comparison);
    }

    /** As above, of facts that were read before. */
    public static GraphComparison compare(GraphLayer layer, EstateFacts before, EstateFacts after, SnapshotComparison comparison) {
        return new GraphComparison(layer.derive(before.knowing(after)), layer.derive(after.knowing(before)), comparison);
    }
}
