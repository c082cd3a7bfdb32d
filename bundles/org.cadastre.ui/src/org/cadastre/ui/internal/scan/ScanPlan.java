package org.cadastre.ui.internal.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.cadastre.model.Purpose;
import org.cadastre.ui.internal.estates.SnapshotItem;

/**
 * What the person asked to be scanned.
 *
 * @param targets as typed: local, HOST[:PORT], ranges
 * @param credentials names of those to be tried
 * @param before what the new snapshot is compared with when it is there
 */
record ScanPlan(Path estate, String label, Purpose purpose, String ticket, String operator, List<String> targets,
        List<String> credentials, Optional<SnapshotItem> before) {

    /** One target, with the hosts that lead to it, if it names any. */
    private static final Pattern TYPED = Pattern.compile("[^\\s,;]+(?:[ \\t]+via[ \\t]+[^\\s,;]+(?:,[^\\s,;]+)*)?");

    ScanPlan {
        targets = List.copyOf(targets);
        credentials = List.copyOf(credentials);
    }

    /** The same under another label, for what failed. */
    ScanPlan again(Set<String> labelsInUse) {
        return new ScanPlan(estate, Labels.next(label, labelsInUse), purpose, ticket, operator, targets, credentials, before);
    }

    /** The targets that a person typed: one a line, or several with blanks, commas or semicolons between them. */
    static List<String> targets(boolean thisComputer, String typed) {
        List<String> targets = new ArrayList<>();
        if (thisComputer) {
            targets.add("local");
        }
        TYPED.matcher(typed).results().map(MatchResult::group).forEach(targets::add);
        return targets;
    }
}
