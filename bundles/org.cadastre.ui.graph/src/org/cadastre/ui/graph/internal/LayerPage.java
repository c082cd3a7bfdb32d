package org.cadastre.ui.graph.internal;

import java.util.List;

import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.Layers;
import org.cadastre.compare.Progress;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.ui.pages.SnapshotPage;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A page of the snapshot editor that shows one layer. */
abstract class LayerPage implements SnapshotPage {

    private final Layers layers;
    private final String layer;

    LayerPage(Layers layers, String layer) {
        this.layers = layers;
        this.layer = layer;
    }

    @Override
    public String title() {
        return Words.layer(layer);
    }

    @Override
    public Control create(Composite parent, SnapshotReader snapshot) {
        return new GraphView(parent, new GraphSource() {

            @Override
            public List<String> layers() {
                return List.of(layer);
            }

            @Override
            public String estate() throws Exception {
                return snapshot.head().getEstate();
            }

            @Override
            public Graph read(String id) throws Exception {
                return layers.graph(layers.find(id).orElseThrow(), snapshot, Progress.none());
            }
        });
    }
}
