package org.cadastre.repository;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;

import org.cadastre.repository.internal.EstateFiles;
import org.cadastre.repository.internal.History;
import org.cadastre.repository.internal.Labels;
import org.cadastre.repository.internal.SnapshotNames;
import org.cadastre.repository.internal.Store;

/**
 * One customer's whole IT infrastructure: a bare Git repository whose branch "main" is the chain of snapshots. The layout
 * is described in docs/estate-format.md.
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

    private static final String PROPERTIES = "estate.properties";
    private static final String FORMAT = "1";

    private final Store store;
    private final History history;
    private final String id;
    private final String name;
    private final KnownHosts knownHosts;
    private final DeviceRegistry devices;
    private final Corrections corrections;
    private final VolatilePlaces volatilePlaces;

    private Estate(Store store, EstateFiles files) throws EstateException {
        Properties properties = properties(files.read(PROPERTIES));
        if (!FORMAT.equals(properties.getProperty("format"))) {
            throw new EstateException("The estate " + store.directory() + " has format "
                    + properties.getProperty("format", "unknown") + ", this version of Cadastre reads format " + FORMAT
                    + "; use a newer version.");
        }
        this.store = store;
        this.history = new History(store);
        this.id = properties.getProperty("id", "");
        this.name = properties.getProperty("name", "");
        this.knownHosts = new KnownHosts(files);
        this.devices = new DeviceRegistry(files);
        this.corrections = new Corrections(files);
        this.volatilePlaces = new VolatilePlaces(files);
    }

    /**
     * @param directory absent or empty
     * @param name of the customer or site
     */
    public static Estate create(Path directory, String name) throws EstateException {
        if (!Store.isVacant(directory)) {
            throw new EstateException("No estate can be created at " + directory.toAbsolutePath().normalize()
                    + ": the directory is not empty.");
        }
        try (Store store = Store.create(directory)) {
            String properties = "format=" + FORMAT + "\nid=" + UUID.randomUUID() + "\n" + line("name", Labels.printable(name));
            new EstateFiles(store).change(PROPERTIES, now -> now.isEmpty() ? properties : now, "Begin the estate");
        }
        return open(directory);
    }

    public static Estate open(Path directory) throws EstateException {
        Store store = Store.open(directory);
        try {
            return new Estate(store, new EstateFiles(store));
        } catch (EstateException unreadable) {
            store.close();
            throw unreadable;
        }
    }

    /** Opens the estate, or creates one that is named as its directory if that is absent or empty. */
    public static Estate openOrCreate(Path directory) throws EstateException {
        return Store.isVacant(directory)
                ? create(directory, String.valueOf(directory.toAbsolutePath().normalize().getFileName()))
                : open(directory);
    }

    private static String line(String key, String value) {
        Properties one = new Properties();
        one.setProperty(key, value);
        StringWriter text = new StringWriter();
        try {
            one.store(text, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        // Without the time, which Java puts above.
        return text.toString().lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Properties properties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return properties;
    }

    public Path directory() {
        return store.directory();
    }

    /** Random, given when the estate was created; the same in every clone. */
    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The snapshots, newest first. Reads no more than the commits and their top trees. */
    public List<SnapshotInfo> snapshots() throws EstateException {
        return history.snapshots();
    }

    /** @param name a label, an id or the beginning of one (4 digits or more), "latest", or "latest~N" */
    public SnapshotInfo find(String name) throws EstateException {
        return SnapshotNames.find(name, snapshots(), directory());
    }

    /** The snapshot in the light of all corrections of identities that were made up to now. */
    public SnapshotReader read(SnapshotInfo snapshot) throws EstateException {
        return new SnapshotReader(store, snapshot, corrections);
    }

    /** @param label one line of at most 200 characters, not used in this estate before, not "latest" */
    public SnapshotWriter newSnapshot(String label) throws EstateException {
        String valid = Labels.valid(label);
        requireUnused(valid);
        return new SnapshotWriter(this, store, valid);
    }

    void requireUnused(String label) throws EstateException {
        Optional<SnapshotInfo> same = snapshots().stream().filter(snapshot -> snapshot.label().equals(label)).findAny();
        if (same.isPresent()) {
            throw new EstateException("There is a snapshot \"" + label + "\" of " + same.get().finished() + " in "
                    + directory() + " already; give this one another label.");
        }
    }

    public KnownHosts knownHosts() {
        return knownHosts;
    }

    public DeviceRegistry devices() {
        return devices;
    }

    public Corrections corrections() {
        return corrections;
    }

    public VolatilePlaces volatilePlaces() {
        return volatilePlaces;
    }

    @Override
    public void close() {
        store.close();
    }
}
