package org.cadastre.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.cadastre.compare.Progress;
import org.cadastre.compare.SnapshotComparer;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Unknown;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.CadastrePackage;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.Section;
import org.cadastre.model.TargetResult;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.testing.AnyDevice;
import org.cadastre.testing.EstateOnDisk;
import org.cadastre.testing.KnownChanges;
import org.cadastre.testing.Told;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two snapshots of an estate on disk. */
class SnapshotComparerTest {

    private @TempDir Path directory;
    private EstateOnDisk estate;

    @BeforeEach
    void createEstate() throws EstateException {
        estate = new EstateOnDisk(directory.resolve("estate"));
    }

    @AfterEach
    void closeEstate() {
        estate.close();
    }

    @Test
    void twoSnapshotsOfTheSameStateAreUnchangedAndProvenSo() throws Exception {
        Device host = host(1);
        estate.snapshot().read("h1", host).save("a");
        estate.snapshot().read("h1", EcoreUtil.copy(host)).save("b");

        SnapshotComparison comparison = estate.compare("a", "b");

        assertEquals(comparison.getBefore().getDevicesTree(), comparison.getAfter().getDevicesTree());
        assertEquals(List.of(), comparison.getDevices());
        assertEquals(1, comparison.getSummary().getDevices().getUnchanged());
        assertEquals(1, comparison.getSummary().getDevicesProvenByHash());
        assertEquals(Metamodel.countElements(host), comparison.getSummary().getElements().getUnchanged());
    }

    @Test
    void manyDevicesAreComparedAndEachTellsExactlyItsChanges() throws Exception {
        Map<String, Set<Told>> expected = new HashMap<>();
        var before = estate.snapshot();
        var after = estate.snapshot();
        for (int i = 0; i < 60; i++) {
            Random random = new Random(i);
            AnyDevice source = new AnyDevice(random, 4);
            Device was = identified(source.device(), i);
            KnownChanges changes = new KnownChanges(random, source, true);
            Device is = i % 3 == 0 ? EcoreUtil.copy(was) : changes.apply(was);
            before.read("h" + i, was);
            after.read("h" + i, is);
            if (!changes.told().isEmpty()) {
                expected.put(was.getId(), Set.copyOf(changes.told()));
            }
        }
        before.save("before");
        after.save("after");

        SnapshotComparison comparison = estate.compare("before", "after");

        Map<String, Set<Told>> told = new HashMap<>();
        comparison.getDevices().forEach(device -> told.put(device.getDevice(), Set.copyOf(Told.of(device))));
        assertEquals(expected, told);
        assertEquals(expected.size(), comparison.getSummary().getDevices().getChanged());
        assertEquals(60 - expected.size(), comparison.getSummary().getDevices().getUnchanged());
        assertTrue(comparison.getSummary().getDevicesProvenByHash() >= 20);
        List<String> names = comparison.getDevices().stream().map(DeviceComparison::getName).toList();
        List<String> sorted = new ArrayList<>(names);
        sorted.sort(String.CASE_INSENSITIVE_ORDER);
        assertEquals(sorted, names);
    }

    @Test
    void equalDevicesWithAGapAreUnknownAndSayWhy() throws Exception {
        Device whole = host(1);
        Device gap = host(2);
        gap.getSections().getFirst().setCoverage(Coverage.DENIED);
        gap.getSections().getFirst().setReason("needs root");
        estate.snapshot().read("h1", whole).read("h2", gap).save("a");
        estate.snapshot().read("h1", EcoreUtil.copy(whole)).read("h2", EcoreUtil.copy(gap)).save("b");

        SnapshotComparison comparison = estate.compare("a", "b");

        assertEquals(1, comparison.getSummary().getDevices().getUnchanged());
        assertEquals(1, comparison.getSummary().getDevices().getUnknown());
        assertEquals(2, comparison.getSummary().getDevicesProvenByHash());
        assertEquals(1, comparison.getSummary().getSectionsUnknown());
        DeviceComparison device = comparison.getDevices().getFirst();
        assertEquals("host2", device.getName());
        assertEquals("On both sides it was denied (needs root).", device.getUnknowns().getFirst().getReason());
        assertEquals(List.of(), device.getChanges());
    }

