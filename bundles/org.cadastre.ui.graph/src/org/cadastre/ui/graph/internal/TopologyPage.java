package org.cadastre.ui.graph.internal;

import org.cadastre.analysis.graph.Layers;
import org.cadastre.ui.pages.SnapshotPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page "Topology" of the snapshot editor. */
@Component(service = SnapshotPage.class, property = "service.ranking:Integer=30")
public final class TopologyPage extends LayerPage {

    @Activate
    public TopologyPage(@Reference Layers layers) {
        super(layers, "topology");
    }
}
