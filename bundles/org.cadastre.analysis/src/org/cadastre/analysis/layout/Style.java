package org.cadastre.analysis.layout;

/** In what manner connected pieces are arranged. */
public enum Style {
    /** Layers from the best connected node downwards; long chains in turns, what is too dense on a circle. */
    LAYERED(Integer.MAX_VALUE),
    /** Every node below the one that it hangs on; lines that close a ring cross. */
    TREE(2000),
    /** Distances on the picture as the number of steps between nodes: near is near. */
    STRESS(700),
    /** Nodes push each other away, lines draw them together. */
    FORCE(700);

    private final int most;

    Style(int most) {
        this.most = most;
    }

    /** A piece with more nodes takes too long in this style and is arranged in layers. */
    int most() {
        return most;
    }
}