    @Test
    void aDeviceThatDoesNotAnswerAnyMoreIsUnknownAndNeverRemoved() throws Exception {
        estate.snapshot().read("h1", host(1)).sweptRead("192.0.2.2", host(2)).read("h3", host(3)).read("h4", host(4)).save("a");
        estate.snapshot().failed("h1", TargetResult.ACCESS_DENIED, "no credential was accepted").silent("192.0.2.2")
                .failed("h3", TargetResult.TIMED_OUT, null).save("b");

        SnapshotComparison comparison = estate.compare("a", "b");

        assertEquals(4, comparison.getSummary().getDevices().getUnknown());
        assertEquals(4, comparison.getSummary().getDevicesNotCompared());
        assertEquals(0, comparison.getSummary().getElements().getRemoved());
        assertEquals("After, h1 accepted none of the credentials (no credential was accepted).", reason(comparison, "host1"));
        assertEquals("After, 192.0.2.2 did not answer.", reason(comparison, "host2"));
        assertEquals("After, h3 took too long.", reason(comparison, "host3"));
        assertEquals("The snapshot after did not cover h4.", reason(comparison, "host4"));
    }

    @Test
    void aDeviceWhoseNamedTargetIsAnotherDeviceNowWasReplaced() throws Exception {
        estate.snapshot().read("h1", host(1)).save("a");
        estate.snapshot().read("h1", host(2)).save("b");

        SnapshotComparison comparison = estate.compare("a", "b");

        assertEquals(Verdict.REMOVED, device(comparison, "host1").getVerdict());
        assertEquals(Verdict.ADDED, device(comparison, "host2").getVerdict());
        assertEquals("Replaced at h1 by another device, host2 (0000000000000002).", device(comparison, "host1").getReason());
        assertEquals(1, comparison.getSummary().getDevices().getRemoved());
        assertEquals(Metamodel.countElements(host(1)), comparison.getSummary().getElements().getRemoved());
    }

    @Test
    void aDeviceWhoseAddressWentToAKnownOneMayBeAnywhere() throws Exception {
        estate.snapshot().sweptRead("192.0.2.1", host(1)).sweptRead("192.0.2.2", host(2)).save("a");
        estate.snapshot().sweptRead("192.0.2.1", host(2)).silent("192.0.2.2").save("b");

        SnapshotComparison comparison = estate.compare("a", "b");

        assertEquals(Verdict.UNKNOWN, device(comparison, "host1").getVerdict());
        assertEquals(1, comparison.getSummary().getDevices().getUnchanged());
    }

    @Test
    void aNewDeviceIsAddedOnlyWhereTheSnapshotBeforeLooked() throws Exception {
        estate.snapshot().read("h1", host(1)).silent("192.0.2.2").failed("192.0.2.3", TargetResult.REFUSED, null).save("a");
        estate.snapshot().read("h1", host(1)).sweptRead("192.0.2.2", host(2)).sweptRead("192.0.2.3", host(3))
                .read("h4", host(4)).save("b");

        SnapshotComparison comparison = estate.compare("a", "b");

        assertEquals(Verdict.ADDED, device(comparison, "host2").getVerdict());
        assertEquals("Nothing answered at 192.0.2.2 before.", device(comparison, "host2").getReason());
        assertEquals(Verdict.UNKNOWN, device(comparison, "host3").getVerdict());
        assertEquals("Before, 192.0.2.3 refused the connection.", reason(comparison, "host3"));
        assertEquals("The snapshot before did not cover h4.", reason(comparison, "host4"));
        assertEquals(1, comparison.getSummary().getDevices().getAdded());
    }

    @Test
    void aDeviceReadInAnotherWayIsListedThoughNothingChanged() throws Exception {
        Device was = host(1);
        was.getSections().forEach(section -> section.setCollectorVersion("1"));
        Device is = EcoreUtil.copy(was);
        is.getSections().getFirst().setCollectorVersion("2");
        estate.snapshot().read("h1", was).save("a");
        estate.snapshot().read("h1", is).save("b");

        SnapshotComparison comparison = estate.compare("a", "b");

        DeviceComparison device = device(comparison, "host1");
        assertEquals(Verdict.UNCHANGED, device.getVerdict());
        assertEquals(1, device.getMethodChanges().size());
        assertEquals("collectorVersion", device.getMethodChanges().getFirst().getAttribute());
        assertEquals(1, comparison.getSummary().getDevices().getUnchanged());
        assertEquals(0, comparison.getSummary().getDevicesProvenByHash());
    }

