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
        this(List.of(new TopologyLayer(), new SubnetLayer(), new CommunicationLayer(), new ContainmentLayer()));
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
        return GraphComparison.of(graph(layer, before, progress), graph(layer, after, progress), comparison);
    }
}
