package org.cadastre.analysis.graph;

import java.util.Optional;

/**
 * What became of an edge from one snapshot to another. At least one side has it.
 *
 * @param before as it was; nothing for what was added, or of which only the newer snapshot tells
 * @param after as it is; nothing for what was removed, or of which only the older snapshot tells
 */
public record EdgeChange(Mark mark, Optional<Edge> before, Optional<Edge> after) {

    /** As it is, else as it was. */
    public Edge any() {
        return after.or(() -> before).orElseThrow();
    }
}
