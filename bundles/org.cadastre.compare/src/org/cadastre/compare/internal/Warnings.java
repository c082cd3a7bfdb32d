package org.cadastre.compare.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.cadastre.model.Snapshot;
import org.cadastre.model.TargetOutcome;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;

/** What a person must know about a comparison as a whole before reading it. */
final class Warnings {

    private Warnings() {
    }

    /** @param devices how many were read on both sides */
    static List<String> of(SnapshotReader before, Snapshot headBefore, SnapshotReader after, Snapshot headAfter, int devices)
            throws EstateException {
        List<String> warnings = new ArrayList<>();
        Set<String> common = targets(headBefore);
        common.retainAll(targets(headAfter));
        if (common.isEmpty() && devices == 0) {
            warnings.add("The two snapshots have no target in common (before: " + String.join(", ", headBefore.getScope())
                    + "; after: " + String.join(", ", headAfter.getScope()) + "), and no device; nothing can be compared.");
        }
        for (SnapshotReader snapshot : List.of(before, after)) {
            for (DeviceEntry second : snapshot.setAside()) {
                warnings.add("The snapshot \"" + snapshot.info().label() + "\" holds a second reading of a device that was merged by"
                        + " hand, " + second.name() + " (" + second.id() + "); it is set aside.");
            }
        }
        return warnings;
    }

    private static Set<String> targets(Snapshot head) {
        return new HashSet<>(head.getTargets().stream().map(TargetOutcome::getTarget).toList());
    }
}
