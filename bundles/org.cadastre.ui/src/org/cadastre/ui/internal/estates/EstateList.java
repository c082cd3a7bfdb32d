package org.cadastre.ui.internal.estates;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.ui.internal.estates.ListedEstate.Read;
import org.cadastre.ui.internal.estates.ListedEstate.Reading;
import org.cadastre.ui.internal.estates.ListedEstate.State;
import org.cadastre.ui.internal.estates.ListedEstate.Unreadable;
import org.cadastre.ui.internal.parts.Problems;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/**
 * The estates that the person works with: remembered from one session to the next, opened once, their snapshots read in
 * the background. Thread-safe; listeners are called on any thread.
 */
@Component(service = EstateList.class)
public final class EstateList {

    private static final String REMEMBERED = "estates";

    private final Map<Path, ListedEstate> listed = new LinkedHashMap<>();
    private final Map<Path, Estate> open = new LinkedHashMap<>();
    private final Glances glances = new Glances();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Activate
    void activate() {
        Arrays.stream(preferences().get(REMEMBERED, "").split("\n")).filter(line -> !line.isBlank()).map(Path::of)
                .forEach(this::list);
    }

    @Deactivate
    synchronized void deactivate() {
        open.values().forEach(Estate::close);
        open.clear();
    }

    /** In the order in which the person opened them. */
    public synchronized List<ListedEstate> all() {
        return List.copyOf(listed.values());
    }

    public synchronized Optional<ListedEstate> find(Path directory) {
        return Optional.ofNullable(listed.get(normal(directory)));
    }

    /** Puts an estate on the list, or reads it again if it is there already. */
    public void add(Path directory) {
        list(normal(directory));
        remember();
    }

    /** Takes an estate off the list. Its files stay. */
    public void remove(Path directory) {
        synchronized (this) {
            listed.remove(normal(directory));
            Estate estate = open.remove(normal(directory));
            if (estate != null) {
                estate.close();
            }
        }
        remember();
        changed();
    }

    /** Reads the snapshots of an estate again, in the background. */
    public void refresh(Path directory) {
        Path estate = normal(directory);
        Job job = Job.createSystem(Texts.text("estates.reading"), monitor -> {
            State state = read(estate);
            show(estate, state);
            if (state instanceof Read list) {
                glances.read(estate, list.snapshots(), this);
                changed();
            }
        });
        job.setPriority(Job.SHORT);
        job.schedule();
    }

    /** What the time line says of a snapshot; empty until it was read. */
    Optional<Glance> glance(SnapshotItem item) {
        return glances.of(item);
    }

    /** Something to be done with an opened estate. */
    @FunctionalInterface
    public interface Use<T> {
        T apply(Estate estate) throws Exception;
    }

    /**
     * Does something with an estate, which is opened at the first time and stays open while it is on the list. Not for the
     * UI thread.
     */
    @SuppressWarnings("resource") // stays open until the estate leaves the list
    public <T> T use(Path directory, Use<T> use) throws Exception {
        return use.apply(opened(normal(directory)));
    }

    @SuppressWarnings("resource") // stays open until the estate leaves the list
    private synchronized Estate opened(Path directory) throws EstateException {
        Estate estate = open.get(directory);
        if (estate == null) {
            estate = Estate.open(directory);
            open.put(directory, estate);
        }
        return estate;
    }

    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void list(Path directory) {
        synchronized (this) {
            listed.putIfAbsent(directory, new ListedEstate(directory, new Reading()));
        }
        changed();
        refresh(directory);
    }

    private State read(Path directory) {
        try {
            return use(directory, estate -> new Read(estate.name(), estate.snapshots()));
        } catch (Exception unreadable) {
            return new Unreadable(Problems.line(unreadable));
        }
    }

    private void show(Path directory, State state) {
        synchronized (this) {
            listed.computeIfPresent(directory, (path, before) -> new ListedEstate(path, state));
        }
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    private void remember() {
        List<String> paths = new ArrayList<>();
        all().forEach(estate -> paths.add(estate.directory().toString()));
        Preferences preferences = preferences();
        preferences.put(REMEMBERED, String.join("\n", paths));
        try {
            preferences.flush();
        } catch (BackingStoreException unwritable) {
            Problems.unexpected(unwritable);
        }
    }

    private static Preferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.cadastre.ui");
    }

    private static Path normal(Path directory) {
        return directory.toAbsolutePath().normalize();
    }
}
