package org.cadastre.ui.internal.estates;

import java.util.Optional;

import org.cadastre.model.TargetResult;
import org.cadastre.repository.DeviceDifference;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.SnapshotReader;

/**
 * What the time line says of a snapshot beside what its list knows.
 *
 * @param step how it differs from the snapshot before it; empty for the first one
 * @param incomplete devices of which a section was not read completely
 * @param missing targets that were named and not read
 */
record Glance(Optional<Step> step, int incomplete, int missing) {

    /**
     * Devices, told apart by whether both snapshots have them: one that is not in the later one was not seen, which is no
     * proof that it is gone.
     *
     * @param different in both, with other contents, be it because one was read less completely
     */
    record Step(int different, int added, int notSeen) {
    }

    boolean complete() {
        return incomplete == 0 && missing == 0;
    }

    /** Reads the lists of devices and targets, and the names of what differs; no device. Not for the UI thread. */
    static Glance of(Estate estate, SnapshotInfo snapshot, Optional<SnapshotInfo> before) throws EstateException {
        SnapshotReader reader = estate.read(snapshot);
        Optional<Step> step = before.isEmpty() ? Optional.empty() : Optional.of(step(estate.read(before.get()), reader));
        int incomplete = (int) reader.devices().stream().mapToInt(DeviceEntry::gaps).filter(gaps -> gaps > 0).count();
        int missing = (int) reader.head().getTargets().stream()
                .filter(target -> target.getResult() != TargetResult.READ && !target.isSwept()).count();
        return new Glance(step, incomplete, missing);
    }

    private static Step step(SnapshotReader before, SnapshotReader after) throws EstateException {
        int different = 0;
        int added = 0;
        int notSeen = 0;
        for (DeviceDifference difference : before.differences(after)) {
            if (difference.before().isEmpty()) {
                added++;
            } else if (difference.after().isEmpty()) {
                notSeen++;
            } else {
                different++;
            }
        }
        return new Step(different, added, notSeen);
    }
}