    @Test
    void snapshotsOfTwoEstatesAreRefusedInOneLine() throws Exception {
        estate.snapshot().read("h1", host(1)).save("a");
        try (EstateOnDisk other = new EstateOnDisk(directory.resolve("other"))) {
            other.snapshot().read("h1", host(2)).save("b");
            SnapshotReader before = estate.reader("a");
            SnapshotReader after = other.reader("b");

            EstateException refused = assertThrows(EstateException.class,
                    () -> new SnapshotComparer().compare(before, after, Progress.none()));

            assertEquals("The snapshots a and b are of two estates; compare two snapshots of one estate.", refused.getMessage());
        }
    }

    @Test
    void aDeviceFileThatCannotBeUnderstoodIsUnknownAndTheRestIsCompared() throws Exception {
        Device changed = host(2);
        changed.getSections().getFirst().setCoverage(Coverage.DENIED);
        estate.snapshot().read("h1", host(1)).read("h2", host(2)).save("a");
        estate.snapshot().read("h1", withSectionOfAnotherCore(host(1))).read("h2", changed).save("b");

        SnapshotComparison comparison = estate.compare("a", "b");

        assertEquals(2, comparison.getDevices().size());
        assertTrue(reason(comparison, "host1").contains("cannot be understood"), reason(comparison, "host1"));
        assertEquals(1, comparison.getSummary().getDevicesNotCompared());
        assertEquals(1, device(comparison, "host2").getUnknowns().size());
    }

    /** A section of a class that pretends to be of the core, which the core of this program does not have. */
    private static Device withSectionOfAnotherCore(Device device) {
        EPackage core = EcoreFactory.eINSTANCE.createEPackage();
        core.setName("core");
        core.setNsPrefix("core");
        core.setNsURI(CadastrePackage.eNS_URI);
        EClass type = EcoreFactory.eINSTANCE.createEClass();
        type.setName("Batteries");
        type.getESuperTypes().add(CadastrePackage.Literals.IDENTITY);
        core.getEClassifiers().add(type);
        device.getSections().add((Section) EcoreUtil.create(type));
        return device;
    }

    @Test
    void progressIsToldDeviceByDevice() throws Exception {
        var before = estate.snapshot();
        var after = estate.snapshot();
        for (int i = 1; i <= 10; i++) {
            before.read("h" + i, identified(new AnyDevice(new Random(i), 3).device(), i));
            after.read("h" + i, identified(new AnyDevice(new Random(-i), 3).device(), i));
        }
        before.save("a");
        after.save("b");
        List<List<Integer>> told = new ArrayList<>();

        new SnapshotComparer().compare(estate.reader("a"), estate.reader("b"),
                (done, total) -> told.add(List.of(done, total)));

        assertEquals(10, told.size());
        assertEquals(List.of(1, 10), told.getFirst());
        assertEquals(List.of(10, 10), told.getLast());
    }

    @Test
    void anInterruptedComparisonEnds() throws Exception {
        estate.snapshot().read("h1", host(1)).save("a");
        Device changed = host(1);
        changed.getSections().removeLast();
        estate.snapshot().read("h1", changed).save("b");

        SnapshotReader before = estate.reader("a");
        SnapshotReader after = estate.reader("b");
        SnapshotComparer comparer = new SnapshotComparer();

        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, () -> comparer.compare(before, after, Progress.none()));
    }

    private static Device host(int number) {
        return identified(new AnyDevice(new Random(number), 4).device(), number);
    }

    private static Device identified(Device device, int number) {
        device.setId("%016x".formatted(number));
        device.setName("host" + number);
        return device;
    }

    private static DeviceComparison device(SnapshotComparison comparison, String name) {
        return comparison.getDevices().stream().filter(device -> device.getName().equals(name)).findFirst().orElseThrow();
    }

    private static String reason(SnapshotComparison comparison, String name) {
        Unknown unknown = device(comparison, name).getUnknowns().getFirst();
        assertEquals("", unknown.getSection());
        return unknown.getReason();
    }
}
