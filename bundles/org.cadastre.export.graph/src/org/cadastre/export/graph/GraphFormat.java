package org.cadastre.export.graph;

/** How a graph is written. Named as the user types it. */
public enum GraphFormat {
    /** Every node and edge is a group with its id and a title. */
    svg,
    png,
    /** One page of the size of the picture, in vectors. */
    pdf,
    /** GraphML with the attributes of yEd, Gephi and others: no places. */
    graphml,
    /** For draw.io (diagrams.net): boxes and connectors that can be moved. */
    drawio,
    json
}
