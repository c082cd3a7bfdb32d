package org.cadastre.analysis.graph;

import org.cadastre.compare.model.Verdict;

/** What a comparison says of a node or an edge. Told apart by colour, by sign and by the style of the line. */
public enum Mark {
    UNCHANGED(""), ADDED("+"), REMOVED("\u2212"), CHANGED("\u2260"), MOVED("\u2192"),
    /** One side does not tell. */
    UNKNOWN("?");

    private final String sign;

    Mark(String sign) {
        this.sign = sign;
    }

    /** One character, for those who do not tell the colours apart; empty for what did not change. */
    public String sign() {
        return sign;
    }

    /** What changes by itself counts as unchanged. */
    public static Mark of(Verdict verdict) {
        return switch (verdict) {
            case UNCHANGED, VOLATILE -> UNCHANGED;
            case CHANGED -> CHANGED;
            case ADDED -> ADDED;
            case REMOVED -> REMOVED;
            case MOVED -> MOVED;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** For one picture of several things: their mark if they agree, else changed. */
    public Mark and(Mark other) {
        return this == other ? this : this == UNKNOWN && other == UNCHANGED || this == UNCHANGED && other == UNKNOWN ? UNKNOWN
                : CHANGED;
    }
}
