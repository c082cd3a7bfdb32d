package org.cadastre.ui.internal.calibration;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;

/** The devices of the newest snapshot of an estate by their ids. */
record DeviceNames(Map<String, String> byId) {

    static DeviceNames of(Estate estate) throws EstateException {
        List<SnapshotInfo> snapshots = estate.snapshots();
        return new DeviceNames(snapshots.isEmpty() ? Map.of()
                : estate.read(estate.find("latest")).devices().stream()
                        .collect(Collectors.toMap(DeviceEntry::id, DeviceEntry::name)));
    }
}
