package org.cadastre.ui.internal.estates;

import java.nio.file.Path;
import java.util.List;

import org.cadastre.repository.SnapshotInfo;

/** One estate of the list, as far as it was read. */
public record ListedEstate(Path directory, State state) {

    /** What is known of an estate. */
    public sealed interface State {
        // One of the three below.
    }

    /** It is being read for the first time. */
    public record Reading() implements State {
    }

    /** @param snapshots newest first */
    public record Read(String name, List<SnapshotInfo> snapshots) implements State {
        public Read {
            snapshots = List.copyOf(snapshots);
        }
    }

    /** @param message one line: why, and what to do */
    public record Unreadable(String message) implements State {
    }

    /** The estate's name, or that of its folder while nothing better is known. */
    public String name() {
        return state instanceof Read read ? read.name() : String.valueOf(directory.getFileName());
    }

    /** Newest first; empty while nothing is known. */
    public List<SnapshotItem> snapshots() {
        return state instanceof Read read
                ? read.snapshots().stream().map(info -> new SnapshotItem(directory, info)).toList()
                : List.of();
    }
}
