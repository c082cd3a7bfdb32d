package org.cadastre.analysis.layout;

import org.cadastre.analysis.graph.Node;

/**
 * A node with its place.
 *
 * @param caption second line: what would stand at the only line that leads to it; empty if there is none
 */
public record Shape(Node node, Box box, String caption) {

    public Shape moved(double dx, double dy) {
        return new Shape(node, box.moved(dx, dy), caption);
    }
}
