package org.cadastre.compare.history;

import org.cadastre.compare.model.Change;
import org.cadastre.repository.SnapshotInfo;

/**
 * A change of a device, and the two snapshots between which it happened: the last one that shows the old fact and the first
 * one that shows the new. Snapshots between them, if any, could not tell.
 */
public record DeviceEvent(Change change, SnapshotInfo before, SnapshotInfo after) {

    public FactPath path() {
        return FactPath.of(change);
    }
}
