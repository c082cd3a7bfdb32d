package org.cadastre.scan.identity.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.cadastre.model.IdentifierKind;
import org.cadastre.scan.identity.Evidence;
import org.cadastre.scan.identity.IdentityResolver;
import org.cadastre.scan.identity.Resolution;
import org.cadastre.scan.identity.Resolution.Decision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pairs of readings, before and after something happened, and whether they must be one device. */
class IdentityScenariosTest {

    private final Map<String, Set<Evidence>> memory = new HashMap<>();
    private IdentityResolver snapshot;

    @BeforeEach
    void nextSnapshot() {
        snapshot = new IdentityResolver(memory);
    }

    private Resolution read(Host host) {
        Resolution resolution = snapshot.resolve(host.evidence());
        memory.computeIfAbsent(resolution.device(), id -> new HashSet<>()).addAll(host.evidence());
        return resolution;
    }

    private void assertSame(Host before, Host after, Decision decision) {
        Resolution first = read(before);
        nextSnapshot();
        Resolution second = read(after);
        assertEquals(first.device(), second.device(), second.explanation());
        assertEquals(decision, second.decision(), second.explanation());
    }

    private void assertTwo(Host before, Host after, Decision decision) {
        Resolution first = read(before);
        nextSnapshot();
        Resolution second = read(after);
        assertNotEquals(first.device(), second.device(), second.explanation());
        assertEquals(decision, second.decision(), second.explanation());
    }

    @Test
    void nothingHappened() {
        assertSame(Host.web(), Host.web(), Decision.RECOGNISED);
    }

    @Test
    void renamed() {
        assertSame(Host.web(), Host.web().name("www"), Decision.RECOGNISED);
    }

    @Test
    void aNewNetworkCard() {
        assertSame(Host.web(), Host.web().mac("52:54:00:99:99:99"), Decision.RECOGNISED);
    }

    @Test
    void aNewNetworkCardReadWithoutRights() {
        assertSame(Host.web(), Host.web().mac("52:54:00:99:99:99").withoutRights(), Decision.RECOGNISED);
    }

    @Test
    void newHostKeys() {
        assertSame(Host.web(), Host.web().keys("SHA256:new"), Decision.RECOGNISED);
    }

    @Test
    void newHostKeysReadWithoutRights() {
        assertSame(Host.web(), Host.web().keys("SHA256:new").withoutRights(), Decision.RECOGNISED);
    }

    @Test
    void renamedWithNewHostKeysAndCardAtOnce() {
        assertSame(Host.web(), Host.web().name("www").keys("SHA256:new").mac("52:54:00:99:99:99"), Decision.RECOGNISED);
    }

    @Test
    void firstAsRootThenAsUser() {
        assertSame(Host.web(), Host.web().withoutRights(), Decision.RECOGNISED);
    }

    @Test
    void firstAsUserThenAsRoot() {
        assertSame(Host.web().withoutRights(), Host.web(), Decision.RECOGNISED);
    }

    @Test
    void firstOverSshThenOverSnmp() {
        assertSame(Host.web(), Host.only(Map.of(IdentifierKind.SNMP_ENGINE_ID, "80001f88", IdentifierKind.MAC,
                "52:54:00:00:00:01", IdentifierKind.NAME, "web")), Decision.RECOGNISED);
    }

    @Test
    void aSwitchThatShowsOnlyItsName() {
        Host named = Host.only(Map.of(IdentifierKind.NAME, "sw1"));
        assertSame(named, named, Decision.RECOGNISED);
    }

    @Test
    void aStackStaysOneDeviceWhenAMemberIsReplacedAndWhenAnotherLeads() {
        Resolution first = snapshot.resolve(stack("S1", "S2", "S3"));
        memory.computeIfAbsent(first.device(), id -> new HashSet<>()).addAll(stack("S1", "S2", "S3"));
        nextSnapshot();
        assertEquals(first.device(), snapshot.resolve(stack("S9", "S2", "S3")).device());
        nextSnapshot();
        assertEquals(first.device(), snapshot.resolve(stack("S3", "S2")).device());
        nextSnapshot();
        assertNotEquals(first.device(), snapshot.resolve(stack("S7", "S8")).device());
    }

    @Test
    void aStackThatWasTakenApartIsTwoDevices() {
        Resolution stack = snapshot.resolve(stack("S1", "S2"));
        memory.computeIfAbsent(stack.device(), id -> new HashSet<>()).addAll(stack("S1", "S2"));
        nextSnapshot();
        assertEquals(stack.device(), snapshot.resolve(stack("S1")).device());
        assertNotEquals(stack.device(), snapshot.resolve(stack("S2")).device());
    }

    private static Set<Evidence> stack(String... serials) {
        Set<Evidence> shown = new HashSet<>(Set.of(new Evidence(IdentifierKind.NAME, "core"),
                new Evidence(IdentifierKind.MAC, "mac of " + serials[0])));
        for (String serial : serials) {
            shown.add(new Evidence(IdentifierKind.SERIAL_NUMBER, "Cisco " + serial));
        }
        return shown;
    }

    @Test
    void aHostNamedLocalhostIsNotRecognisedByThat() {
        Host one = Host.only(Map.of(IdentifierKind.NAME, "localhost", IdentifierKind.SSH_HOST_KEY, "SHA256:a"));
        Host other = Host.only(Map.of(IdentifierKind.NAME, "localhost", IdentifierKind.SSH_HOST_KEY, "SHA256:b"));
        assertTwo(one, other, Decision.FIRST_SEEN);
    }

