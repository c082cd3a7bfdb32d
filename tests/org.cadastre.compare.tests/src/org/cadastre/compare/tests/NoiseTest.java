package org.cadastre.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.cadastre.compare.Calibration;
import org.cadastre.compare.Progress;
import org.cadastre.compare.SnapshotComparer;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Device;
import org.cadastre.model.host.Accounts;
import org.cadastre.model.host.Group;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.User;
import org.cadastre.repository.VolatilePlace;
import org.cadastre.testing.EstateOnDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes by itself is learned, counted apart, and never hidden. */
class NoiseTest {

    @TempDir
    Path directory;
    private EstateOnDisk estate;

    @BeforeEach
    void create() throws Exception {
        estate = new EstateOnDisk(directory.resolve("estate"));
    }

    @AfterEach
    void close() {
        estate.close();
    }

    @Test
    void whatMovedWhileNobodyWorkedIsLearnedAndCountedApartFromThenOn() throws Exception {
        estate.snapshot().read("h", host("/bin/sh", "x", "root")).save("night1");
        estate.snapshot().read("h", host("/bin/ash", "y", "root")).save("night2");
        estate.snapshot().read("h", host("/bin/bash", "z", "root", "mallory")).save("after");

        estate.estate().volatilePlaces().add(
                Calibration.of(estate.estate(), List.of(estate.estate().find("night1"), estate.estate().find("night2"))).places());
        SnapshotComparison comparison = compare("night2", "after");

        assertEquals(List.of("Accounts groups[wheel] members null mallory"), told(comparison));
        DeviceComparison host = comparison.getDevices().getFirst();
        assertEquals(Verdict.CHANGED, host.getVerdict());
        assertEquals(2, host.getVolatileChanges().size());
        assertEquals(2, comparison.getSummary().getVolatileDifferences());
        assertEquals(2, comparison.getSummary().getVolatilePlaces());
        assertEquals(1, comparison.getSummary().getElements().getVolatile());
        assertEquals(1, comparison.getSummary().getElements().getChanged());
    }

    @Test
    void aDeviceThatDiffersOnlyThereIsNeitherChangedNorProvenUnchanged() throws Exception {
        estate.snapshot().read("h", host("/bin/sh", "x")).save("night1");
        estate.snapshot().read("h", host("/bin/ash", "x")).save("night2");
        estate.estate().volatilePlaces().add(
                Calibration.of(estate.estate(), List.of(estate.estate().find("night1"), estate.estate().find("night2"))).places());

        SnapshotComparison comparison = compare("night1", "night2");

        assertEquals(List.of(), told(comparison));
        assertEquals(1, comparison.getSummary().getDevices().getVolatile());
        assertEquals(0, comparison.getSummary().getDevices().getUnchanged());
        assertEquals(1, comparison.getDevices().getFirst().getVolatileChanges().size());
    }

    @Test
    void withoutTheKnownPlacesEveryDifferenceIsAChange() throws Exception {
        estate.snapshot().read("h", host("/bin/sh", "x")).save("night1");
        estate.snapshot().read("h", host("/bin/ash", "x")).save("night2");
        estate.estate().volatilePlaces().add(List.of(new VolatilePlace("0123456789abcdef", "Accounts", "users[alice]", "shell", "")));

        assertEquals(List.of("Accounts users[alice] shell /bin/sh /bin/ash"),
                told(new SnapshotComparer().compare(estate.reader("night1"), estate.reader("night2"), Progress.none())));
        estate.estate().volatilePlaces().remove(estate.estate().volatilePlaces().load());
        assertEquals(1, told(compare("night1", "night2")).size());
    }

