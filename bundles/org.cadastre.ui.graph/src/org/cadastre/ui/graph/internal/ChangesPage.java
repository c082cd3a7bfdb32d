package org.cadastre.ui.graph.internal;

import java.util.List;

import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.Layers;
import org.cadastre.compare.Progress;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.ui.pages.ComparisonPage;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page "Graph" of the comparison editor: both snapshots laid over each other, in a layer that can be chosen. */
@Component
public final class ChangesPage implements ComparisonPage {

    private static final String FIRST = "topology";

    private final Layers layers;

    @Activate
    public ChangesPage(@Reference Layers layers) {
        this.layers = layers;
    }

    @Override
    public String title() {
        return Words.text("page.graph");
    }

    @Override
    public Control create(Composite parent, SnapshotReader before, SnapshotReader after, SnapshotComparison comparison) {
        return new GraphView(parent, new GraphSource() {

            @Override
            public List<String> layers() {
                return layers.ids().stream().sorted((one, other) -> Boolean.compare(other.equals(FIRST), one.equals(FIRST)))
                        .toList();
            }

            @Override
            public String estate() throws Exception {
                return after.head().getEstate();
            }

            @Override
            public Graph read(String id) throws Exception {
                return layers.graph(layers.find(id).orElseThrow(), before, after, comparison, Progress.none());
            }
        });
    }
}
