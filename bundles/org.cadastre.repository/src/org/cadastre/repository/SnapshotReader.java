package org.cadastre.repository;

import java.util.List;
import java.util.Optional;

import org.cadastre.model.Device;
import org.cadastre.model.Observations;
import org.cadastre.model.Snapshot;

/** Reads one snapshot, file by file, on demand. Thread-safe; usable until its estate is closed. */
public final class SnapshotReader {

    SnapshotReader() {
    }

    public SnapshotInfo info() {
        throw new UnsupportedOperationException();
    }

    /** Who read what, when, why, and what became of each target. */
    public Snapshot head() throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }

    /** The device list, sorted by name. Reads one file, whatever the number of devices. */
    public List<DeviceEntry> devices() throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }

    /** The state of a device. */
    public Device device(String id) throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }

    public Optional<Observations> observations(String id) throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }

    /** Every command that was sent to the device; empty if there is no log. */
    public String audit(String id) throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }

    /** Git blob id of the state of a device: equal ids prove equal states. Empty if the snapshot has no such device. */
    public Optional<String> stateId(String device) throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }

    /**
     * The devices whose state is not the same in a later snapshot, sorted by id. The cost grows with their number, not
     * with the size of the estate.
     */
    public Iterable<DeviceDifference> differences(SnapshotReader after) throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }

    /** Checks every file against MANIFEST.sha256; one line for each that is missing, additional or different. */
    public List<String> verify() throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }
}
