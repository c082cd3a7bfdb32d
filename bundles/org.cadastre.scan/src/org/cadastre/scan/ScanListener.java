package org.cadastre.scan;

import org.cadastre.model.TargetOutcome;

/** Follows a scan. Called from several threads, one call at a time. */
public interface ScanListener {

    /** The ranges are spelled out; reading begins. */
    default void targetsKnown(int count) {
        // not everybody wants to know
    }

    default void targetStarted(String target) {
        // not everybody wants to know
    }

    default void targetFinished(TargetOutcome outcome) {
        // not everybody wants to know
    }
}
