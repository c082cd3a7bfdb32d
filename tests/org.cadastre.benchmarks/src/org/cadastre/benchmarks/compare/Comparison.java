package org.cadastre.benchmarks.compare;

import java.nio.file.Path;

import org.cadastre.benchmarks.Probe;
import org.cadastre.compare.Progress;
import org.cadastre.compare.SnapshotComparer;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.repository.Estate;

/** What the command line does between two names of snapshots and the finished result. */
record Comparison(Path place, String before, String after) implements Probe.Work<SnapshotComparison> {

    @Override
    public SnapshotComparison run() throws Exception {
        try (Estate estate = Estate.open(place)) {
            return new SnapshotComparer().compare(estate.read(estate.find(before)), estate.read(estate.find(after)),
                    estate.volatilePlaces().load(), Progress.none());
        }
    }
}
