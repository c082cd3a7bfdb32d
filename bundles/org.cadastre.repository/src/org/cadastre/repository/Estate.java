package org.cadastre.repository;

import java.nio.file.Path;
import java.util.List;

/**
 * One customer's whole IT infrastructure: a bare Git repository whose branch "main" is the chain of snapshots.
 *
 * <pre>{@code
 * try (Estate estate = Estate.open(directory)) {
 *     SnapshotReader latest = estate.read(estate.find("latest"));
 *     for (DeviceEntry entry : latest.devices()) { ... }
 * }
 * }</pre>
 *
 * <p>Thread-safe. Any number of processes may read and write the same estate at the same time.
 */
public final class Estate implements AutoCloseable {

    private final Path directory;

    private Estate(Path directory) {
        this.directory = directory;
    }

    /** @param directory absent or empty */
    public static Estate create(Path directory, String name) throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }

    public static Estate open(Path directory) throws EstateException {
        if (!java.nio.file.Files.isDirectory(directory)) {
            throw new EstateException("There is no estate in " + directory + ".");
        }
        return new Estate(directory);
    }

    /** Opens the estate, or creates one that is named as its directory if that is absent or empty. */
    public static Estate openOrCreate(Path directory) throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }

    public Path directory() {
        return directory;
    }

    /** Random, given when the estate was created; the same in every clone. */
    public String id() {
        throw new UnsupportedOperationException();
    }

    public String name() {
        throw new UnsupportedOperationException();
    }

    /** The snapshots, newest first. Reads no more than the commits. */
    public List<SnapshotInfo> snapshots() throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }

    /** @param name a label, an id or the beginning of one (4 digits or more), "latest", or "latest~N" */
    public SnapshotInfo find(String name) throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }

    public SnapshotReader read(SnapshotInfo snapshot) throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }

    /** @param label one line of at most 200 characters, not used in this estate before, not "latest" */
    public SnapshotWriter newSnapshot(String label) throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }

    public KnownHosts knownHosts() {
        throw new UnsupportedOperationException();
    }

    public DeviceRegistry devices() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
