package org.cadastre.repository.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.SnapshotReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a disk, a neighbour or a power switch does: old snapshots stay, no half one appears, the next scan works. */
class FaultTest {

    @TempDir
    Path folder;

    /** Two at a time, so that one may hold what the other waits for. */
    @Test
    void killedWritersLeaveEverySnapshotWholeAndTheNextOneWorks() throws Exception {
        Path place = folder.resolve("estate");
        Estate.create(place, "estate").close();
        long seed = System.nanoTime();
        Random moments = new Random(seed);
        int kills = Integer.getInteger("cadastre.repository.kills", 60);
        List<String> landed = new ArrayList<>();
        // So that some are killed before their first snapshot and some after it, on a fast machine and on a busy one.
        int reach = 300;
        for (int kill = 2; kill <= kills; kill += 2) {
            Process first = OtherProcess.launch(place, "first killed " + kill, 1000, 20);
            Process second = OtherProcess.launch(place, "second killed " + kill, 1000, 20);
            for (Process writer : List.of(first, second)) {
                OtherProcess.awaitReady(writer);
                Thread.sleep(moments.nextInt(reach));
                writer.destroyForcibly().waitFor();
            }
            String moment = "kill " + kill + ", seed " + seed;
            assertEquals("", Git.complaints(place), moment);
            try (Estate estate = Estate.open(place)) {
                List<String> labels = estate.snapshots().stream().map(SnapshotInfo::label).toList();
                assertTrue(labels.containsAll(landed), moment);
                reach = labels.size() > landed.size() ? Math.max(150, reach / 2) : Math.min(20_000, reach * 2);
                SnapshotInfo next = Samples.take(estate, "next " + kill, 3, "after " + kill);
                assertEquals(next, estate.find("latest"), moment);
                for (SnapshotInfo snapshot : estate.snapshots().subList(0, Math.min(3, labels.size()))) {
                    assertEquals(List.of(), estate.read(snapshot).verify(), moment);
                }
                landed = estate.snapshots().stream().map(SnapshotInfo::label).toList();
            }
        }
        assertTrue(landed.size() > kills / 2, "the writers never came to a commit");
    }

    @Test
    void twoProcessesWriteAtTheSameTimeAndEverySnapshotLands() throws Exception {
        Path place = folder.resolve("estate");
        Estate.create(place, "estate").close();
        Process one = OtherProcess.start(place, "one", 8, 20);
        Process two = OtherProcess.start(place, "two", 8, 20);
        OtherProcess.mustSucceed(one);
        OtherProcess.mustSucceed(two);
        try (Estate estate = Estate.open(place)) {
            assertEquals(16, estate.snapshots().size());
        }
        assertEquals("", Git.complaints(place));
    }

    @Test
    void aLockFileOfADeadProcessIsCleanedAway() throws Exception {
        Path place = folder.resolve("estate");
        try (Estate estate = Estate.create(place, "estate")) {
            Samples.take(estate, "first", 1, "1");
            Files.createFile(place.resolve("refs/heads/main.lock"));
            Samples.take(estate, "second", 1, "1");
            assertEquals("second", estate.find("latest").label());
        }
        assertEquals(List.of(), SnapshotTest.leftovers(place));
    }

