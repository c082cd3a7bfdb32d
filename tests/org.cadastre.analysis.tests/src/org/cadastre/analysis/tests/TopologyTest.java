package org.cadastre.analysis.tests;

import static org.cadastre.analysis.tests.SampleDevice.behind;
import static org.cadastre.analysis.tests.SampleDevice.heard;
import static org.cadastre.analysis.tests.SampleDevice.host;
import static org.cadastre.analysis.tests.SampleDevice.networkSwitch;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.cadastre.analysis.graph.Edge.Certainty;
import org.cadastre.analysis.graph.Mark;
import org.cadastre.compare.model.Verdict;
import org.junit.jupiter.api.Test;

/** Which cable leads where. */
class TopologyTest {

    private static SampleDevice sw1() {
        return networkSwitch("sw1").port("p1", "02:01:00:00:00:01", "").port("p2", "02:01:00:00:00:02", "")
                .port("p3", "02:01:00:00:00:03", "");
    }

    private static SampleDevice sw2() {
        return networkSwitch("sw2").port("p1", "02:02:00:00:00:01", "").port("p23", "02:02:00:00:00:17", "")
                .port("p24", "02:02:00:00:00:18", "");
    }

    private static SampleDevice pc(String name, int number) {
        return host(name).port("eth0", mac(number), "192.0.2." + number + "/24");
    }

    private static String mac(int number) {
        return String.format("02:aa:00:00:00:%02x", number);
    }

    @Test
    void aLinkHeardAtBothEndsIsOneEdge() {
        Derived graph = Derived.of("topology", sw1().neighbours(heard("p1", "sw2", "p24")),
                sw2().neighbours(heard("p24", "sw1.example.org", "02:01:00:00:00:01")));
        assertEquals(Set.of("sw1 p1 - sw2 p24"), graph.edges());
        assertEquals(List.of(), graph.findings());
    }

    /** As on every Linux bridge, which takes the address of one of its ports; lldpd announces a port by its address. */
    @Test
    void aPortThatSharesItsAddressWithItsBridgeIsKnownByItsDescription() {
        SampleDevice bridge = networkSwitch("sw2").port("br0", "02:02:00:00:00:01", "").port("p1", "02:02:00:00:00:01", "");
        Map<String, Object> announced = Map.of("interface", "p1", "protocol", "lldp", "system", "sw2", "port", "02:02:00:00:00:01",
                "portDescription", "p1");
        Derived graph = Derived.of("topology", sw1().neighbours(announced), bridge.neighbours(heard("p1", "sw1", "p1")));
        assertEquals(Set.of("sw1 p1 - sw2 p1"), graph.edges());
        assertEquals(List.of(), graph.findings());
    }

    @Test
    void aLinkThatOneEndDoesNotHearIsAFindingUnlessThatEndWasNotReadInFull() {
        assertEquals(List.of("sw1 p1 hears sw2 p24, which does not hear it"), Derived.of("topology",
                sw1().neighbours(heard("p1", "sw2", "p24")), sw2().neighbours(heard("p1", "other", "1"))).findings());
        assertEquals(List.of(), Derived.of("topology", sw1().neighbours(heard("p1", "sw2", "p24")),
                sw2().neighbours(heard("p1", "other", "1")).butOnlyInPart()).findings());
        assertEquals(List.of(), Derived.of("topology", sw1().neighbours(heard("p1", "sw2", "p24")), sw2()).findings());
    }

    @Test
    void aNeighbourThatWasNotReadIsANode() {
        Derived graph = Derived.of("topology", sw1().neighbours(heard("p1", "phone-7", "port 1")));
        assertEquals(Set.of("sw1 p1 - phone-7 port 1"), graph.edges());
    }

    @Test
    void theMembersOfAnAggregateAreOneLink() {
        Map<String, Object> two = Map.of("interface", "Po1", "members", List.of("p1", "p2"));
        Map<String, Object> far = Map.of("interface", "Po9", "members", List.of("p23", "p24"));
        Derived graph = Derived.of("topology",
                sw1().neighbours(heard("p1", "sw2", "p23"), heard("p2", "sw2", "p24"))
                        .state("LinkAggregations", "aggregations", two),
                sw2().neighbours(heard("p23", "sw1", "p1"), heard("p24", "sw1", "p2"))
                        .state("LinkAggregations", "aggregations", far));
        assertEquals(Set.of("sw1 Po1 - sw2 Po9"), graph.edges());
        assertEquals(4, graph.edge("sw1 Po1 - sw2 Po9").details().size());
        assertEquals(Set.of("sw1 Po1 - far"), Derived.of("topology", sw1().neighbours(heard("p1", "far", "a"),
                heard("p2", "far", "b")).state("LinkAggregations", "aggregations", two)).edges());
    }

    @Test
    void differentSettingsAtTheTwoEndsAreFindings() {
        Derived graph = Derived.of("topology",
                sw1().duplex("p1", "full").neighbours(heard("p1", "sw2", "p24"))
                        .state("Vlans", "ports", Map.of("interface", "p1", "nativeVlan", 10)),
                sw2().duplex("p24", "half").neighbours(heard("p24", "sw1", "p1"))
                        .state("Vlans", "ports", Map.of("interface", "p24", "nativeVlan", 20)));
        assertEquals(List.of("duplex differs at the two ends of a link: sw1 p1: full, sw2 p24: half",
                "vlan differs at the two ends of a link: sw1 p1: 10, sw2 p24: 20"), graph.findings());
    }