    @Test
    void reinstalledOnTheSameHardware() {
        assertSame(Host.web(), Host.web().machineId("ffff").keys("SHA256:new").name("web-new"), Decision.REINSTALLED);
    }

    @Test
    void hardwareReplacedUnderTheSameName() {
        assertTwo(Host.web(), Host.other().name("web"), Decision.REPLACEMENT);
    }

    @Test
    void aCloneIsAnotherDevice() {
        assertTwo(Host.web(), Host.web().uuid("clone").mac("52:54:00:aa:aa:aa"), Decision.CLONE);
    }

    @Test
    void aCloneReadInTheSameSnapshotWithoutRightsIsAnotherDevice() {
        Resolution original = read(Host.web().withoutRights());
        Resolution clone = read(Host.web().withoutRights().mac("52:54:00:aa:aa:aa"));
        assertNotEquals(original.device(), clone.device());
        nextSnapshot();
        assertEquals(original.device(), read(Host.web().withoutRights()).device());
        assertEquals(clone.device(), read(Host.web().withoutRights().mac("52:54:00:aa:aa:aa")).device());
    }

    @Test
    void clonesFromOneImageStayApartWhicheverIsReadFirst() {
        List<Host> clones = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clones.add(Host.web().uuid("uuid" + i).mac("52:54:00:00:01:0" + i).name("clone" + i));
        }
        List<String> first = clones.stream().map(host -> read(host).device()).toList();
        assertEquals(5, Set.copyOf(first).size());
        nextSnapshot();
        List<String> second = clones.reversed().stream().map(host -> read(host).device()).toList();
        assertEquals(first, second.reversed());
    }

    @Test
    void hostsOfOneImageWithFreshKeysButTheImagesMachineIdAreApart() {
        Resolution one = read(Host.web().withoutRights());
        nextSnapshot();
        Resolution other = read(Host.web().withoutRights().keys("SHA256:fresh").mac("52:54:00:aa:aa:aa").name("db"));
        assertNotEquals(one.device(), other.device());
    }

    @Test
    void oneDeviceOverTwoAddressesOfOneSnapshotIsOne() {
        assertEquals(read(Host.web()).device(), read(Host.web()).device());
    }

    @Test
    void twoHostsThatSwappedNamesAreStillThemselves() {
        Resolution web = read(Host.web());
        Resolution other = read(Host.other());
        nextSnapshot();
        assertEquals(web.device(), read(Host.web().name("db")).device());
        assertEquals(other.device(), read(Host.other().name("web")).device());
    }

    @Test
    void boardsThatShareTheirMakersUuidAreApart() {
        assertTwo(Host.web(), Host.other().uuid("uuid-web"), Decision.REPLACEMENT);
    }

    @Test
    void aNewMainBoardWithTheOldSerialNumberIsTheSameMachine() {
        assertSame(Host.web(), Host.web().uuid("new-board"), Decision.RECOGNISED);
    }

    @Test
    void aNetworkCardThatMovedToAnotherHostTakesNoIdentityWithIt() {
        Resolution web = read(Host.web());
        Resolution other = read(Host.other());
        nextSnapshot();
        assertEquals(other.device(), read(Host.other().mac("52:54:00:00:00:01")).device());
        assertEquals(web.device(), read(Host.web().mac("52:54:00:77:77:77")).device());
    }

    @Test
    void theIdIsTheSameOnEveryMachine() {
        assertEquals(read(Host.web()).device(), new IdentityResolver(Map.of()).resolve(Host.web().evidence()).device());
    }

    /** A host by its identifiers. */
    private record Host(Map<IdentifierKind, String> identifiers) {

        static Host web() {
            return new Host(Map.of(IdentifierKind.SYSTEM_UUID, "uuid-web", IdentifierKind.SERIAL_NUMBER, "Dell ABC",
                    IdentifierKind.MACHINE_ID, "aaaa", IdentifierKind.SSH_HOST_KEY, "SHA256:web", IdentifierKind.MAC,
                    "52:54:00:00:00:01", IdentifierKind.NAME, "web"));
        }

        static Host other() {
            return new Host(Map.of(IdentifierKind.SYSTEM_UUID, "uuid-db", IdentifierKind.SERIAL_NUMBER, "Dell XYZ",
                    IdentifierKind.MACHINE_ID, "bbbb", IdentifierKind.SSH_HOST_KEY, "SHA256:db", IdentifierKind.MAC,
                    "52:54:00:00:00:02", IdentifierKind.NAME, "db"));
        }

        static Host only(Map<IdentifierKind, String> identifiers) {
            return new Host(identifiers);
        }

        private Host with(IdentifierKind kind, String value) {
            Map<IdentifierKind, String> changed = new HashMap<>(identifiers);
            changed.put(kind, value);
            return new Host(changed);
        }

        Host name(String value) {
            return with(IdentifierKind.NAME, value);
        }

        Host mac(String value) {
            return with(IdentifierKind.MAC, value);
        }

        Host keys(String value) {
            return with(IdentifierKind.SSH_HOST_KEY, value);
        }

        Host machineId(String value) {
            return with(IdentifierKind.MACHINE_ID, value);
        }

        Host uuid(String value) {
            return with(IdentifierKind.SYSTEM_UUID, value);
        }

        Host withoutRights() {
            Map<IdentifierKind, String> visible = new HashMap<>(identifiers);
            visible.remove(IdentifierKind.SYSTEM_UUID);
            visible.remove(IdentifierKind.SERIAL_NUMBER);
            return new Host(visible);
        }

        Collection<Evidence> evidence() {
            return identifiers.entrySet().stream().map(entry -> new Evidence(entry.getKey(), entry.getValue())).toList();
        }
    }
}
