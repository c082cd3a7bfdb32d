package org.cadastre.ui.graph.internal;

import java.util.List;

import org.cadastre.analysis.graph.Graph;

/** Where a view gets its graphs from. */
interface GraphSource {

    /** Ids of the layers to choose from; one or more. */
    List<String> layers();

    /** Not on the UI thread. */
    Graph read(String layer) throws Exception;
}