    @Test
    void aPlaceOfOneDeviceIsNoneOfAnother() throws Exception {
        Device other = host("/bin/sh", "x");
        other.setId("fedcba9876543210");
        Device changed = host("/bin/ash", "x");
        changed.setId("fedcba9876543210");
        estate.snapshot().read("h", other).save("a");
        estate.snapshot().read("h", changed).save("b");
        VolatilePlace onAnother = new VolatilePlace("0123456789abcdef", "Accounts", "users[alice]", "shell", "");
        VolatilePlace everywhere = new VolatilePlace(VolatilePlace.EVERY_DEVICE, "Accounts", "users[alice]", "shell", "");

        estate.estate().volatilePlaces().add(List.of(onAnother));
        assertEquals(1, told(compare("a", "b")).size());
        estate.estate().volatilePlaces().add(List.of(everywhere));
        assertEquals(0, told(compare("a", "b")).size());
    }

    @Test
    void aFamilyOfPlacesHasAnyKeysAndNothingElse() throws Exception {
        estate.snapshot().read("h", host("/bin/sh", "x")).save("a");
        estate.snapshot().read("h", host("/bin/ash", "y", "bob")).save("b");
        estate.estate().volatilePlaces().add(List.of(new VolatilePlace("*", "Accounts", "users[*]", "shell", "")));

        SnapshotComparison comparison = compare("a", "b");

        assertEquals(List.of("Accounts groups[wheel] members null bob", "Accounts users[alice] fullName x y"), told(comparison));
        assertEquals(1, comparison.getSummary().getVolatileDifferences());
    }

    @Test
    void aWholeElementThatComesAndGoesIsKnownByItsPath() throws Exception {
        Device without = host("/bin/sh", "x");
        ((Accounts) without.getSections().getFirst()).getUsers().clear();
        estate.snapshot().read("h", without).save("a");
        estate.snapshot().read("h", host("/bin/sh", "x")).save("b");
        estate.estate().volatilePlaces().add(
                Calibration.of(estate.estate(), List.of(estate.estate().find("a"), estate.estate().find("b"))).places());

        assertEquals(List.of(), told(compare("a", "b")));
        assertEquals(List.of(), told(compare("b", "a")));
        estate.snapshot().read("h", host("/bin/zsh", "x")).save("c");
        assertEquals(1, told(compare("b", "c")).size(), "that it comes and goes says nothing about its shell");
    }

    @Test
    void calibrationTellsWhatItCannotLearnFrom() throws Exception {
        estate.snapshot().read("h", host("/bin/sh", "x")).save("a");
        Device other = host("/bin/sh", "x");
        other.setId("fedcba9876543210");
        estate.snapshot().read("h", other).save("b");

        Calibration calibration = Calibration.of(estate.estate(), List.of(estate.estate().find("a"), estate.estate().find("b")));

        assertEquals(List.of(), calibration.places());
        assertTrue(calibration.passedOver() > 0, "a device that came or went is no place that changes by itself");
    }

    private SnapshotComparison compare(String before, String after) throws Exception {
        return new SnapshotComparer().compare(estate.reader(before), estate.reader(after), estate.estate().volatilePlaces().load(),
                Progress.none());
    }

    private static List<String> told(SnapshotComparison comparison) {
        return comparison.getDevices().stream().flatMap(device -> device.getChanges().stream())
                .map(change -> String.join(" ", change.getSection(), change.getElement(), change.getAttribute(),
                        change.getBefore(), change.getAfter())).toList();
    }

    private static Device host(String shell, String fullName, String... wheel) {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId("0123456789abcdef");
        device.setName("host");
        Accounts accounts = HostFactory.eINSTANCE.createAccounts();
        User alice = HostFactory.eINSTANCE.createUser();
        alice.setName("alice");
        alice.setShell(shell);
        alice.setFullName(fullName);
        accounts.getUsers().add(alice);
        Group group = HostFactory.eINSTANCE.createGroup();
        group.setName("wheel");
        group.getMembers().addAll(List.of(wheel));
        accounts.getGroups().add(group);
        device.getSections().add(accounts);
        return device;
    }
}
