package org.cadastre.analysis.tests;

import static org.cadastre.analysis.tests.SampleDevice.behind;
import static org.cadastre.analysis.tests.SampleDevice.heard;
import static org.cadastre.analysis.tests.SampleDevice.host;
import static org.cadastre.analysis.tests.SampleDevice.networkSwitch;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.cadastre.analysis.facts.EstateFacts;
import org.cadastre.analysis.graph.Layers;
import org.cadastre.analysis.links.LinkChange;
import org.cadastre.analysis.links.LinkChanges;
import org.cadastre.compare.model.ComparisonFactory;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Verdict;
import org.junit.jupiter.api.Test;

/** What is told of cables that were plugged in, pulled out and plugged elsewhere. */
class LinkChangesTest {

    private static SampleDevice sw(String name) {
        int number = name.charAt(name.length() - 1) - '0';
        SampleDevice made = networkSwitch(name);
        for (int port : new int[] { 1, 2, 3, 23, 24 }) {
            made.port(String.valueOf(port), String.format("3c:00:00:00:%02x:%02x", number, port), "");
        }
        return made;
    }

    private static SampleDevice pc(String name) {
        return host(name).port("eth0", "3c:aa:00:00:00:" + name.substring(2), "192.0.2." + name.substring(2) + "/24");
    }

    private static LinkChanges changes(Map<String, Verdict> verdicts, List<SampleDevice> before, SampleDevice... after) {
        SnapshotComparison comparison = ComparisonFactory.eINSTANCE.createSnapshotComparison();
        verdicts.forEach((device, verdict) -> {
            DeviceComparison one = ComparisonFactory.eINSTANCE.createDeviceComparison();
            one.setDevice(device);
            one.setVerdict(verdict);
            comparison.getDevices().add(one);
        });
        return LinkChanges.of(Layers.compare(new Layers().find("topology").orElseThrow(), facts(before),
                facts(Arrays.asList(after)), comparison));
    }

    private static EstateFacts facts(List<SampleDevice> devices) {
        return new EstateFacts(devices.stream().map(SampleDevice::facts).toList());
    }

    private static List<String> told(List<SampleDevice> before, SampleDevice... after) {
        return changes(Map.of(), before, after).changes().stream().map(LinkChange::text).toList();
    }

    /** A core with two switches below, the second of which uses the port of its own that is given. */
    private static List<SampleDevice> tree(String uplink) {
        return List.of(sw("sw1").neighbours(heard("1", "sw2", uplink), heard("2", "sw3", "24")),
                sw("sw2").neighbours(heard(uplink, "sw1", "1")), sw("sw3").neighbours(heard("24", "sw1", "2")));
    }

    @Test
    void anUplinkThatUsesAnotherPortOfItsSwitchMoved() {
        assertEquals(List.of("the uplink of sw2 moved from port 24 to port 23"),
                told(tree("24"), tree("23").toArray(SampleDevice[]::new)));
    }

    @Test
    void anUplinkThatLeadsToAnotherSwitchMoved() {
        assertEquals(List.of("the uplink of sw2 moved from sw1 port 1 to sw3 port 3"), told(
                List.of(sw("sw1").neighbours(heard("1", "sw2", "24"), heard("2", "sw3", "24"), heard("3", "sw4", "24")),
                        sw("sw2").neighbours(heard("24", "sw1", "1")), sw("sw3").neighbours(heard("24", "sw1", "2")),
                        sw("sw4").neighbours(heard("24", "sw1", "3"))),
                sw("sw1").neighbours(heard("2", "sw3", "24"), heard("3", "sw4", "24")),
                sw("sw2").neighbours(heard("24", "sw3", "3")),
                sw("sw3").neighbours(heard("24", "sw1", "2"), heard("3", "sw2", "24")),
                sw("sw4").neighbours(heard("24", "sw1", "3"))));
    }

    @Test
    void theSpanningTreeTellsWhichOfTwoSwitchesIsTheUpperOne() {
        assertEquals(List.of("the uplink of sw2 moved from port 24 to port 23"), told(
                List.of(sw("sw1").neighbours(heard("1", "sw2", "24")).tree("3c:00:00:00:01:01", "4096.3c:00:00:00:01:01"),
                        sw("sw2").neighbours(heard("24", "sw1", "1")).tree("3c:00:00:00:02:01", "4096.3c:00:00:00:01:01")),
                sw("sw1").neighbours(heard("1", "sw2", "23")).tree("3c:00:00:00:01:01", "4096.3c:00:00:00:01:01"),
                sw("sw2").neighbours(heard("23", "sw1", "1")).tree("3c:00:00:00:02:01", "4096.3c:00:00:00:01:01")));
    }

