package org.cadastre.compare.internal;

import org.cadastre.model.Coverage;

/**
 * What may be said of one section, given how much each side saw of it. The rules are told in docs/comparison.md.
 */
record Certainty(Sight before, Sight after) {

    /** Whether anything at all can be said about what is in the section. */
    boolean isComparable() {
        return !before.isNothing() && !after.isNothing();
    }

    /** Whether something may be hidden that a difference could lie in. */
    boolean hidesSomething() {
        return !(before.isAll() && after.isAll()) && !isAbsentOnBothSides();
    }

    /** Whether what only the side before shows is gone. */
    boolean provesRemoval() {
        return after.isAll();
    }

    /** Whether what only the side after shows is new. */
    boolean provesAddition() {
        return before.isAll();
    }

    /** A sentence that names both sides' reasons. */
    String told() {
        String told = before.told();
        return told.equals(after.told()) ? "On both sides it " + told + "."
                : "Before, it " + told + "; after, it " + after.told() + ".";
    }

    /** The device says twice in the same words that it has nothing of the kind, or nobody asked either time. */
    private boolean isAbsentOnBothSides() {
        boolean nothingThere = isUnsupported(before) && isUnsupported(after) && before.reason().equals(after.reason());
        return nothingThere || before.isUnasked() && after.isUnasked();
    }

    private static boolean isUnsupported(Sight sight) {
        return sight.coverage().filter(Coverage.UNSUPPORTED::equals).isPresent();
    }
}
