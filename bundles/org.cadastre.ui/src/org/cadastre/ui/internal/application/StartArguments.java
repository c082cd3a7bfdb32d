package org.cadastre.ui.internal.application;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What to open at the start. Arguments that are not known belong to the platform and are passed over.
 *
 * @param estate folder of the estate to put on the list
 * @param snapshots names of snapshots as the command line takes them: none, one to show, or two to compare
 */
record StartArguments(Optional<Path> estate, List<String> snapshots) {

    static StartArguments parse(String... arguments) {
        Optional<Path> estate = Optional.empty();
        List<String> snapshots = List.of();
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            switch (rest.next()) {
                case "--open-estate" -> estate = next(rest).map(Path::of);
                case "--open-snapshot" -> snapshots = next(rest).map(List::of).orElse(List.of());
                case "--open-comparison" -> snapshots = pair(next(rest), next(rest));
                default -> {
                    // The platform's.
                }
            }
        }
        return new StartArguments(estate, snapshots);
    }

    private static List<String> pair(Optional<String> before, Optional<String> after) {
        return before.isPresent() && after.isPresent() ? List.of(before.get(), after.get()) : List.of();
    }

    private static Optional<String> next(Iterator<String> rest) {
        return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
    }
}
