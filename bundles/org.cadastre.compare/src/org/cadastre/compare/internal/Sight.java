package org.cadastre.compare.internal;

import java.util.Optional;

import org.cadastre.model.Coverage;
import org.cadastre.model.Section;

/**
 * How much one side of a comparison saw of a section.
 *
 * @param extent what may be concluded from it
 * @param coverage empty when the section is not there at all
 * @param reason why not all of it was seen, without a full stop; may be empty
 */
record Sight(Extent extent, Optional<Coverage> coverage, String reason) {

    enum Extent {
        /** What is not in the section is not on the device. */
        ALL,
        /** What is in the section is on the device; nothing follows from what is not in it. */
        PART,
        /** Nothing follows from the section. */
        NONE
    }

    static Sight of(Optional<Section> section) {
        Optional<Coverage> coverage = section.map(Section::getCoverage);
        return new Sight(coverage.map(Sight::extent).orElse(Extent.NONE), coverage,
                section.map(Section::getReason).map(Sight::withoutFullStop).orElse(""));
    }

    boolean isAll() {
        return extent == Extent.ALL;
    }

    boolean isNothing() {
        return extent == Extent.NONE;
    }

    /** Whether the section was never asked for, so that its absence is no gap. */
    boolean isUnasked() {
        return coverage.isEmpty() || coverage.get() == Coverage.NOT_REQUESTED;
    }

    /** Completes "Before, it ...". */
    String told() {
        String verb = coverage.map(Sight::verb).orElse("was not read");
        return reason.isEmpty() ? verb : verb + " (" + reason + ")";
    }

    private static Extent extent(Coverage coverage) {
        return switch (coverage) {
            case COMPLETE -> Extent.ALL;
            case PARTIAL -> Extent.PART;
            case DENIED, FAILED, TIMED_OUT, UNSUPPORTED, NOT_REQUESTED -> Extent.NONE;
        };
    }

    private static String verb(Coverage coverage) {
        return switch (coverage) {
            case COMPLETE -> "was read completely";
            case PARTIAL -> "was read in part";
            case DENIED -> "was denied";
            case FAILED -> "could not be read";
            case TIMED_OUT -> "did not come in time";
            case UNSUPPORTED -> "was not available";
            case NOT_REQUESTED -> "was not asked for";
        };
    }

    private static String withoutFullStop(String sentence) {
        String line = sentence.strip().lines().findFirst().orElse("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
