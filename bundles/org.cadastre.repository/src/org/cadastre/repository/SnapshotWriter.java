package org.cadastre.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Device;
import org.cadastre.model.Observations;
import org.cadastre.model.Purpose;
import org.cadastre.model.Snapshot;
import org.cadastre.model.canonical.CanonicalForm;
import org.cadastre.model.canonical.UnreadableException;
import org.cadastre.repository.internal.Branch;
import org.cadastre.repository.internal.DeviceIndex;
import org.cadastre.repository.internal.History;
import org.cadastre.repository.internal.Housekeeping;
import org.cadastre.repository.internal.Layout;
import org.cadastre.repository.internal.Manifest;
import org.cadastre.repository.internal.MetamodelFiles;
import org.cadastre.repository.internal.SnapshotCommit;
import org.cadastre.repository.internal.SnapshotFiles;
import org.cadastre.repository.internal.SnapshotPack;
import org.cadastre.repository.internal.Store;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Writes one snapshot. Devices go to the disk as they come; the memory needed is some hundred bytes a device. Nothing is
 * visible before {@link #commit}, and whatever happens before leaves the estate as it was.
 *
 * <pre>{@code
 * try (SnapshotWriter writer = estate.newSnapshot("before the update")) {
 *     writer.add(entry, device, observations, audit);     // from many threads
 *     SnapshotInfo info = writer.commit(head);
 * }
 * }</pre>
 */
public final class SnapshotWriter implements AutoCloseable {

    private record SealedFile(ObjectId blob, byte[] hash) {
    }

    private final Estate estate;
    private final Store store;
    private final String label;
    private final SnapshotPack pack;
    private final CanonicalForm canonical = new CanonicalForm();
    private final MetamodelFiles metamodel = new MetamodelFiles();
    private final SortedMap<String, SealedFile> files = new TreeMap<>();
    private final SortedMap<String, DeviceEntry> entries = new TreeMap<>();
    private boolean committed;

    SnapshotWriter(Estate estate, Store store, String label) throws EstateException {
        this.estate = estate;
        this.store = store;
        this.label = label;
        try {
            this.pack = new SnapshotPack(store, store.tip(Store.SNAPSHOTS));
        } catch (IOException damaged) {
            throw new EstateException("The latest snapshot in " + store.directory() + " is damaged: "
                    + Store.reason(damaged) + "; check it with \"git fsck\" and restore the estate from a copy.", damaged);
        }
    }

    /**
     * Adds a device. May be called by many threads.
     *
     * @param entry its line in the device list; the gaps are counted here
     * @param device its state; brought into canonical order in place
     * @param observations written only if there are any
     * @param audit every command sent to the device; may be empty
     */
    public void add(DeviceEntry entry, Device device, Observations observations, String audit) throws EstateException {
        String id = entry.id();
        if (!Layout.isDeviceId(id)) {
            throw new EstateException("\"" + id + "\" cannot be the id of a device: it needs 16 hexadecimal digits.");
        }
        metamodel.add(device);
        byte[] state = canonical.write(device);
        byte[] observed = {};
        if (!observations.getSections().isEmpty()) {
            metamodel.add(observations);
            observed = canonical.write(observations);
        }
        byte[] log = audit.getBytes(StandardCharsets.UTF_8);
        synchronized (this) {
            requireOpen();
            if (entries.putIfAbsent(id, entry.withGapsOf(device)) != null) {
                throw new EstateException("The device " + id + " (" + entry.name() + ") is in the snapshot \"" + label
                        + "\" already.");
            }
            try {
                put(Layout.state(id), state);
                if (observed.length > 0) {
                    put(Layout.observations(id), observed);
                }
                if (log.length > 0) {
                    put(Layout.audit(id), log);
                }
            } catch (IOException unwritable) {
                throw unwritable(unwritable);
            }
        }
    }

    /**
     * What was added of a device.
     *
     * @param observations without sections if there were none
     */
    public record Taken(Device device, Observations observations, String audit) {
    }

    /** Takes a device out again, so that it can be added with more. May be called by many threads. */
    public synchronized Taken take(String id) throws EstateException {
        requireOpen();
        if (entries.remove(id) == null) {
            throw new EstateException("The device " + id + " is not in the snapshot \"" + label + "\".");
        }
        try (ObjectReader reader = pack.newReader()) {
            Device device = canonical.read(removed(reader, Layout.state(id)), Device.class);
            device.setId(id);
            byte[] observed = removed(reader, Layout.observations(id));
            Observations observations = observed.length == 0 ? CadastreFactory.eINSTANCE.createObservations()
                    : canonical.read(observed, Observations.class);
            return new Taken(device, observations, new String(removed(reader, Layout.audit(id)), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw unwritable(unreadable);
        } catch (UnreadableException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private byte[] removed(ObjectReader reader, String path) throws IOException {
        SealedFile file = files.remove(path);
        return file == null ? new byte[0] : reader.open(file.blob()).getBytes();
    }

    private void put(String path, byte[] file) throws IOException {
        files.put(path, new SealedFile(pack.insert(Constants.OBJ_BLOB, file), Manifest.hash(file)));
    }

    /**
     * Makes the snapshot visible, in one step, after everything is safe on the disk. Also saves the host keys that were
     * remembered.
     *
     * @param head label and estate are filled in here, and so is the time of the end if there is none
     */
    public synchronized SnapshotInfo commit(Snapshot head) throws EstateException {
        requireOpen();
        complete(head);
        estate.knownHosts().save();
        try {
            metamodel.add(head);
            put(Layout.HEAD, canonical.write(head));
            put(Layout.INDEX, DeviceIndex.write(entries.values()).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : metamodel.files().entrySet()) {
                put(file.getKey(), file.getValue());
            }
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        }
        ObjectId commit = new Branch(store, Store.SNAPSHOTS).advance(tip -> Optional.of(next(head, tip))).orElseThrow();
        committed = true;
        new Housekeeping(store).tidy();
        return new History(store).snapshot(commit);
    }

    private void complete(Snapshot head) {
        head.setEstate(estate.id());
        head.setLabel(label);
        head.setPurpose(Objects.requireNonNullElse(head.getPurpose(), Purpose.ROUTINE));
        if (head.getFinished() == null) {
            head.setFinished(Instant.now());
        }
        if (head.getStarted() == null) {
            head.setStarted(head.getFinished());
        }
    }

    private Branch.Next<ObjectId> next(Snapshot head, Optional<ObjectId> tip) throws EstateException, IOException {
        estate.requireUnused(label);
        SortedMap<String, SealedFile> all = new TreeMap<>(files);
        if (tip.isPresent()) {
            carryOver(tip.get(), all);
        }
        SortedMap<String, byte[]> hashes = new TreeMap<>();
        all.forEach((path, file) -> hashes.put(path, file.hash()));
        byte[] manifest = Manifest.write(hashes).getBytes(StandardCharsets.UTF_8);
        all.put(Layout.MANIFEST, new SealedFile(pack.insert(Constants.OBJ_BLOB, manifest), new byte[0]));

        ObjectId root = tree(all).writeTree(pack);
        long elements = entries.values().stream().mapToLong(DeviceEntry::elements).sum();
        ObjectId commit = pack.insert(SnapshotCommit.write(head, entries.size(), elements, root, tip));
        pack.flush();
        return new Branch.Next<>(commit, commit);
    }

    /** What people wrote about the devices goes on from snapshot to snapshot. */
    private void carryOver(ObjectId parent, SortedMap<String, SealedFile> all) throws IOException {
        for (Map.Entry<String, ObjectId> file : new SnapshotFiles(store, parent).below(Layout.DOCUMENTATION).entrySet()) {
            all.put(file.getKey(), new SealedFile(file.getValue(), Manifest.hash(store.read(file.getValue()))));
        }
    }

    private static DirCache tree(SortedMap<String, SealedFile> all) {
        DirCache tree = DirCache.newInCore();
        DirCacheBuilder builder = tree.builder();
        all.forEach((path, file) -> {
            DirCacheEntry entry = new DirCacheEntry(path);
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setObjectId(file.blob());
            builder.add(entry);
        });
        builder.finish();
        return tree;
    }

    private void requireOpen() {
        if (committed) {
            throw new IllegalStateException("the snapshot \"" + label + "\" is committed");
        }
    }

    private EstateException unwritable(IOException cause) {
        return new EstateException("The snapshot \"" + label + "\" cannot be written to " + store.directory() + ": "
                + Store.reason(cause) + "; the estate is as it was before.", cause);
    }

    /** Gives the snapshot up unless it was committed. */
    @Override
    public synchronized void close() {
        pack.close();
    }
}
