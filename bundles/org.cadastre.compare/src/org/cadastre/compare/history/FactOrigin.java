package org.cadastre.compare.history;

import java.util.Optional;

import org.cadastre.repository.SnapshotInfo;

/**
 * A fact as it is now, and since when it has been so.
 *
 * @param event the change that brought it about; empty when it was so in the first snapshot that shows it already
 * @param firstSeen the first snapshot that shows it as it is now
 */
public record FactOrigin(FactPath path, String value, Optional<DeviceEvent> event, SnapshotInfo firstSeen) {
}
