package org.cadastre.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.cadastre.model.Device;
import org.cadastre.model.Identity;
import org.cadastre.model.Observations;
import org.cadastre.model.Section;
import org.cadastre.model.Snapshot;
import org.cadastre.model.canonical.CanonicalForm;
import org.cadastre.model.canonical.UnreadableException;
import org.cadastre.model.metamodel.RecordedMetamodel;
import org.cadastre.repository.internal.CorrectedDevices;
import org.cadastre.repository.internal.DeviceIndex;
import org.cadastre.repository.internal.Layout;
import org.cadastre.repository.internal.ManifestCheck;
import org.cadastre.repository.internal.SectionFilter;
import org.cadastre.repository.internal.SnapshotFiles;
import org.cadastre.repository.internal.StateDifference;
import org.cadastre.repository.internal.Store;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jgit.lib.ObjectId;

/** Reads one snapshot, file by file, on demand. Thread-safe; usable until its estate is closed. */
public final class SnapshotReader {

    private final Store store;
    private final SnapshotInfo info;
    private final Corrections corrections;
    private final Optional<RecordedMetamodel> metamodel;
    private final CanonicalForm canonical;
    private final SnapshotFiles files;
    private CorrectedDevices corrected;

    SnapshotReader(Store store, SnapshotInfo info, Corrections corrections) throws EstateException {
        this(store, info, corrections, Optional.empty());
    }

    private SnapshotReader(Store store, SnapshotInfo info, Corrections corrections, Optional<RecordedMetamodel> metamodel)
            throws EstateException {
        this.store = store;
        this.info = info;
        this.corrections = corrections;
        this.metamodel = metamodel;
        this.canonical = metamodel.map(known -> new CanonicalForm(known.registry())).orElseGet(CanonicalForm::new);
        try {
            this.files = new SnapshotFiles(store, ObjectId.fromString(info.id()));
        } catch (IOException | RuntimeException damaged) {
            throw damaged("its list of files", damaged);
        }
    }

    public SnapshotInfo info() {
        return info;
    }

    /**
     * The metamodel that the snapshot was written with. It may know sections that this version of the program does not.
     */
    public RecordedMetamodel metamodel() throws EstateException {
        try {
            Map<String, byte[]> recorded = new TreeMap<>();
            for (Map.Entry<String, ObjectId> file : files.below(Layout.METAMODEL).entrySet()) {
                recorded.put(file.getKey(), store.read(file.getValue()));
            }
            return RecordedMetamodel.read(recorded);
        } catch (IOException | RuntimeException damaged) {
            throw damaged(Layout.METAMODEL, damaged);
        }
    }

    /** Git object id of the metamodel that the snapshot was written with: equal ids are equal metamodels. */
    public Optional<String> metamodelId() throws EstateException {
        return id(Layout.METAMODEL);
    }

    /**
     * The same snapshot, read with another metamodel, such as that of the snapshot that it is to be compared with. Without,
     * files that the installed metamodel cannot read are read with the snapshot's own.
     */
    public SnapshotReader with(RecordedMetamodel other) throws EstateException {
        return new SnapshotReader(store, info, corrections, Optional.of(other));
    }

    /** Who read what, when, why, and what became of each target. */
    public Snapshot head() throws EstateException {
        Snapshot head = parse(Layout.HEAD, required(Layout.HEAD), Snapshot.class);
        CorrectedDevices devices = corrected();
        head.getTargets().stream().filter(outcome -> outcome.getDevice() != null)
                .forEach(outcome -> outcome.setDevice(devices.device(outcome.getDevice())));
        return head;
    }

    /** The device list, sorted by name. Reads one file, whatever the number of devices. */
    public List<DeviceEntry> devices() throws EstateException {
        CorrectedDevices devices = corrected();
        return index().stream().filter(entry -> !devices.isSetAside(entry.id()))
                .map(entry -> entry.withId(devices.device(entry.id()))).toList();
    }

    /**
     * What was read of a device beside the reading that counts as the device's: somebody said of two devices of this
     * snapshot that they are one.
     */
    public List<DeviceEntry> setAside() throws EstateException {
        CorrectedDevices devices = corrected();
        return index().stream().filter(entry -> devices.isSetAside(entry.id())).toList();
    }

