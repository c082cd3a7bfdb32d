package org.cadastre.ui.graph.internal;

import java.util.List;

import org.cadastre.analysis.graph.Graph;

/** Where a view gets its graphs from. */
interface GraphSource {

    /** Ids of the layers to choose from; one or more. */
    List<String> layers();

    /** Not on the UI thread. */
    Graph read(String layer) throws Exception;

    /** What the places of nodes are remembered for: the id of the estate. Not on the UI thread. */
    String estate() throws Exception;
}
