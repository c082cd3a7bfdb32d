package org.cadastre.ui.internal.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.cadastre.model.Purpose;

/**
 * What the person asked to be scanned.
 *
 * @param targets as typed: local, HOST[:PORT], ranges
 * @param credentials names of those to be tried
 */
record ScanPlan(Path estate, String label, Purpose purpose, String ticket, String operator, List<String> targets,
        List<String> credentials) {

    ScanPlan {
        targets = List.copyOf(targets);
        credentials = List.copyOf(credentials);
    }

    /** The targets that a person typed: one a line, or several with blanks, commas or semicolons between them. */
    static List<String> targets(boolean thisComputer, String typed) {
        List<String> targets = new ArrayList<>();
        if (thisComputer) {
            targets.add("local");
        }
        Arrays.stream(typed.split("[\\s,;]+")).filter(word -> !word.isBlank()).forEach(targets::add);
        return targets;
    }
}
