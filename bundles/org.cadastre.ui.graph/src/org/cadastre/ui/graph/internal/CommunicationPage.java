package org.cadastre.ui.graph.internal;

import java.util.List;

import org.cadastre.analysis.graph.Layers;
import org.cadastre.ui.pages.SnapshotPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page "Communication" of the snapshot editor. */
@Component(service = SnapshotPage.class, property = "service.ranking:Integer=20")
public final class CommunicationPage extends LayerPage {

    @Activate
    public CommunicationPage(@Reference Layers layers) {
        super("communication", layers, () -> List.of("communication"));
    }
}
