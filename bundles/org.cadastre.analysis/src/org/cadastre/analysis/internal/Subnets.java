package org.cadastre.analysis.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.cadastre.analysis.facts.DeviceFacts;
import org.cadastre.analysis.facts.EstateFacts;
import org.cadastre.analysis.facts.Fact;
import org.cadastre.analysis.facts.NetworkAddress;
import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Edge.Certainty;
import org.cadastre.analysis.graph.Edge.Source;
import org.cadastre.analysis.graph.GraphBuilder;
import org.cadastre.analysis.graph.Mark;

/** Subnets as nodes, from the addresses of interfaces; and the gateways that routes name, read or not. */
final class Subnets {

    static final Set<String> SECTIONS = Set.of("Routes", "Agent");

    private final EstateFacts estate;
    private final GraphBuilder graph;

    Subnets(EstateFacts estate, GraphBuilder graph) {
        this.estate = estate;
        this.graph = graph;
    }

    /** Connects a device with every subnet that it has an address in, and those with the gateways that it uses there. */
    void connect(DeviceFacts device) {
        for (Fact one : device.interfaces()) {
            for (Fact address : one.elements("addresses")) {
                GraphBuilder.network(address).filter(network -> !one.text("type").equals("loopback") && !isHostRoute(network))
                        .ifPresent(network -> edge(device.id(), one.text("name"), network, address.text("address"),
                                device.id(), "Interfaces"));
            }
        }
        for (Fact route : device.elements("Routes", "routes")) {
            String gateway = route.text("gateway");
            if (!gateway.isEmpty()) {
                GraphBuilder.networks(device).stream().filter(network -> NetworkAddress.holds(network, gateway)).findFirst()
                        .ifPresent(network -> gateway(device, gateway, network));
            }
        }
    }

    /** An address of its own, as VPNs and containers have: no network that others are in. */
    private static boolean isHostRoute(String network) {
        return network.endsWith("/32") || network.endsWith("/128");
    }

    private void gateway(DeviceFacts user, String gateway, String network) {
        Optional<DeviceFacts> router = estate.byAddress(gateway);
        if (router.flatMap(known -> estate.device(known.id())).isEmpty()) {
            edge(router.map(known -> graph.node(known, "gateway, not read")).orElseGet(() -> graph.node("address:" + gateway,
                    gateway, "router", List.of("gateway, not read"))), "", network, gateway, user.id(), "Routes");
        }
    }

    private void edge(String node, String port, String network, String address, String source, String section) {
        String subnet = graph.node("subnet:" + network, network, "subnet", List.of("subnet " + network));
        graph.group(subnet, "subnet", network);
        graph.group(node, "subnet", network);
        graph.edge(new Edge("subnet|" + subnet + "|" + node + "|" + address, "subnet", subnet, "", node, port, address,
                Certainty.CERTAIN, Set.of(new Source(source, section)), Set.of(address), List.of(), Mark.UNCHANGED));
    }
}
