package org.cadastre.ui.internal.estates;

import java.nio.file.Path;

import org.cadastre.repository.SnapshotInfo;

/** A snapshot in the list of an estate. */
public record SnapshotItem(Path estate, SnapshotInfo info) {
}
