package org.cadastre.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Verdict;
import org.cadastre.testing.AnyEstate;
import org.cadastre.testing.EstateOnDisk;
import org.cadastre.testing.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole estates, saved and compared: exactly what was done to them is told. */
class AnyEstateTest {

    private static final int ROUNDS = 20;
    private static final int ESTATES_A_ROUND = 50;

    @TempDir
    Path directory;

    @Test
    void exactlyWhatWasDoneToAnEstateIsTold() throws Exception {
        int told = 0;
        Set<Verdict> kinds = EnumSet.noneOf(Verdict.class);
        for (int round = 0; round < ROUNDS; round++) {
            try (EstateOnDisk disk = new EstateOnDisk(directory.resolve("estate" + round))) {
                for (int seed = round * ESTATES_A_ROUND; seed < (round + 1) * ESTATES_A_ROUND; seed++) {
                    AnyEstate estate = new AnyEstate(seed, 4, 2);
                    estate.saveBefore(disk, "before" + seed);
                    estate.saveAfter(disk, "after" + seed);

                    SnapshotComparison comparison = disk.compare("before" + seed, "after" + seed);

                    List<AnyEstate.Change> changes = changes(comparison);
                    assertEquals(estate.changes(), AnyEstate.counted(changes), "seed " + seed);
                    assertEquals(estate.unknowns(), AnyEstate.counted(unknowns(comparison)), "seed " + seed);
                    assertEquals(estate.untouched(), comparison.getSummary().getDevices().getUnchanged(), "seed " + seed);
                    assertEquals(estate.untouched(), comparison.getSummary().getDevicesProvenByHash(), "seed " + seed);
                    told += changes.size();
                    changes.forEach(change -> kinds.add(change.told().kind()));
                }
            }
        }
        assertTrue(told > 10 * ROUNDS * ESTATES_A_ROUND, "the test must make changes, it made " + told);
        assertEquals(EnumSet.of(Verdict.ADDED, Verdict.REMOVED, Verdict.CHANGED, Verdict.MOVED), kinds);
    }

    private static List<AnyEstate.Change> changes(SnapshotComparison comparison) {
        List<AnyEstate.Change> changes = new ArrayList<>();
        for (DeviceComparison device : comparison.getDevices()) {
            for (Change change : device.getChanges()) {
                changes.add(new AnyEstate.Change(device.getDevice(), Told.of(change), change.getOtherDevice()));
            }
        }
        return changes;
    }

    private static List<AnyEstate.Unknown> unknowns(SnapshotComparison comparison) {
        return comparison.getDevices().stream().flatMap(device -> device.getUnknowns().stream()
                .map(unknown -> new AnyEstate.Unknown(device.getDevice(), unknown.getSection()))).toList();
    }
}