    @Test
    void amongEqualsNoLinkIsCalledAnUplink() {
        assertEquals(List.of("the link of sw2 to sw1 moved from port 24 to port 23"),
                told(List.of(sw("sw1").neighbours(heard("1", "sw2", "24")), sw("sw2").neighbours(heard("24", "sw1", "1"))),
                        sw("sw1").neighbours(heard("1", "sw2", "23")), sw("sw2").neighbours(heard("23", "sw1", "1"))));
    }

    @Test
    void aHostThatWasPluggedElsewhereMovedAndTheOneInItsPlaceIsNew() {
        LinkChanges changes = changes(Map.of("id-pc9", Verdict.ADDED),
                List.of(sw("sw1").neighbours(heard("1", "pc5", "eth0"), heard("2", "pc6", "eth0")), pc("pc5"), pc("pc6")),
                sw("sw1").neighbours(heard("1", "pc9", "eth0"), heard("2", "pc6", "eth0"), heard("3", "pc5", "eth0")), pc("pc5"),
                pc("pc6"), pc("pc9"));
        assertEquals(List.of("pc9 is now connected to sw1 port 1", "pc5 moved from sw1 port 1 to sw1 port 3"),
                changes.changes().stream().map(LinkChange::text).toList());
        assertEquals(List.of("id-pc5", "id-sw1"), changes.changes().getLast().devices());
    }

    @Test
    void twoHostsThatChangedPlacesBothMoved() {
        assertEquals(List.of("pc5 moved from sw1 port 1 to sw1 port 2", "pc6 moved from sw1 port 2 to sw1 port 1"), told(
                List.of(sw("sw1").neighbours(heard("1", "pc5", "eth0"), heard("2", "pc6", "eth0")), pc("pc5"), pc("pc6")),
                sw("sw1").neighbours(heard("2", "pc5", "eth0"), heard("1", "pc6", "eth0")), pc("pc5"), pc("pc6")));
    }

    @Test
    void aPulledCableIsRemovedAndOneThatNobodyTellsOfIsOnlyCounted() {
        List<SampleDevice> before = List.of(sw("sw1").neighbours(heard("1", "sw2", "24"), heard("3", "pc5", "eth0")), sw("sw2"), pc("pc5"));
        assertEquals(List.of("no link connects any longer sw1 port 1 and sw2 port 24", "pc5 is no longer connected to sw1 port 3"),
                told(before, sw("sw1").neighbours(), sw("sw2"), pc("pc5")));
        LinkChanges unread = changes(Map.of(), before, sw("sw1").neighbours().butOnlyInPart(), sw("sw2"), pc("pc5"));
        assertEquals(new LinkChanges(List.of(), 2), unread);
    }

    @Test
    void aSwitchThatWasNotReadThisTimeIsStillTheOneThatItsNeighboursTellOf() {
        assertEquals(List.of(), told(tree("24"), tree("24").getFirst(), tree("24").getLast()));
        assertEquals(List.of(), told(List.of(tree("24").getFirst(), tree("24").getLast()), tree("24").toArray(SampleDevice[]::new)));
    }

    @Test
    void aHostThatAForwardingTableSeesElsewhereMovedAndIsCalledInferred() {
        LinkChanges changes = changes(Map.of(), List.of(sw("sw1").forwards(behind("2", "3c:aa:00:00:00:05", 10)), pc("pc05")),
                sw("sw1").forwards(behind("3", "3c:aa:00:00:00:05", 10)), pc("pc05"));
        assertEquals(List.of("pc05 moved from sw1 port 2 to sw1 port 3 (inferred from forwarding tables: likely)"),
                changes.changes().stream().map(LinkChange::text).toList());
    }

    @Test
    void aHostInAnotherVlanIsToldWithBoth() {
        assertEquals(List.of("sw1 port 2 and pc05: 2 VLAN 10 became 2 VLAN 20 (inferred from forwarding tables: likely)"), told(
                List.of(sw("sw1").forwards(behind("2", "3c:aa:00:00:00:05", 10)), pc("pc05")),
                sw("sw1").forwards(behind("2", "3c:aa:00:00:00:05", 20)), pc("pc05")));
    }
}
