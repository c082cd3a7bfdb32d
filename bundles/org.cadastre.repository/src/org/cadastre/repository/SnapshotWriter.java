package org.cadastre.repository;

import org.cadastre.model.Device;
import org.cadastre.model.Observations;
import org.cadastre.model.Snapshot;

/** Writes one snapshot. Nothing of it is visible before {@link #commit}. {@link #add} may be called by many threads. */
public final class SnapshotWriter implements AutoCloseable {

    SnapshotWriter() {
    }

    /**
     * Adds a device.
     *
     * @param entry its line in the device list
     * @param device its state; brought into canonical order in place
     * @param observations written only if there are any
     * @param audit every command sent to the device; may be empty
     */
    public void add(DeviceEntry entry, Device device, Observations observations, String audit) throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }

    /**
     * Makes the snapshot visible, in one step, after everything is safe on the disk.
     *
     * @param head label and estate are filled in here
     */
    public SnapshotInfo commit(Snapshot head) throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }

    /** Gives the snapshot up unless it was committed. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