    @Test
    void aFullDiskIsSaidAndNothingIsLost() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(mounted(disk), "needs root for a small file system");
        try (Estate estate = Estate.create(disk.resolve("estate"), "estate")) {
            Samples.take(estate, "fits", 5, "1");
            EstateTest.assertOneLine(assertThrows(EstateException.class,
                    () -> Samples.take(estate, "does not", 3000, "2")), "No space left on device");
            assertEquals(List.of("fits"), estate.snapshots().stream().map(SnapshotInfo::label).toList());
            assertEquals(List.of(), SnapshotTest.leftovers(disk));
            Samples.take(estate, "fits again", 5, "3");
            assertEquals("", Git.complaints(estate.directory()));
        } finally {
            Git.run(folder, List.of("umount", disk.toString()));
        }
    }

    @Test
    void aCopyThatIsPushedInPartSaysSoAndIsWholeAfterTheRest() throws Exception {
        Path original = folder.resolve("estate");
        Path copy = folder.resolve("copy");
        try (Estate estate = Estate.create(original, "estate")) {
            Samples.take(estate, "first", 3, "1");
        }
        Git.git(folder, "init", "-q", "--bare", copy.toString());
        Git.git(original, "push", "-q", copy.toString(), "main");
        EstateTest.assertOneLine(assertThrows(EstateException.class, () -> Estate.open(copy)), "git push --mirror");
        Git.git(original, "push", "-q", "--mirror", copy.toString());
        assertWhole(copy, List.of("first"));
    }

    @Test
    void aPushThatIsKilledLeavesTheCopyAsItWas() throws Exception {
        Path original = folder.resolve("estate");
        Path copy = folder.resolve("copy");
        Random moments = new Random();
        Git.git(folder, "init", "-q", "--bare", copy.toString());
        try (Estate estate = Estate.create(original, "estate")) {
            Samples.take(estate, "0", 200, "0");
            Git.git(original, "push", "-q", "--mirror", copy.toString());
            for (int i = 1; i <= 10; i++) {
                Samples.take(estate, Integer.toString(i), 200, "state " + i);
                Process push = new ProcessBuilder("git", "-c", "safe.directory=*", "-C", original.toString(), "push", "-q", "--mirror",
                        copy.toString()).redirectErrorStream(true).redirectOutput(folder.resolve("push.log").toFile()).start();
                Thread.sleep(moments.nextInt(60));
                push.descendants().forEach(ProcessHandle::destroyForcibly);
                push.destroyForcibly().waitFor();
                assertEquals("", Git.complaints(copy));
                try (Estate copied = Estate.open(copy)) {
                    for (SnapshotInfo snapshot : copied.snapshots()) {
                        assertEquals(200, copied.read(snapshot).devices().size());
                    }
                }
            }
        }
        Git.git(original, "push", "-q", "--mirror", copy.toString());
        assertWhole(copy, List.of("10", "9", "8", "7", "6", "5", "4", "3", "2", "1", "0"));
    }

    private static void assertWhole(Path place, List<String> labels) throws Exception {
        assertEquals("", Git.complaints(place));
        try (Estate estate = Estate.open(place)) {
            assertEquals(labels, estate.snapshots().stream().map(SnapshotInfo::label).toList());
            for (SnapshotInfo snapshot : estate.snapshots()) {
                SnapshotReader reader = estate.read(snapshot);
                for (DeviceEntry device : reader.devices()) {
                    reader.device(device.id());
                }
            }
        }
    }

    private static boolean mounted(Path disk) {
        try {
            return Git.run(disk, List.of("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk.toString())).exit() == 0;
        } catch (IOException noMount) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void aDamagedBlockCostsWhatIsInItAndNothingElse() throws Exception {
        Path place = folder.resolve("estate");
        String device = Samples.id(1);
        try (Estate estate = Estate.create(place, "estate")) {
            Samples.take(estate, "first", 3, "1");
            Samples.take(estate, "second", 3, "2");
        }
        Git.git(place, "gc", "-q");
        spoil(place, Git.git(place, "rev-parse", "main~1:" + state(device)).strip());
        try (Estate estate = Estate.open(place)) {
            SnapshotReader first = estate.read(estate.find("first"));
            for (int attempt = 0; attempt < 2; attempt++) {
                EstateTest.assertOneLine(assertThrows(EstateException.class, () -> first.device(device)), state(device));
                assertEquals("host0", first.device(Samples.id(0)).getName());
            }
            assertEquals(1, first.verify().size(), first.verify().toString());
            assertEquals(List.of(), estate.read(estate.find("second")).verify());
            assertEquals("third", Samples.take(estate, "third", 3, "2").label());
        }
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void aDamagedBlockIsToldAlthoughTheClockWasSetBack() throws Exception {
        Path place = folder.resolve("estate");
        try (Estate estate = Estate.create(place, "estate")) {
            Samples.take(estate, "first", 3, "1");
        }
        spoil(place, Git.git(place, "rev-parse", "main:" + state(Samples.id(1))).strip());
        touch(place.resolve("objects/pack"), Instant.now().plus(Duration.ofHours(1)));
        try (Estate estate = Estate.open(place)) {
            assertThrows(EstateException.class, () -> estate.read(estate.find("first")).device(Samples.id(1)));
        }
    }

    private static String state(String device) {
        return "devices/" + device.substring(0, 2) + "/" + device + ".xmi";
    }

    /** Writes over the middle of an object in the only pack. */
    private static void spoil(Path place, String object) throws Exception {
        Path pack = packs(place).getFirst();
        String[] entry = Git.git(place, "verify-pack", "-v", pack.toString().replace(".pack", ".idx")).lines()
                .filter(line -> line.startsWith(object)).findFirst().orElseThrow().split(" +");
        assertTrue(pack.toFile().setWritable(true));
        try (RandomAccessFile file = new RandomAccessFile(pack.toFile(), "rw")) {
            file.seek(Long.parseLong(entry[4]) + Long.parseLong(entry[3]) / 2);
            file.write(new byte[] { 0x55, 0x55, 0x55, 0x55, 0x55, 0x55 });
        }
        touch(pack.getParent(), Instant.now().minus(Duration.ofMinutes(1)));
    }

    private static void touch(Path folder, Instant time) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.from(time));
    }

    private static List<Path> packs(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place.resolve("objects/pack"))) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".pack")).toList());
        }
    }

    @Test
    void aMissingObjectIsNamedWithItsSnapshotAndFile() throws Exception {
        Path place = folder.resolve("estate");
        String device = Samples.id(1);
        try (Estate estate = Estate.create(place, "estate")) {
            Samples.take(estate, "first", 3, "1");
            Samples.take(estate, "second", 3, "2");
        }
        String blob = Git.git(place, "rev-parse", "main~1:" + state(device)).strip();
        loosen(place);
        Files.delete(place.resolve("objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
        try (Estate estate = Estate.open(place)) {
            SnapshotReader first = estate.read(estate.find("first"));
            EstateException missing = assertThrows(EstateException.class, () -> first.device(device));
            EstateTest.assertOneLine(missing, "\"first\"");
            EstateTest.assertOneLine(missing, state(device));
            EstateTest.assertOneLine(missing, "git fsck");
            assertEquals(1, first.verify().size());
            assertTrue(first.verify().getFirst().startsWith(state(device) + ": cannot be read"), first.verify().toString());
            assertEquals(List.of(), estate.read(estate.find("second")).verify());
            assertEquals("third", Samples.take(estate, "third", 3, "2").label());
        }
    }

    @Test
    void aDamagedTreeSpoilsItsOwnSnapshotOnly() throws Exception {
        Path place = folder.resolve("estate");
        try (Estate estate = Estate.create(place, "estate")) {
            Samples.take(estate, "first", 3, "1");
            Samples.take(estate, "second", 3, "2");
        }
        Git.git(place, "gc", "-q");
        spoil(place, Git.git(place, "rev-parse", "main~1^{tree}").strip());
        try (Estate estate = Estate.open(place)) {
            assertEquals(2, estate.snapshots().size());
            SnapshotInfo first = estate.find("first");
            EstateTest.assertOneLine(assertThrows(EstateException.class, () -> estate.read(first)), "\"first\"");
            assertEquals(3, estate.read(estate.find("second")).devices().size());
        }
    }

    /** Every object in a file of its own. */
    private static void loosen(Path place) throws Exception {
        for (Path pack : packs(place)) {
            Path outside = place.resolve("outside.pack");
            Files.move(pack, outside);
            Files.delete(Path.of(pack.toString().replace(".pack", ".idx")));
            Git.run(place, List.of("sh", "-c", "git -C . -c safe.directory='*' unpack-objects -q < outside.pack"));
            Files.delete(outside);
        }
    }

    @Test
    void aManifestThatDoesNotFitIsFoundOut() throws Exception {
        Path place = folder.resolve("estate");
        try (Estate estate = Estate.create(place, "estate")) {
            Samples.take(estate, "sealed", 2, "1");
        }
        Path checkout = folder.resolve("checkout");
        Git.git(folder, "clone", "-q", place.toString(), checkout.toString());
        String device = Samples.id(0).substring(0, 2) + "/" + Samples.id(0);
        Files.writeString(checkout.resolve("audit/" + device + ".log"), "forged\n");
        Files.delete(checkout.resolve("observations/" + device + ".xmi"));
        Files.writeString(checkout.resolve("extra"), "more\n");
        Git.git(checkout, "add", "-A");
        Git.git(checkout, "-c", "user.name=x", "-c", "user.email=x", "commit", "-q", "--amend", "--no-edit");
        Git.git(checkout, "push", "-qf", "origin", "HEAD:refs/heads/forged");
        Git.git(place, "update-ref", "refs/heads/main", "refs/heads/forged");
        try (Estate estate = Estate.open(place)) {
            assertEquals(List.of("audit/" + device + ".log: is not what the manifest says",
                    "observations/" + device + ".xmi: is missing", "extra: is not in the manifest"),
                    estate.read(estate.find("sealed")).verify());
        }
    }
}
