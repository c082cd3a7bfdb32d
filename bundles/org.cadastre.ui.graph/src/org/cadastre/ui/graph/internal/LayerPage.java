package org.cadastre.ui.graph.internal;

import java.util.List;
import java.util.function.Supplier;

import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.Layers;
import org.cadastre.compare.Progress;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.ui.pages.SnapshotPage;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A page of the snapshot editor that shows one layer, or one of several that can be chosen. */
abstract class LayerPage implements SnapshotPage {

    private final String title;
    private final Layers layers;
    private final Supplier<List<String>> shown;

    /**
     * @param title what its name is, as the name of a layer
     * @param shown ids of its layers, the first one first
     */
    LayerPage(String title, Layers layers, Supplier<List<String>> shown) {
        this.title = title;
        this.layers = layers;
        this.shown = shown;
    }

    @Override
    public String title() {
        return Words.layer(title);
    }

    @Override
    public Control create(Composite parent, SnapshotReader snapshot) {
        return new GraphView(parent, new GraphSource() {

            @Override
            public List<String> layers() {
                return shown.get();
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