    @Test
    void aHostIsInTheVlanOfTheSwitchPortThatItIsPluggedInto() {
        Derived graph = Derived.of("topology", sw1().neighbours(heard("p1", "pc5", "eth0")).state("Vlans", "ports",
                Map.of("interface", "p1", "nativeVlan", 20)), pc("pc5", 5));
        assertEquals("VLAN 20", graph.graph().nodesById().get("id-pc5").groups().get("vlan"));
        assertEquals("VLAN 20", graph.edge("sw1 p1 - pc5 eth0").details().getFirst());
    }

    @Test
    void aVlanHasTheSwitchesThatCarryItAndTheHostsInIt() {
        Derived graph = Derived.of("vlans", sw1().neighbours(heard("p1", "pc5", "eth0"))
                .state("Vlans", "ports", Map.of("interface", "p1", "nativeVlan", 20)), pc("pc5", 5),
                sw2().state("Vlans", "vlans", Map.of("number", 20, "untagged", List.of("p3", "p4"), "tagged", List.of("p24"))));
        assertEquals(Set.of("VLAN 20 - pc5", "VLAN 20 - sw2"), graph.edges());
        assertEquals("2 + 1 tagged ports", graph.edge("VLAN 20 - sw2").label());
    }

    @Test
    void aHostSitsWhereTheForwardingTableSeesItAlone() {
        Derived graph = Derived.of("topology",
                sw1().neighbours(heard("p1", "sw2", "p24")).forwards(behind("p1", mac(5), 10), behind("p2", mac(6), 10)),
                sw2().neighbours(heard("p24", "sw1", "p1")).forwards(behind("p1", mac(5), 10), behind("p24", mac(6), 10)),
                pc("pc5", 5), pc("pc6", 6));
        assertEquals(Set.of("sw1 p1 - sw2 p24", "sw2 p1 - pc5", "sw1 p2 - pc6"), graph.edges());
        assertEquals(Certainty.LIKELY, graph.edge("sw2 p1 - pc5").certainty());
        assertEquals(Certainty.CERTAIN, graph.edge("sw1 p1 - sw2 p24").certainty());
        assertEquals("VLAN 10", graph.graph().nodesById().get("id-pc5").groups().get("vlan"));
    }

    @Test
    void severalHostsBehindOnePortHangOnSomethingUnmanaged() {
        Derived graph = Derived.of("topology", sw1().forwards(behind("p2", mac(5), 1), behind("p2", mac(6), 1)), pc("pc5", 5),
                pc("pc6", 6));
        assertEquals(Set.of("sw1 p2 - unmanaged, behind p2", "unmanaged, behind p2 - pc5", "unmanaged, behind p2 - pc6"),
                graph.edges());
        assertEquals(Certainty.POSSIBLE, graph.edge("unmanaged, behind p2 - pc5").certainty());
    }

    @Test
    void anUplinkThatWasPluggedElsewhereMoved() {
        var before = Derived.graph("topology", sw1().neighbours(heard("p1", "sw2", "p24")), sw2().neighbours(heard("p24", "sw1", "p1")));
        var after = Derived.graph("topology", sw1().neighbours(heard("p1", "sw2", "p23")), sw2().neighbours(heard("p23", "sw1", "p1")));
        Derived change = Derived.change(before, after, Map.of());
        assertEquals(Set.of("\u2192 sw1 p1 - sw2 p23"), change.changes());
        assertEquals("before: sw1 p1 - sw2 p24", change.edge("\u2192 sw1 p1 - sw2 p23").details().getLast());
    }

    @Test
    void aHostOnAnotherPortMovedAndAVanishedLinkIsRemovedOnlyWhereAnEndTellsSo() {
        var here = Derived.graph("topology", sw1().forwards(behind("p2", mac(5), 1)), pc("pc5", 5));
        var there = Derived.graph("topology", sw1().forwards(behind("p3", mac(5), 1)), pc("pc5", 5));
        assertEquals(Set.of("\u2192 sw1 p3 - pc5"), Derived.change(here, there, Map.of()).changes());
        var linked = Derived.graph("topology", sw1().neighbours(heard("p1", "sw2", "p24")), sw2());
        var cut = Derived.graph("topology", sw1().neighbours(), sw2());
        assertEquals(Set.of("\u2212 sw1 p1 - sw2 p24"), Derived.change(linked, cut, Map.of()).changes());
        var unread = Derived.graph("topology", sw1().neighbours().butOnlyInPart(), sw2());
        assertEquals(Set.of("? sw1 p1 - sw2 p24"), Derived.change(linked, unread, Map.of()).changes());
    }

    @Test
    void aNewHostIsAddedWithItsPlace() {
        var before = Derived.graph("subnets", pc("pc5", 5));
        var after = Derived.graph("subnets", pc("pc5", 5), pc("pc6", 6));
        Derived change = Derived.change(before, after, Map.of("id-pc6", Verdict.ADDED));
        assertEquals(Set.of("+ 192.0.2.0/24 - pc6 eth0"), change.changes());
        assertEquals(Mark.ADDED, change.node("pc6"));
        assertEquals(Mark.UNCHANGED, change.node("192.0.2.0/24"));
    }

    @Test
    void aGatewayThatWasNotReadIsARouterInItsSubnet() {
        Derived graph = Derived.of("subnets", pc("pc5", 5).state("Routes", "routes",
                Map.of("destination", "0.0.0.0/0", "gateway", "192.0.2.254", "interface", "eth0")));
        assertEquals(Set.of("192.0.2.0/24 - pc5 eth0", "192.0.2.0/24 - 192.0.2.254"), graph.edges());
    }
}
