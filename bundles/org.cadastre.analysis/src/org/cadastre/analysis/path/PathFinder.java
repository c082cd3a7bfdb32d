package org.cadastre.analysis.path;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.cadastre.analysis.facts.DeviceFacts;
import org.cadastre.analysis.facts.EstateFacts;
import org.cadastre.analysis.facts.Fact;
import org.cadastre.analysis.facts.NetworkAddress;
import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.GraphBuilder;
import org.cadastre.analysis.graph.Node;
import org.cadastre.analysis.graph.Walk;
import org.cadastre.analysis.path.RoutedPath.Outcome;

/**
 * Follows the routing tables of an estate from one device to an address, and the cables between two routers. Firewall rules, address
 * translation and policy routing are not considered.
 */
public final class PathFinder {

    /** What is read besides what the topology needs. */
    public static final Set<String> SECTIONS = Set.of("Routes", "LearnedRoutes", "SharedAddresses", "SharedAddressStates");

    private static final Set<String> SPEAKING = Set.of("master", "active");

    private final EstateFacts estate;
    private final Map<String, Node> nodes;
    private final Walk cables;

    /** @param topology the same estate in the layer "topology" */
    public PathFinder(EstateFacts estate, Graph topology) {
        this.estate = estate;
        this.nodes = topology.nodesById();
        this.cables = new Walk(topology.with(topology.nodes(), topology.edges().stream().filter(PathFinder::isCable).toList()));
    }

    private static boolean isCable(Edge edge) {
        return edge.kind().equals("link") || edge.kind().equals("attachment");
    }

    /** A device by an address, its name or its id. */
    public Optional<DeviceFacts> device(String named) {
        return estate.byAddress(named).or(() -> estate.byName(named)).or(() -> estate.device(named));
    }

    /** The addresses that others can send to, in the order of the interfaces. */
    public List<String> addresses(DeviceFacts device) {
        return device.interfaces().stream().filter(one -> !one.text("type").equals("loopback"))
                .flatMap(one -> one.elements("addresses").stream())
                .filter(address -> GraphBuilder.network(address).isPresent())
                .map(address -> address.text("address")).toList();
    }

    /** @param destination an address */
    public RoutedPath path(DeviceFacts from, String destination) {
        List<Hop> hops = new ArrayList<>();
        Set<String> passed = new HashSet<>();
        for (DeviceFacts at = from;;) {
            if (has(at, destination)) {
                return new RoutedPath(hops, Outcome.REACHED, "reached: " + at.name() + " has " + destination);
            }
            if (!passed.add(at.id())) {
                return new RoutedPath(hops, Outcome.LOOP, "goes in circles: " + at.name() + " is passed a second time");
            }
            RoutingTable table = new RoutingTable(at);
            Optional<RoutingTable.Way> found = table.to(destination);
            if (found.isEmpty()) {
                return table.isRead()
                        ? new RoutedPath(hops, Outcome.NO_ROUTE, "ends here: " + at.name() + " has no route to " + destination)
                        : new RoutedPath(hops, Outcome.UNKNOWN, "unknown from here: the routes of " + at.name() + " were not read");
            }
            RoutingTable.Way way = found.get();
            if (way.drops()) {
                hops.add(hop(at, way, "", List.of()));
                return new RoutedPath(hops, Outcome.DROPPED, "ends here: " + at.name() + " drops packets to " + way.network());
            }
            String next = way.gateway().isEmpty() ? destination : way.gateway();
            Optional<DeviceFacts> owner = owner(next);
            String port = way.port().isEmpty() ? table.portTo(next) : way.port();
            String here = at.id();
            hops.add(hop(at, way, port, owner.map(device -> between(here, device.id())).orElse(List.of())));
            if (owner.isEmpty()) {
                return way.gateway().isEmpty()
                        ? new RoutedPath(hops, Outcome.NETWORK_REACHED, "on its network " + way.network()
                                + "; no device that was read has " + destination)
                        : new RoutedPath(hops, Outcome.UNKNOWN, "unknown from here: the router " + next + " was not read");
            }
            at = owner.get();
        }
    }

    private static Hop hop(DeviceFacts at, RoutingTable.Way way, String port, List<String> over) {
        return new Hop(at.id(), at.name(), port, way.network(), way.gateway(), over);
    }

    private static boolean has(DeviceFacts device, String address) {
        String plain = NetworkAddress.plain(address);
        return device.interfaces().stream().flatMap(one -> one.elements("addresses").stream())
                .anyMatch(one -> NetworkAddress.plain(one.text("address")).equalsIgnoreCase(plain));
    }

    /** Who answers for an address; for one that several routers share, the one that speaks for it, if just one says so. */
    private Optional<DeviceFacts> owner(String address) {
        return estate.byAddress(address).or(() -> {
            List<DeviceFacts> speaking = estate.devices().stream().filter(device -> speaksFor(device, address)).toList();
            return speaking.size() == 1 ? Optional.of(speaking.getFirst()) : Optional.empty();
        });
    }

    private static boolean speaksFor(DeviceFacts device, String address) {
        for (Fact group : device.elements("SharedAddresses", "groups")) {
            if (group.texts("addresses").contains(address)) {
                return device.elements("SharedAddressStates", "states").stream()
                        .anyMatch(state -> state.text("interface").equals(group.text("interface"))
                                && state.text("protocol").equals(group.text("protocol"))
                                && state.text("group").equals(group.text("group")) && SPEAKING.contains(state.text("state")));
            }
        }
        return false;
    }

    /** The switches on a shortest way along the cables; nothing if a part of it is not known, or something else lies in between. */
    private List<String> between(String device, String next) {
        List<String> way = cables.path(device, next);
        List<String> inner = way.size() < 2 ? List.of() : way.subList(1, way.size() - 1);
        return inner.stream().allMatch(id -> nodes.get(id).isNetwork()) ? inner.stream().map(id -> nodes.get(id).label()).toList()
                : List.of();
    }
}
