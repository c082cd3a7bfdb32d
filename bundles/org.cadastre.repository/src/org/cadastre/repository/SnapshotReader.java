package org.cadastre.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

import org.cadastre.model.Device;
import org.cadastre.model.Observations;
import org.cadastre.model.Snapshot;
import org.cadastre.model.canonical.CanonicalForm;
import org.cadastre.model.canonical.UnreadableException;
import org.cadastre.repository.internal.DeviceIndex;
import org.cadastre.repository.internal.Layout;
import org.cadastre.repository.internal.Manifest;
import org.cadastre.repository.internal.SnapshotFiles;
import org.cadastre.repository.internal.StateDifference;
import org.cadastre.repository.internal.Store;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jgit.lib.ObjectId;

/** Reads one snapshot, file by file, on demand. Thread-safe; usable until its estate is closed. */
public final class SnapshotReader {

    private final Store store;
    private final SnapshotInfo info;
    private final SnapshotFiles files;
    private final CanonicalForm canonical = new CanonicalForm();

    SnapshotReader(Store store, SnapshotInfo info) throws EstateException {
        this.store = store;
        this.info = info;
        try {
            this.files = new SnapshotFiles(store, ObjectId.fromString(info.id()));
        } catch (IOException | RuntimeException damaged) {
            throw damaged("its list of files", damaged);
        }
    }

    public SnapshotInfo info() {
        return info;
    }

    /** Who read what, when, why, and what became of each target. */
    public Snapshot head() throws EstateException {
        return parse(Layout.HEAD, required(Layout.HEAD), Snapshot.class);
    }

    /** The device list, sorted by name. Reads one file, whatever the number of devices. */
    public List<DeviceEntry> devices() throws EstateException {
        try {
            return DeviceIndex.read(new String(required(Layout.INDEX), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException damaged) {
            throw damaged(Layout.INDEX, damaged);
        }
    }

    /** The state of a device. */
    public Device device(String id) throws EstateException {
        String path = Layout.state(existing(id));
        byte[] bytes = read(path).orElseThrow(() -> new EstateException(
                "The snapshot \"" + info.label() + "\" has no device " + id + "."));
        return parse(path, bytes, Device.class);
    }

    /** What changed by itself on a device; empty if nothing of the kind was read. */
    public Optional<Observations> observations(String id) throws EstateException {
        String path = Layout.observations(existing(id));
        Optional<byte[]> bytes = read(path);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(parse(path, bytes.get(), Observations.class));
    }

    /** Every command that was sent to the device; empty if there is no log. */
    public String audit(String id) throws EstateException {
        return read(Layout.audit(existing(id))).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
    }

    /** Git blob id of the state of a device: equal ids prove equal states. Empty if the snapshot has no such device. */
    public Optional<String> stateId(String device) throws EstateException {
        String path = Layout.state(existing(device));
        try {
            return files.id(path).map(ObjectId::name);
        } catch (IOException | RuntimeException damaged) {
            throw damaged(path, damaged);
        }
    }

    /**
     * The devices whose state is not the same in a later snapshot, sorted by id. The cost grows with their number, not
     * with the size of the estate.
     */
    public Iterable<DeviceDifference> differences(SnapshotReader after) throws EstateException {
        try {
            return StateDifference.between(store, files.id(Layout.STATE), after.files.id(Layout.STATE));
        } catch (IOException | RuntimeException damaged) {
            throw new EstateException("The snapshots \"" + info.label() + "\" and \"" + after.info.label() + "\" in "
                    + store.directory() + " cannot be compared: " + Store.reason(damaged)
                    + "; check the estate with \"git fsck\" and restore it from a copy.", damaged);
        }
    }

    /**
     * Checks every file against MANIFEST.sha256. Reads the whole snapshot.
     *
     * @return one line for each file that is missing, additional, unreadable or different; empty if all is well
     */
    public List<String> verify() throws EstateException {
        SortedMap<String, String> expected;
        SortedMap<String, ObjectId> found;
        try {
            expected = Manifest.read(new String(required(Layout.MANIFEST), StandardCharsets.UTF_8));
            found = files.below("");
        } catch (IOException | RuntimeException damaged) {
            throw damaged(Layout.MANIFEST, damaged);
        }
        found.remove(Layout.MANIFEST);
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, String> file : expected.entrySet()) {
            ObjectId blob = found.remove(file.getKey());
            if (blob == null) {
                problems.add(file.getKey() + ": is missing");
            } else {
                problem(blob, file.getValue()).ifPresent(problem -> problems.add(file.getKey() + ": " + problem));
            }
        }
        found.keySet().forEach(path -> problems.add(path + ": is not in the manifest"));
        return problems;
    }

    private Optional<String> problem(ObjectId blob, String hash) {
        try {
            boolean same = HexFormat.of().formatHex(Manifest.hash(store.read(blob))).equals(hash);
            return same ? Optional.empty() : Optional.of("is not what the manifest says");
        } catch (IOException | RuntimeException damaged) {
            return Optional.of("cannot be read: " + Store.reason(damaged));
        }
    }

    private static String existing(String id) throws EstateException {
        if (!Layout.isDeviceId(id)) {
            throw new EstateException("\"" + id + "\" is no id of a device: it has 16 hexadecimal digits.");
        }
        return id;
    }

    private byte[] required(String path) throws EstateException {
        return read(path).orElseThrow(() -> damaged(path, new IOException("it is missing")));
    }

    private Optional<byte[]> read(String path) throws EstateException {
        try {
            return files.read(path);
        } catch (IOException | RuntimeException damaged) {
            throw damaged(path, damaged);
        }
    }

    private <T extends EObject> T parse(String path, byte[] bytes, Class<T> type) throws EstateException {
        try {
            return canonical.read(bytes, type);
        } catch (UnreadableException unknown) {
            throw new EstateException("The file " + path + " of the snapshot \"" + info.label() + "\" in "
                    + store.directory() + " cannot be understood: " + Store.reason(unknown)
                    + "; if it was written by a newer version of Cadastre, use that.", unknown);
        }
    }

    private EstateException damaged(String path, Exception cause) {
        return new EstateException("The snapshot \"" + info.label() + "\" in " + store.directory() + " is damaged: "
                + path + ": " + Store.reason(cause) + "; check the estate with \"git fsck\" and restore it from a copy.",
                cause);
    }
}
