package org.cadastre.compare.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.cadastre.repository.DeviceDifference;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;

/**
 * Which state each device had in which snapshots. Found by comparing neighbouring snapshots, so that the cost grows with what
 * changed, not with snapshots times devices.
 */
final class StateSpans {

    /**
     * The same state in neighbouring snapshots.
     *
     * @param state Git blob id
     * @param first index of the oldest of the snapshots
     * @param last index of the newest
     */
    record Span(String state, int first, int last) {
    }

    private final Map<String, List<Span>> spans = new TreeMap<>();
    private final Map<String, Span> open = new TreeMap<>();
    private int next;
    private Optional<SnapshotReader> before = Optional.empty();

    /** Adds the next newer snapshot. */
    void add(SnapshotReader snapshot) throws EstateException {
        if (before.isPresent()) {
            for (DeviceDifference difference : before.get().differences(snapshot)) {
                close(difference.device());
                difference.after().ifPresent(state -> open.put(difference.device(), new Span(state, next, next)));
            }
        } else {
            for (DeviceEntry device : snapshot.devices()) {
                snapshot.stateId(device.id()).ifPresent(state -> open.put(device.id(), new Span(state, next, next)));
            }
        }
        before = Optional.of(snapshot);
        next++;
    }

    private void close(String device) {
        Span span = open.remove(device);
        if (span != null) {
            spans.computeIfAbsent(device, id -> new ArrayList<>()).add(new Span(span.state(), span.first(), next - 1));
        }
    }

    /** Each device with its states, oldest first. To be called once, after the last snapshot. */
    Map<String, List<Span>> finish() {
        List.copyOf(open.keySet()).forEach(this::close);
        return spans;
    }
}
