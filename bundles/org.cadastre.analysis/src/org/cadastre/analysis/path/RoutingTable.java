package org.cadastre.analysis.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.cadastre.analysis.facts.DeviceFacts;
import org.cadastre.analysis.facts.Fact;
import org.cadastre.analysis.facts.NetworkAddress;
import org.cadastre.analysis.graph.GraphBuilder;

/** Where a device sends packets: the longest prefix wins, then an attached network, then the lowest metric (RFC 1812, 5.2.4.3). */
final class RoutingTable {

    private static final Set<String> DROPPING = Set.of("blackhole", "unreachable", "prohibit", "throw", "reject");

    /**
     * A way out of the device.
     *
     * @param network in CIDR notation
     * @param gateway empty for an attached network
     */
    record Way(String network, String gateway, String port, int metric, boolean drops) {

        int prefix() {
            return Integer.parseInt(network.substring(network.indexOf('/') + 1));
        }
    }

    private final List<Way> ways = new ArrayList<>();
    private final boolean isRead;

    RoutingTable(DeviceFacts device) {
        for (Fact one : device.interfaces()) {
            one.elements("addresses").stream().map(GraphBuilder::network).flatMap(Optional::stream)
                    .forEach(network -> ways.add(new Way(network, "", one.text("name"), 0, false)));
        }
        List<Fact> routes = new ArrayList<>(device.elements("Routes", "routes"));
        routes.addAll(device.elements("LearnedRoutes", "routes"));
        isRead = !device.sections("Routes").isEmpty();
        for (Fact route : routes) {
            // Other tables are for policy routing, whose rules nobody read.
            boolean isMain = route.text("table").isEmpty() || route.text("table").equals("main");
            if (isMain && isNetwork(route.text("destination"))) {
                ways.add(new Way(route.text("destination"), gateway(route), route.text("interface"), route.number("metric").orElse(0),
                        DROPPING.contains(route.text("type"))));
            }
        }
    }

    /** SNMP tells an attached network by a next hop of nothing but zeros (RFC 4292). */
    private static String gateway(Fact route) {
        return NetworkAddress.isOwn(route.text("gateway")) ? "" : route.text("gateway");
    }

    private static boolean isNetwork(String text) {
        int slash = text.indexOf('/');
        return slash > 0 && NetworkAddress.isAddress(text.substring(0, slash)) && text.substring(slash + 1).matches("\\d{1,3}");
    }

    /** Whether the device's routes were read at all. */
    boolean isRead() {
        return isRead;
    }

    Optional<Way> to(String address) {
        return ways.stream().filter(way -> NetworkAddress.holds(way.network(), address))
                .min(Comparator.comparing((Way way) -> -way.prefix()).thenComparing(way -> !way.gateway().isEmpty())
                        .thenComparing(Way::metric).thenComparing(Way::gateway).thenComparing(Way::port));
    }

    /** The port of the attached network that an address lies in. */
    String portTo(String address) {
        return ways.stream().filter(way -> way.gateway().isEmpty() && NetworkAddress.holds(way.network(), address))
                .map(Way::port).findFirst().orElse("");
    }
}
