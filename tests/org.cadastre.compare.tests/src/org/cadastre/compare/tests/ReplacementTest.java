package org.cadastre.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.cadastre.compare.model.ChangeGroup;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Device;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.Identifier;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.cadastre.testing.EstateOnDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A unit that took the place of another one. */
class ReplacementTest {

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

    private static Device unit(String id, String name, String serial) {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId(id);
        device.setName(name);
        device.setKind(DeviceKind.NETWORK_SWITCH);
        Identity identity = CadastreFactory.eINSTANCE.createIdentity();
        Identifier identifier = CadastreFactory.eINSTANCE.createIdentifier();
        identifier.setKind(IdentifierKind.SERIAL_NUMBER);
        identifier.setValue(serial);
        identity.getIdentifiers().add(identifier);
        device.getSections().add(identity);
        return device;
    }

    private static DeviceComparison of(SnapshotComparison comparison, String device) {
        return comparison.getDevices().stream().filter(one -> one.getDevice().equals(device)).findFirst().orElseThrow();
    }

    @Test
    void aUnitOfTheSameNameWithAnotherSerialNumberIsAReplacementAndOneGroup() throws Exception {
        estate.snapshot().read("192.0.2.2", unit("aaaaaaaaaaaaaaaa", "sw2", "Cisco OLD")).save("a");
        estate.snapshot().read("192.0.2.2", unit("bbbbbbbbbbbbbbbb", "sw2", "Cisco NEW")).save("b");

        SnapshotComparison comparison = estate.compare("a", "b");

        DeviceComparison old = of(comparison, "aaaaaaaaaaaaaaaa");
        DeviceComparison unit = of(comparison, "bbbbbbbbbbbbbbbb");
        assertEquals(Verdict.REMOVED, old.getVerdict());
        assertEquals(Verdict.ADDED, unit.getVerdict());
        assertTrue(old.getReason().startsWith("Replaced by another unit of the same name (bbbbbbbbbbbbbbbb): serialNumber was Cisco OLD,"
                + " is Cisco NEW."), old.getReason());
        assertTrue(unit.getReason().startsWith("Replaces another unit of the same name (aaaaaaaaaaaaaaaa)"), unit.getReason());
        ChangeGroup group = comparison.getGroups().getFirst();
        assertEquals("replaced", group.getRule());
        assertEquals("sw2 was replaced by another unit of the same name", group.getTitle());
        assertEquals(2, group.getChanges().size());
    }

    @Test
    void aUnitOfAnotherNameInTheSamePlaceIsNoReplacementOfTheKind() throws Exception {
        estate.snapshot().read("192.0.2.2", unit("aaaaaaaaaaaaaaaa", "sw2", "Cisco OLD")).save("a");
        estate.snapshot().read("192.0.2.2", unit("bbbbbbbbbbbbbbbb", "sw9", "Cisco NEW")).save("b");
        SnapshotComparison comparison = estate.compare("a", "b");
        assertEquals(List.of(), comparison.getGroups().stream().filter(group -> group.getRule().equals("replaced")).toList());
    }

    @Test
    void twoOfOneNameAreNotTakenForEachOther() throws Exception {
        estate.snapshot().read("192.0.2.2", unit("aaaaaaaaaaaaaaaa", "switch", "Cisco 1"))
                .read("192.0.2.3", unit("bbbbbbbbbbbbbbbb", "switch", "Cisco 2")).save("a");
        estate.snapshot().read("192.0.2.2", unit("cccccccccccccccc", "switch", "Cisco 3"))
                .read("192.0.2.3", unit("dddddddddddddddd", "switch", "Cisco 4")).save("b");
        SnapshotComparison comparison = estate.compare("a", "b");
        assertEquals(List.of(), comparison.getGroups().stream().filter(group -> group.getRule().equals("replaced")).toList());
    }
}
