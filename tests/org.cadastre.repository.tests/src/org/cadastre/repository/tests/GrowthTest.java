package org.cadastre.repository.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.cadastre.model.Device;
import org.cadastre.repository.Estate;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.repository.SnapshotWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an estate takes on the disk, and that making it small loses nothing. */
class GrowthTest {

    @TempDir
    Path folder;

    /** -Dcadastre.repository.hosts=5000 measures a large company. */
    @Test
    void aSecondSnapshotOfAnUnchangedEstateCostsLittle() throws Exception {
        int hosts = Integer.getInteger("cadastre.repository.hosts", 500);
        try (Estate estate = Estate.create(folder.resolve("estate"), "estate")) {
            Samples.take(estate, "first", hosts, "1");
            long first = size(estate.directory());
            Samples.take(estate, "second", hosts, "1");
            long second = size(estate.directory()) - first;
            System.out.printf("%d hosts: first snapshot %,d bytes, the second one, unchanged, %,d more%n", hosts, first,
                    second);
            assertTrue(second < Math.max(first / 2, 2 << 20), "it took " + second);
        }
    }

    @Test
    void packingKeepsEverySnapshotAndDisturbsNobody() throws Exception {
        try (Estate estate = Estate.create(folder.resolve("estate"), "estate");
                Estate onlooker = Estate.open(folder.resolve("estate"));
                SnapshotWriter slow = onlooker.newSnapshot("slow")) {
            Device host = Samples.host(1, 20, "slow");
            slow.add(Samples.entry(host, 21), host, Samples.nothingObserved(), "");
            Samples.take(estate, "day 0", 20, "0");
            SnapshotReader oldest = onlooker.read(onlooker.find("day 0"));
            for (int day = 1; day < 60; day++) {
                Samples.take(estate, "day " + day, 20, "version " + day);
            }
            assertTrue(packs(estate.directory()) < 45, packs(estate.directory()) + " packs");
            assertEquals(20, oldest.devices().size());
            assertEquals(List.of(), oldest.verify());
            slow.commit(Samples.head(1));
            for (SnapshotInfo snapshot : onlooker.snapshots()) {
                assertEquals(List.of(), onlooker.read(snapshot).verify());
            }
            assertEquals(61, onlooker.snapshots().size());
        }
        assertEquals("", Git.complaints(folder.resolve("estate")));
    }

    private static long packs(Path estate) throws IOException {
        try (Stream<Path> files = Files.list(estate.resolve("objects/pack"))) {
            return files.filter(file -> file.toString().endsWith(".pack")).count();
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> Files.isRegularFile(file) ? file.toFile().length() : 0).sum();
        }
    }
}
