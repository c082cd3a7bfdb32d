package org.cadastre.ui.internal.scan;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.IntStream;

/** Proposes labels of snapshots that are not in use. */
final class Labels {

    private Labels() {
    }

    /** "before 2026-11-23", and if that is taken "before 2026-11-23 (2)" and so on. */
    static String propose(String purpose, Set<String> inUse) {
        String first = purpose + " " + LocalDate.now();
        return inUse.contains(first)
                ? IntStream.iterate(2, number -> number + 1).mapToObj(number -> first + " (" + number + ")")
                        .filter(label -> !inUse.contains(label)).findFirst().orElseThrow()
                : first;
    }
}
