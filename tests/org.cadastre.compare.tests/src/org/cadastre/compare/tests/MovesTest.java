package org.cadastre.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.host.Address;
import org.cadastre.model.host.Disk;
import org.cadastre.model.host.Hardware;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Interface;
import org.cadastre.model.host.Interfaces;
import org.cadastre.testing.EstateOnDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What went from one device to another is told as that, and not as gone here and new there. */
class MovesTest {

    private @TempDir Path directory;
    private EstateOnDisk estate;

    @BeforeEach
    void createEstate() throws Exception {
        estate = new EstateOnDisk(directory.resolve("estate"));
    }

    @AfterEach
    void closeEstate() {
        estate.close();
    }

    @Test
    void anAddressThatAnotherHostTookOverIsToldOnBothAndCountedOnce() throws Exception {
        SnapshotComparison comparison = compare(List.of(host(1, card("eth0", "192.0.2.1", "192.0.2.9")), host(2, card("eth0", "192.0.2.2"))),
                List.of(host(1, card("eth0", "192.0.2.1")), host(2, card("eth0", "192.0.2.2", "192.0.2.9"))));

        Change left = only(comparison, 0);
        Change came = only(comparison, 1);
        assertEquals(Verdict.MOVED, left.getKind());
        assertEquals(Verdict.MOVED, came.getKind());
        assertEquals("0000000000000002", left.getOtherDevice());
        assertEquals("0000000000000001", came.getOtherDevice());
        assertEquals("interfaces[eth0]/addresses[192.0.2.9]", came.getElementBefore());
        assertNull(left.getAfter());
        assertNull(came.getBefore());
        assertEquals(1, comparison.getSummary().getElements().getMoved());
        assertEquals(0, comparison.getSummary().getElements().getAdded());
        assertEquals(0, comparison.getSummary().getElements().getRemoved());
        assertEquals(1, comparison.getDevices().getFirst().getElements().getMoved());
    }

    @Test
    void anAddressOnAnotherInterfaceOfItsHostIsOneChange() throws Exception {
        SnapshotComparison comparison = compare(List.of(host(1, card("eth0", "192.0.2.1"), card("eth1"))),
                List.of(host(1, card("eth0"), card("eth1", "192.0.2.1"))));

        Change change = only(comparison, 0);
        assertEquals(Verdict.MOVED, change.getKind());
        assertEquals("interfaces[eth0]/addresses[192.0.2.1]", change.getElementBefore());
        assertEquals("interfaces[eth1]/addresses[192.0.2.1]", change.getElement());
        assertEquals(1, comparison.getSummary().getElements().getMoved());
    }

    @Test
    void anAddressThatManyHostsHaveDoesNotMove() throws Exception {
        SnapshotComparison comparison = compare(
                List.of(host(1, card("docker0", "172.17.0.1")), host(2, card("docker0")), host(3, card("docker0", "172.17.0.1"))),
                List.of(host(1, card("docker0")), host(2, card("docker0", "172.17.0.1")), host(3, card("docker0", "172.17.0.1"))));

        assertEquals(1, comparison.getSummary().getElements().getRemoved());
        assertEquals(1, comparison.getSummary().getElements().getAdded());
        assertEquals(0, comparison.getSummary().getElements().getMoved());
    }

    @Test
    void aDiskInAnotherServerIsTheSameDisk() throws Exception {
        SnapshotComparison comparison = compare(List.of(server(1, disk("sda", "S1"), disk("sdb", "S2")), server(2, disk("sda", "S3"))),
                List.of(server(1, disk("sda", "S1")), server(2, disk("sda", "S3"), disk("sdb", "S2"))));

        assertEquals("0000000000000001", only(comparison, 1).getOtherDevice());
        assertEquals("disks[sdb]", only(comparison, 1).getElementBefore());
    }

    @Test
    void nothingMovesFromWhereItMayStillBe() throws Exception {
        Device partly = host(1, card("eth0"));
        partly.getSections().getFirst().setCoverage(Coverage.PARTIAL);
        SnapshotComparison comparison = compare(List.of(host(1, card("eth0", "192.0.2.9")), host(2, card("eth0"))),
                List.of(partly, host(2, card("eth0", "192.0.2.9"))));

        assertEquals(Verdict.UNKNOWN, comparison.getDevices().getFirst().getVerdict());
        assertEquals(Verdict.ADDED, only(comparison, 1).getKind());
    }

    @Test
    void twoHostsThatSwappedAddressesAreStillThemselves() throws Exception {
        SnapshotComparison comparison = compare(List.of(host(1, card("eth0", "192.0.2.1")), host(2, card("eth0", "192.0.2.2"))),
                List.of(host(1, card("eth0", "192.0.2.2")), host(2, card("eth0", "192.0.2.1"))));

        assertEquals(2, comparison.getSummary().getDevices().getChanged());
        assertEquals(2, comparison.getSummary().getElements().getMoved());
        assertTrue(comparison.getDevices().stream().flatMap(device -> device.getChanges().stream())
                .allMatch(change -> change.getKind() == Verdict.MOVED));
    }

    private SnapshotComparison compare(List<Device> before, List<Device> after) throws Exception {
        save("before", before);
        save("after", after);
        return estate.compare("before", "after");
    }

    private void save(String label, List<Device> devices) throws Exception {
        var snapshot = estate.snapshot();
        devices.forEach(device -> snapshot.read(device.getName(), device));
        snapshot.save(label);
    }

    private static Change only(SnapshotComparison comparison, int device) {
        List<Change> changes = comparison.getDevices().get(device).getChanges();
        assertEquals(1, changes.size(), changes.toString());
        return changes.getFirst();
    }

    private static Device host(int number, Interface... cards) {
        Interfaces section = HostFactory.eINSTANCE.createInterfaces();
        section.getInterfaces().addAll(List.of(cards));
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId("%016x".formatted(number));
        device.setName("host" + number);
        device.getSections().add(section);
        return device;
    }

    private static Interface card(String name, String... addresses) {
        Interface card = HostFactory.eINSTANCE.createInterface();
        card.setName(name);
        for (String each : addresses) {
            Address address = HostFactory.eINSTANCE.createAddress();
            address.setAddress(each);
            card.getAddresses().add(address);
        }
        return card;
    }

    private static Device server(int number, Disk... disks) {
        Device device = host(number);
        Hardware hardware = HostFactory.eINSTANCE.createHardware();
        hardware.getDisks().addAll(List.of(disks));
        device.getSections().add(hardware);
        return device;
    }

    private static Disk disk(String name, String serial) {
        Disk disk = HostFactory.eINSTANCE.createDisk();
        disk.setName(name);
        disk.setSerialNumber(serial);
        return disk;
    }
}