    private List<DeviceEntry> index() throws EstateException {
        try {
            return DeviceIndex.read(new String(required(Layout.INDEX), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException damaged) {
            throw damaged(Layout.INDEX, damaged);
        }
    }

    private synchronized CorrectedDevices corrected() throws EstateException {
        if (corrected == null) {
            List<Correction> made = corrections.load();
            corrected = new CorrectedDevices(made, made.isEmpty() ? List.of()
                    : index().stream().map(DeviceEntry::id).toList(), this::shown);
        }
        return corrected;
    }

    private Predicate<Correction.Mark> shown(String file) throws EstateException {
        Set<Correction.Mark> marks = parse(Layout.state(file), Device.class).stream()
                .flatMap(device -> device.getSections().stream()).filter(Identity.class::isInstance)
                .flatMap(section -> ((Identity) section).getIdentifiers().stream())
                .map(one -> new Correction.Mark(one.getKind(), one.getValue())).collect(Collectors.toSet());
        return marks::contains;
    }

    /** The state of a device. */
    public Device device(String id) throws EstateException {
        Optional<String> file = file(id, Layout::state);
        Optional<Device> device = file.isEmpty() ? Optional.empty() : parse(file.get(), Device.class);
        device.ifPresent(found -> found.setId(id));
        return device.orElseThrow(() -> new EstateException(
                "The snapshot \"" + info.label() + "\" has no device " + id + "."));
    }

    /**
     * The sections of a device, state and observations, whose class has one of the names. Much faster than reading all of it where
     * few are wanted.
     */
    public List<Section> sections(String id, Set<String> names) throws EstateException {
        List<Section> sections = new ArrayList<>();
        Optional<String> state = file(id, Layout::state);
        if (state.isPresent()) {
            parse(state.get(), Device.class, names).ifPresent(device -> sections.addAll(device.getSections()));
        }
        Optional<String> observed = file(id, Layout::observations);
        if (observed.isPresent()) {
            parse(observed.get(), Observations.class, names)
                    .ifPresent(observations -> sections.addAll(observations.getSections()));
        }
        return sections;
    }

    private <T extends EObject> Optional<T> parse(String path, Class<T> type, Set<String> sections) throws EstateException {
        Optional<byte[]> bytes = read(path).flatMap(file -> SectionFilter.keep(file, sections::contains));
        return bytes.isEmpty() ? Optional.empty() : Optional.of(parse(path, bytes.get(), type));
    }

    /** What changed by itself on a device; empty if nothing of the kind was read. */
    public Optional<Observations> observations(String id) throws EstateException {
        Optional<String> file = file(id, Layout::observations);
        return file.isEmpty() ? Optional.empty() : parse(file.get(), Observations.class);
    }

    /** Every command that was sent to the device; empty if there is no log. */
    public String audit(String id) throws EstateException {
        Optional<String> file = file(id, Layout::audit);
        return file.isEmpty() ? "" : read(file.get()).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
    }

    /** Git blob id of the state of a device: equal ids prove equal states. Empty if the snapshot has no such device. */
    public Optional<String> stateId(String device) throws EstateException {
        Optional<String> file = file(device, Layout::state);
        return file.isEmpty() ? Optional.empty() : id(file.get());
    }

    private Optional<String> id(String path) throws EstateException {
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
        Set<String> touched = new TreeSet<>(corrected().touched());
        touched.addAll(after.corrected().touched());
        List<DeviceDifference> differences = new ArrayList<>(differentFiles(after));
        differences.removeIf(difference -> touched.contains(difference.device()));
        for (String device : touched) {
            DeviceDifference difference = new DeviceDifference(device, stateId(device), after.stateId(device));
            if (!difference.before().equals(difference.after())) {
                differences.add(difference);
            }
        }
        differences.sort(Comparator.comparing(DeviceDifference::device));
        return differences;
    }

    private List<DeviceDifference> differentFiles(SnapshotReader after) throws EstateException {
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
        try {
            return ManifestCheck.problems(new String(required(Layout.MANIFEST), StandardCharsets.UTF_8), files.below(""), store);
        } catch (IOException | RuntimeException damaged) {
            throw damaged(Layout.MANIFEST, damaged);
        }
    }

    /** The path of one of a device's files, which need not exist. */
    private Optional<String> file(String device, UnaryOperator<String> layout) throws EstateException {
        if (!Layout.isDeviceId(device)) {
            throw new EstateException("\"" + device + "\" is no id of a device: it has 16 hexadecimal digits.");
        }
        return corrected().file(device).map(layout);
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

    private <T extends EObject> Optional<T> parse(String path, Class<T> type) throws EstateException {
        Optional<byte[]> bytes = read(path);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(parse(path, bytes.get(), type));
    }

    private <T extends EObject> T parse(String path, byte[] bytes, Class<T> type) throws EstateException {
        try {
            return canonical.read(bytes, type);
        } catch (UnreadableException unknown) {
            Optional<RecordedMetamodel> own = metamodel.isPresent() ? Optional.empty() : newerMetamodel();
            if (own.isPresent()) {
                return with(own.get()).parse(path, bytes, type);
            }
            throw new EstateException("The file " + path + " of the snapshot \"" + info.label() + "\" in "
                    + store.directory() + " cannot be understood: " + Store.reason(unknown)
                    + "; if it was written by a newer version of Cadastre, use that.", unknown);
        }
    }

    /** The metamodel of the snapshot, if there is anything in it that this program does not know. */
    private Optional<RecordedMetamodel> newerMetamodel() throws EstateException {
        RecordedMetamodel own = metamodel();
        return RecordedMetamodel.installed(own).covers(own) ? Optional.empty() : Optional.of(own);
    }

    private EstateException damaged(String path, Exception cause) {
        return new EstateException("The snapshot \"" + info.label() + "\" in " + store.directory() + " is damaged: "
                + path + ": " + Store.reason(cause) + "; check the estate with \"git fsck\" and restore it from a copy.",
                cause);
    }
}
