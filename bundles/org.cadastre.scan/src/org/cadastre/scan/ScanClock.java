package org.cadastre.scan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times in snapshots are told to the second. */
final class ScanClock {

    private ScanClock() {
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
