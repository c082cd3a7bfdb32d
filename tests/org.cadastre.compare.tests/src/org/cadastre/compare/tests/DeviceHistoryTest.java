package org.cadastre.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.cadastre.compare.ThreeWay;
import org.cadastre.compare.ThreeWay.Side;
import org.cadastre.compare.history.DeviceEvent;
import org.cadastre.compare.history.DeviceHistory;
import org.cadastre.compare.history.FactOrigin;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.host.Accounts;
import org.cadastre.model.host.HostFactory;
import org.cadastre.testing.EstateOnDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One device through many snapshots. */
class DeviceHistoryTest {

    private static final String ID = "00000000000000aa";

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

    private void snapshot(String label, Coverage coverage, String... usersAndShells) throws Exception {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId(ID);
        device.setName("host");
        Accounts accounts = HostFactory.eINSTANCE.createAccounts();
        accounts.setCoverage(coverage);
        for (String userAndShell : usersAndShells) {
            var user = HostFactory.eINSTANCE.createUser();
            user.setName(userAndShell.split("=")[0]);
            user.setShell(userAndShell.split("=")[1]);
            accounts.getUsers().add(user);
        }
        device.getSections().add(accounts);
        estate.snapshot().read("h", device).save(label);
    }

    private DeviceHistory history() throws Exception {
        return DeviceHistory.of(estate.estate(), ID);
    }

    private static List<String> told(List<DeviceEvent> events) {
        return events.stream().map(event -> event.before().label() + ".." + event.after().label() + " "
                + event.change().getKind() + " " + event.path()).toList();
    }

    @Test
    void eachChangeIsToldWithTheSnapshotsBetweenWhichItHappened() throws Exception {
        snapshot("a", Coverage.COMPLETE, "root=/bin/sh");
        snapshot("b", Coverage.COMPLETE, "root=/bin/sh");
        snapshot("c", Coverage.COMPLETE, "root=/bin/bash", "eve=/bin/sh");
        snapshot("d", Coverage.COMPLETE, "root=/bin/bash");

        assertEquals(List.of("a..c added Accounts/users[eve]", "a..c changed Accounts/users[root]/shell",
                "c..d removed Accounts/users[eve]"), told(history().events("")));
        assertEquals(List.of("a..c changed Accounts/users[root]/shell"), told(history().events("accounts/users[root]")));
        assertEquals(List.of(), told(history().events("Accounts/users[ro")));
    }

    @Test
    void aSnapshotThatCouldNotTellMakesTheIntervalWiderAndLosesNothing() throws Exception {
        snapshot("a", Coverage.COMPLETE, "root=/bin/sh", "eve=/bin/sh");
        snapshot("denied", Coverage.DENIED);
        snapshot("part", Coverage.PARTIAL, "root=/bin/bash");
        snapshot("d", Coverage.COMPLETE, "root=/bin/bash");

        assertEquals(List.of("a..part changed Accounts/users[root]/shell", "a..d removed Accounts/users[eve]"),
                told(history().events("")));
    }

    @Test
    void eachFactTellsSinceWhenItHasBeenSo() throws Exception {
        snapshot("a", Coverage.COMPLETE, "root=/bin/sh");
        snapshot("b", Coverage.COMPLETE, "root=/bin/bash");
        snapshot("c", Coverage.COMPLETE, "root=/bin/bash", "eve=/bin/sh");

        Map<String, String> since = history().origins("").stream().collect(Collectors.toMap(
                origin -> origin.path() + "=" + origin.value(), origin -> origin.firstSeen().label()));
        assertEquals(Map.of("Accounts/users[root]/name=root", "a", "Accounts/users[root]/shell=/bin/bash", "b",
                "Accounts/users[eve]/name=eve", "c", "Accounts/users[eve]/shell=/bin/sh", "c"), since);
        FactOrigin always = history().origins("Accounts/users[root]/name").getFirst();
        assertFalse(always.event().isPresent());
    }

    @Test
    void twoSidesSinceACommonBase() throws Exception {
        snapshot("base", Coverage.COMPLETE, "root=/bin/sh", "eve=/bin/sh", "bob=/bin/sh");
        snapshot("one", Coverage.COMPLETE, "root=/bin/bash", "eve=/bin/bash", "bob=/bin/sh");
        snapshot("other", Coverage.COMPLETE, "root=/bin/bash", "eve=/bin/zsh", "bob=/bin/ksh");

        ThreeWay sides = ThreeWay.of(estate.compare("base", "one"), estate.compare("base", "other"));

        Map<String, Side> told = sides.changes().stream()
                .collect(Collectors.toMap(entry -> entry.changes().getFirst().getElement(), ThreeWay.Entry::side));
        assertEquals(Map.of("users[root]", Side.BOTH_ALIKE, "users[eve]", Side.BOTH_DIFFERENTLY, "users[bob]", Side.SECOND),
                told);
        assertTrue(sides.changes().stream().allMatch(entry -> entry.device().getDevice().equals(ID)));
    }
}
