package org.cadastre.ui.graph.internal;

import java.util.Comparator;
import java.util.Set;

import org.cadastre.analysis.graph.Layers;
import org.cadastre.ui.pages.SnapshotPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page "Topology" of the snapshot editor: cables, subnets, VLANs, and every layer that has no page of its own. */
@Component(service = SnapshotPage.class, property = "service.ranking:Integer=30")
public final class TopologyPage extends LayerPage {

    private static final Set<String> OWN_PAGE = Set.of("communication", "containment");

    @Activate
    public TopologyPage(@Reference Layers layers) {
        super("topology", layers, () -> layers.ids().stream().filter(id -> !OWN_PAGE.contains(id))
                .sorted(Comparator.comparing(id -> !id.equals("topology"))).toList());
    }
}
