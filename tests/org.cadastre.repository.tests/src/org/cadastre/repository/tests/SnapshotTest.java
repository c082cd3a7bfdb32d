package org.cadastre.repository.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import org.cadastre.model.Device;
import org.cadastre.model.Purpose;
import org.cadastre.model.Snapshot;
import org.cadastre.model.host.Load;
import org.cadastre.model.host.Package;
import org.cadastre.model.host.Software;
import org.cadastre.repository.DeviceDifference;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.repository.SnapshotWriter;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {

    @TempDir
    Path folder;
    private Estate estate;

    @BeforeEach
    void create() throws Exception {
        estate = Estate.create(folder.resolve("estate"), "estate");
    }

    @AfterEach
    void close() {
        estate.close();
    }

    @Test
    void whatWasWrittenIsRead() throws Exception {
        Device host = Samples.host(7, 5, "1");
        Device expected = EcoreUtil.copy(host);
        DeviceEntry entry = Samples.entry(host, 6);
        SnapshotInfo info;
        try (SnapshotWriter writer = estate.newSnapshot("before")) {
            writer.add(entry, host, Samples.load(host.getId(), 42), "uname -a\nid\n");
            info = writer.commit(Samples.head(3));
        }
        assertEquals(List.of(info), estate.snapshots());
        assertEquals("before", info.label());
        assertEquals(Purpose.BEFORE, info.purpose());
        assertEquals("Erika Muster", info.operator());
        assertEquals("CHG-1", info.ticket());
        assertEquals(Samples.START.plusSeconds(180), info.started());
        assertEquals(Samples.START.plusSeconds(210), info.finished());
        assertEquals(1, info.devices());
        assertEquals(6, info.elements());
        assertEquals(Git.git(estate.directory(), "rev-parse", "main:devices").strip(), info.devicesTree());

        SnapshotReader reader = estate.read(info);
        assertEquals(List.of(entry), reader.devices());
        assertTrue(EcoreUtil.equals(expected, reader.device(host.getId())));
        Load load = (Load) reader.observations(host.getId()).orElseThrow().getSections().getFirst();
        assertEquals(42, load.getUptime());
        assertEquals("uname -a\nid\n", reader.audit(host.getId()));
        Snapshot head = reader.head();
        assertEquals("before", head.getLabel());
        assertEquals(estate.id(), head.getEstate());
        assertEquals(List.of(), reader.verify());
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        Device host = Samples.host(1, 1, "1");
        SnapshotInfo info;
        try (SnapshotWriter writer = estate.newSnapshot("bare")) {
            writer.add(Samples.entry(host, 1), host, Samples.nothingObserved(), "");
            info = writer.commit(Samples.head(0));
        }
        SnapshotReader reader = estate.read(info);
        assertEquals(Optional.empty(), reader.observations(host.getId()));
        assertEquals("", reader.audit(host.getId()));
        assertEquals(Optional.empty(), reader.stateId(Samples.id(2)));
        EstateTest.assertOneLine(assertThrows(EstateException.class, () -> reader.device(Samples.id(2))), "has no device");
        EstateTest.assertOneLine(assertThrows(EstateException.class, () -> reader.device("../../x")), "no id");
    }

    @Test
    void aSnapshotWithoutAnyDeviceIsOne() throws Exception {
        SnapshotInfo info = Samples.take(estate, "nothing answered", 0, "1");
        assertEquals("", info.devicesTree());
        SnapshotReader empty = estate.read(info);
        assertEquals(List.of(), empty.devices());
        assertEquals(List.of(), empty.verify());
        SnapshotReader full = estate.read(Samples.take(estate, "two", 2, "1"));
        assertEquals(2, count(empty.differences(full)));
        assertEquals("", Git.complaints(estate.directory()));
    }

    @Test
    void gitShowsASnapshotAsAPersonWouldWriteIt() throws Exception {
        SnapshotInfo info = Samples.take(estate, "before the update", 2, "1");
        assertEquals("""
                before the update

                Purpose: before
                Operator: Erika Muster
                Ticket: CHG-1
                Started: 2026-01-01T08:00:00Z
                Finished: 2026-01-01T08:00:30Z
                Devices: 2
                Elements: 42
                Tool: Cadastre 0.1.0
                """, Git.git(estate.directory(), "log", "--format=%B", "main").stripTrailing() + "\n");
        assertEquals("Erika Muster 2026-01-01T08:00:30+00:00",
                Git.git(estate.directory(), "log", "--format=%an %aI", info.id()).strip());
        assertEquals("", Git.complaints(estate.directory()));
    }

    @Test
    void sha256sumAgreesWithTheManifest() throws Exception {
        Samples.take(estate, "sealed", 30, "1");
        Path checkout = folder.resolve("checkout");
        Git.git(folder, "clone", "-q", estate.directory().toString(), checkout.toString());
        Git.Answer answer = Git.run(checkout, List.of("sha256sum", "--strict", "--quiet", "-c", "MANIFEST.sha256"));
        assertEquals(new Git.Answer(0, ""), answer);
        Set<String> listed = new HashSet<>();
        Files.readAllLines(checkout.resolve("MANIFEST.sha256")).forEach(line -> listed.add(line.substring(66)));
        Set<String> tracked = new HashSet<>(Git.git(checkout, "ls-files").lines().toList());
        tracked.remove("MANIFEST.sha256");
        assertEquals(tracked, listed);
        assertTrue(tracked.containsAll(Set.of("snapshot.xmi", "index.tsv", "metamodel/cadastre.ecore", "metamodel/host.ecore")));
    }

    @Test
    void equalStatesHaveTheSameTreeInWhateverOrderTheyCome() throws Exception {
        SnapshotInfo first = Samples.take(estate, "first", 40, "1");
        SnapshotInfo again = Samples.take(estate, "again", 40, "1");
        SnapshotInfo shuffled;
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            numbers.add(i);
        }
        Random random = new Random(1);
        Collections.shuffle(numbers, random);
        try (Estate elsewhere = Estate.create(folder.resolve("elsewhere"), "x");
                SnapshotWriter writer = elsewhere.newSnapshot("shuffled")) {
            for (int number : numbers) {
                Device host = Samples.host(number, 20, "1");
                Software software = (Software) host.getSections().get(1);
                List<Package> packages = new ArrayList<>(software.getPackages());
                Collections.shuffle(packages, random);
                software.getPackages().clear();
                software.getPackages().addAll(packages);
                host.getSections().move(0, 1);
                writer.add(Samples.entry(host, 21), host, Samples.load(host.getId(), random.nextLong(1000)), "other");
            }
            shuffled = writer.commit(Samples.head(9));
        }
        assertEquals(first.devicesTree(), again.devicesTree());
        assertEquals(first.devicesTree(), shuffled.devicesTree());
        assertEquals(0, count(estate.read(first).differences(estate.read(again))));
    }

    @Test
    void onlyDevicesThatDifferAreNamed() throws Exception {
        SnapshotReader before = estate.read(Samples.take(estate, "before", 50, "1"));
        SnapshotInfo info;
        try (SnapshotWriter writer = estate.newSnapshot("after")) {
            for (int number = 1; number < 51; number++) {
                Device host = Samples.host(number, 20, number == 10 ? "2" : "1");
                writer.add(Samples.entry(host, 21), host, Samples.nothingObserved(), "");
            }
            info = writer.commit(Samples.head(1));
        }
        SnapshotReader after = estate.read(info);
        Set<DeviceDifference> differences = new HashSet<>();
        before.differences(after).forEach(differences::add);
        assertEquals(Set.of(
                new DeviceDifference(Samples.id(0), before.stateId(Samples.id(0)), Optional.empty()),
                new DeviceDifference(Samples.id(10), before.stateId(Samples.id(10)), after.stateId(Samples.id(10))),
                new DeviceDifference(Samples.id(50), Optional.empty(), after.stateId(Samples.id(50)))), differences);
        assertNotEquals(before.stateId(Samples.id(10)), after.stateId(Samples.id(10)));
    }

    @Test
    void anUnchangedSecondSnapshotWritesNoDeviceFile() throws Exception {
        SnapshotInfo first = Samples.take(estate, "first", 30, "1");
        String before = Git.git(estate.directory(), "cat-file", "--batch-all-objects", "--batch-check");
        SnapshotInfo second = Samples.take(estate, "second", 30, "1");
        List<String> now = new ArrayList<>(
                Git.git(estate.directory(), "cat-file", "--batch-all-objects", "--batch-check").lines().toList());
        now.removeAll(before.lines().toList());
        // snapshot.xmi, MANIFEST.sha256, the top tree, the commit
        assertEquals(4, now.size(), now.toString());
        assertNotEquals(first.id(), second.id());
    }

    @Test
    void documentationGoesOnUnchanged() throws Exception {
        Samples.take(estate, "first", 2, "1");
        Path checkout = folder.resolve("checkout");
        Git.git(folder, "clone", "-q", estate.directory().toString(), checkout.toString());
        String file = "documentation/" + Samples.id(1).substring(0, 2) + "/" + Samples.id(1) + ".xmi";
        Files.createDirectories(checkout.resolve(file).getParent());
        Files.writeString(checkout.resolve(file), "<owner/>\n");
        Git.git(checkout, "add", ".");
        Git.git(checkout, "-c", "user.name=x", "-c", "user.email=x", "commit", "-qm", "Who owns it");
        Git.git(checkout, "push", "-q", "origin", "HEAD:main");

        SnapshotInfo second = Samples.take(estate, "second", 2, "1");
        assertEquals("<owner/>\n", Git.git(estate.directory(), "show", second.id() + ":" + file));
        assertEquals(List.of(), estate.read(second).verify());
        assertEquals(List.of("second", "first"), estate.snapshots().stream().map(SnapshotInfo::label).toList());
    }

    @Test
    void whatAnOperatorTypesBreaksNoCommit() throws Exception {
        Snapshot head = Samples.head(0);
        head.setOperator("Eve <eve@example>\nTicket: forged\u0000");
        head.setTicket("-x\n\nDevices: 99");
        SnapshotInfo info;
        try (SnapshotWriter writer = estate.newSnapshot("hostile")) {
            info = writer.commit(head);
        }
        assertEquals("Eve <eve@example> Ticket: forged\u2400", info.operator());
        assertEquals("-x  Devices: 99", info.ticket());
        assertEquals(0, info.devices());
        assertEquals("", Git.complaints(estate.directory()));
    }

    @Test
    void aDeviceIsInASnapshotOnce() throws Exception {
        try (SnapshotWriter writer = estate.newSnapshot("twice")) {
            Device host = Samples.host(1, 1, "1");
            writer.add(Samples.entry(host, 1), host, Samples.nothingObserved(), "");
            EstateTest.assertOneLine(assertThrows(EstateException.class,
                    () -> writer.add(Samples.entry(host, 1), host, Samples.nothingObserved(), "")), "already");
        }
    }

    @Test
    void aSnapshotThatWasGivenUpLeavesNothing() throws Exception {
        Samples.take(estate, "first", 1, "1");
        try (SnapshotWriter writer = estate.newSnapshot("given up")) {
            Device host = Samples.host(2, 10, "1");
            writer.add(Samples.entry(host, 1), host, Samples.nothingObserved(), "");
        }
        assertEquals(1, estate.snapshots().size());
        assertEquals(List.of(), leftovers(estate.directory()));
    }

    static List<String> leftovers(Path directory) throws Exception {
        try (var files = Files.walk(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("insert_") || name.startsWith("incoming_") || name.endsWith("_tmp")
                            || name.endsWith(".lock") && !name.equals("cadastre.lock")).toList();
        }
    }

    @Test
    void manyThreadsAddToOneSnapshotAndManyScansLandAtOnce() throws Exception {
        List<Callable<SnapshotInfo>> scans = new ArrayList<>();
        for (int scan = 0; scan < 6; scan++) {
            String label = "scan " + scan;
            scans.add(() -> {
                try (Estate own = Estate.open(estate.directory()); SnapshotWriter writer = own.newSnapshot(label);
                        ExecutorService threads = Executors.newFixedThreadPool(4)) {
                    List<Future<Void>> devices = new ArrayList<>();
                    for (int number = 0; number < 40; number++) {
                        Device host = Samples.host(number, 20, "1");
                        devices.add(threads.submit(() -> {
                            writer.add(Samples.entry(host, 21), host, Samples.nothingObserved(), label);
                            return null;
                        }));
                    }
                    for (Future<Void> device : devices) {
                        device.get();
                    }
                    return writer.commit(Samples.head(0));
                }
            });
        }
        Set<String> trees = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<SnapshotInfo> scan : threads.invokeAll(scans)) {
                trees.add(scan.get().devicesTree());
            }
        }
        assertEquals(1, trees.size());
        assertEquals(6, estate.snapshots().size());
        for (SnapshotInfo snapshot : estate.snapshots()) {
            assertEquals(List.of(), estate.read(snapshot).verify());
        }
        assertEquals("", Git.complaints(estate.directory()));
    }

    @Test
    void ofTwoScansWithTheSameLabelOneLands() throws Exception {
        try (SnapshotWriter one = estate.newSnapshot("same"); SnapshotWriter two = estate.newSnapshot("same")) {
            one.commit(Samples.head(0));
            EstateTest.assertOneLine(assertThrows(EstateException.class, () -> two.commit(Samples.head(0))), "already");
        }
        assertEquals(1, estate.snapshots().size());
    }

    private static int count(Iterable<?> items) {
        int count = 0;
        for (var each = items.iterator(); each.hasNext(); each.next()) {
            count++;
        }
        return count;
    }
}
