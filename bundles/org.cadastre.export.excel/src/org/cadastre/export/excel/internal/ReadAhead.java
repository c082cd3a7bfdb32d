package org.cadastre.export.excel.internal;

import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.cadastre.model.Observations;
import org.cadastre.model.Section;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;

/** The devices of a snapshot in its order, the next ones being read while one is written. Not thread-safe. */
final class ReadAhead implements AutoCloseable {

    /** Devices in memory beside the one that is written. */
    private static final int DEVICES = 2;

    /**
     * What was read of a device.
     *
     * @param state its sections
     * @param observed its sections of observations
     */
    record Contents(DeviceEntry entry, List<? extends Section> state, List<? extends Section> observed) {
    }

    private final SnapshotReader snapshot;
    private final Iterator<DeviceEntry> entries;
    private final Queue<Future<Contents>> reading = new ArrayDeque<>();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("read ahead").factory());

    ReadAhead(SnapshotReader snapshot) throws EstateException {
        this.snapshot = snapshot;
        this.entries = snapshot.devices().iterator();
        readOn();
    }

    boolean hasNext() {
        return !reading.isEmpty();
    }

    /** @throws InterruptedIOException if the calling thread was interrupted */
    Contents next() throws EstateException, InterruptedIOException {
        try {
            Contents next = reading.remove().get();
            readOn();
            return next;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw Book.cancelled();
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case EstateException damaged -> throw damaged;
                case RuntimeException fault -> throw fault;
                case Error error -> throw error;
                default -> throw new IllegalStateException(failure.getCause());
            }
        }
    }

    /** What is being read is finished with first: the estate may be closed afterwards. */
    @Override
    public void close() {
        reading.forEach(one -> one.cancel(false));
        reader.close();
    }

    private void readOn() {
        while (reading.size() < DEVICES && entries.hasNext()) {
            DeviceEntry entry = entries.next();
            reading.add(reader.submit(() -> new Contents(entry, snapshot.device(entry.id()).getSections(),
                    snapshot.observations(entry.id()).map(Observations::getSections).map(List::<Section>copyOf).orElse(List.of()))));
        }
    }
}
