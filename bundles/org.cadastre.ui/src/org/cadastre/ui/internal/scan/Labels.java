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
        return inUse.contains(first) ? next(first, inUse) : first;
    }

    /** The label with the first number behind it that is free. */
    static String next(String label, Set<String> inUse) {
        return IntStream.iterate(2, number -> number + 1).mapToObj(number -> label + " (" + number + ")")
                .filter(numbered -> !inUse.contains(numbered)).findFirst().orElseThrow();
    }
}
