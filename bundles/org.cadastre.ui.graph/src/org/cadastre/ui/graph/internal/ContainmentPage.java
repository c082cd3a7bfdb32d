package org.cadastre.ui.graph.internal;

import java.util.List;

import org.cadastre.analysis.graph.Layers;
import org.cadastre.ui.pages.SnapshotPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page "Containment" of the snapshot editor. */
@Component(service = SnapshotPage.class, property = "service.ranking:Integer=10")
public final class ContainmentPage extends LayerPage {

    @Activate
    public ContainmentPage(@Reference Layers layers) {
        super("containment", layers, () -> List.of("containment"));
    }
}
