package org.cadastre.ui.internal.scan;

import java.util.Optional;

import org.cadastre.model.Purpose;
import org.cadastre.ui.internal.estates.SnapshotItem;
import org.cadastre.ui.internal.texts.Texts;

/** Why a person takes a snapshot: what the dialog says, and what it fills in. */
sealed interface Occasion {

    /** No work is meant. */
    record Any() implements Occasion {
        // Nothing is known beforehand.
    }

    /** Work is about to begin. */
    record Begin() implements Occasion {
        // The person names the ticket and the targets.
    }

    /**
     * Work that is done: the same is read again.
     *
     * @param before the snapshot that the work was begun with
     * @param scope its targets
     */
    record Finish(SnapshotItem before, Scope scope) implements Occasion {
        // The same targets again.
    }

    default String title() {
        return switch (this) {
            case Any any -> Texts.text("scan.title");
            case Begin begin -> Texts.text("scan.begin.title");
            case Finish finish -> Texts.text("scan.finish.title");
        };
    }

    default String message() {
        return switch (this) {
            case Any any -> Texts.text("scan.message");
            case Begin begin -> Texts.text("scan.begin.message");
            case Finish finish -> Texts.text("scan.finish.message", finish.before().info().label());
        };
    }

    /** What the snapshot is for, unless the person says otherwise; empty if it is not known. */
    default Optional<Purpose> purpose() {
        return switch (this) {
            case Any any -> Optional.empty();
            case Begin begin -> Optional.of(Purpose.BEFORE);
            case Finish finish -> Optional.of(Purpose.AFTER);
        };
    }
}
