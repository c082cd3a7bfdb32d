package org.cadastre.analysis.tests;

import static org.cadastre.analysis.tests.SampleDevice.heard;
import static org.cadastre.analysis.tests.SampleDevice.host;
import static org.cadastre.analysis.tests.SampleDevice.networkSwitch;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.cadastre.analysis.facts.EstateFacts;
import org.cadastre.analysis.path.PathFinder;
import org.cadastre.analysis.path.RoutedPath;
import org.cadastre.analysis.path.RoutedPath.Outcome;
import org.cadastre.model.DeviceKind;
import org.junit.jupiter.api.Test;

/** The way of a packet, as the routing tables tell it. */
class PathTest {

    private static Map<String, Object> route(String destination, String gateway) {
        return Map.of("destination", destination, "gateway", gateway);
    }

    private static SampleDevice pc() {
        return host("pc").port("eth0", "3c:00:00:00:00:01", "192.0.2.5/24");
    }

    private static SampleDevice router(String name, String left, String right) {
        return new SampleDevice(name, DeviceKind.ROUTER).port("in", "", left).port("out", "", right);
    }

    private static SampleDevice server() {
        return host("server").port("eth0", "3c:00:00:00:00:02", "198.51.100.9/24");
    }

    private static RoutedPath path(String destination, SampleDevice... devices) {
        EstateFacts estate = new EstateFacts(Arrays.stream(devices).map(SampleDevice::facts).toList());
        PathFinder finder = new PathFinder(estate, Derived.graph("topology", devices));
        return finder.path(finder.device("pc").orElseThrow(), destination);
    }

    private static List<String> told(RoutedPath path) {
        return path.hops().stream().map(hop -> (hop.name() + " " + hop.leaves() + " " + hop.route() + " " + hop.gateway()).strip())
                .toList();
    }

    @Test
    void onOneNetworkThereIsNoRouterBetween() {
        RoutedPath path = path("192.0.2.6", pc(), host("other").port("eth0", "", "192.0.2.6/24"));
        assertEquals(List.of("pc eth0 192.0.2.0/24"), told(path));
        assertEquals(Outcome.REACHED, path.outcome());
    }

    @Test
    void eachRouterIsAskedForTheLongestPrefix() {
        RoutedPath path = path("198.51.100.9",
                pc().state("Routes", "routes", route("0.0.0.0/0", "192.0.2.1")),
                router("gw", "192.0.2.1/24", "203.0.113.1/30").state("Routes", "routes", route("198.51.0.0/16", "203.0.113.2"),
                        route("198.51.100.0/25", "203.0.113.2"), route("0.0.0.0/0", "192.0.2.77")),
                router("far", "203.0.113.2/30", "198.51.100.1/24"), server());
        assertEquals(List.of("pc eth0 0.0.0.0/0 192.0.2.1", "gw out 198.51.100.0/25 203.0.113.2", "far out 198.51.100.0/24"),
                told(path));
        assertEquals("reached: server has 198.51.100.9", path.text());
    }

    @Test
    void theSwitchesBetweenTwoRoutersAreTold() {
        RoutedPath path = path("192.0.2.1", pc(), networkSwitch("sw1").neighbours(heard("1", "pc", "eth0"), heard("2", "sw2", "2")),
                networkSwitch("sw2").neighbours(heard("2", "sw1", "2"), heard("3", "gw", "in")), router("gw", "192.0.2.1/24", ""));
        assertEquals(List.of("sw1", "sw2"), path.hops().getFirst().over());
    }

    @Test
    void whatWasNotReadIsNotGuessed() {
        SampleDevice pc = pc().state("Routes", "routes", route("0.0.0.0/0", "192.0.2.1"));
        assertEquals(Outcome.UNKNOWN, path("198.51.100.9", pc, server()).outcome());
        assertEquals("unknown from here: the routes of pc were not read", path("198.51.100.9", pc(), server()).text());
        assertEquals(Outcome.NETWORK_REACHED, path("192.0.2.99", pc()).outcome());
    }

    @Test
    void noRouteADroppingRouteAndALoopAreEnds() {
        assertEquals(Outcome.NO_ROUTE, path("198.51.100.9", pc().state("Routes", "routes", route("10.0.0.0/8", "192.0.2.1"))).outcome());
        assertEquals(Outcome.DROPPED, path("198.51.100.9", pc().state("Routes", "routes",
                Map.of("destination", "198.51.100.0/24", "type", "blackhole"))).outcome());
        assertEquals(Outcome.LOOP, path("198.51.100.9", pc().state("Routes", "routes", route("0.0.0.0/0", "192.0.2.1")),
                router("gw", "192.0.2.1/24", "").state("Routes", "routes", route("0.0.0.0/0", "192.0.2.5"))).outcome());
    }

    @Test
    void aSharedGatewayIsTheRouterThatSpeaksForIt() {
        Map<String, Object> group = Map.of("interface", "in", "protocol", "vrrp", "group", 1, "addresses", List.of("192.0.2.1"));
        RoutedPath path = path("198.51.100.9", pc().state("Routes", "routes", route("0.0.0.0/0", "192.0.2.1")),
                router("one", "192.0.2.2/24", "198.51.100.2/24").state("SharedAddresses", "groups", group)
                        .state("SharedAddressStates", "states",
                                Map.of("interface", "in", "protocol", "vrrp", "group", 1, "state", "backup")),
                router("two", "192.0.2.3/24", "198.51.100.3/24").state("SharedAddresses", "groups", group)
                        .state("SharedAddressStates", "states",
                                Map.of("interface", "in", "protocol", "vrrp", "group", 1, "state", "master")),
                server());
        assertEquals(List.of("pc eth0 0.0.0.0/0 192.0.2.1", "two out 198.51.100.0/24"), told(path));
    }
}
