package org.cadastre.analysis.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.cadastre.analysis.facts.DeviceFacts;
import org.cadastre.analysis.facts.EstateFacts;
import org.cadastre.analysis.facts.Fact;
import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Edge.Certainty;
import org.cadastre.analysis.graph.Edge.Source;
import org.cadastre.analysis.graph.GraphBuilder;
import org.cadastre.analysis.graph.Mark;

/**
 * Cables as the devices at their ends announce themselves (LLDP, CDP and kin), heard at either end or at both. The members of an
 * aggregate are one link. Where both ends were read, they must agree.
 */
final class PhysicalLinks {

    static final Set<String> SECTIONS = Set.of("Neighbours", "LinkAggregations", "Vlans", "ForwardingTable", "AddressTable",
            "InterfaceStates", "Agent");
    private static final String NEIGHBOURS = "Neighbours";

    private final EstateFacts estate;
    private final GraphBuilder graph;
    private final Map<String, Ports> ports = new HashMap<>();
    private final Map<String, List<Heard>> links = new TreeMap<>();
    private final Set<String> used = new HashSet<>();

    /** What one device heard on one port. The far port is as the far device calls it, where it was read. */
    private record Heard(DeviceFacts device, String port, String far, String farPort, Fact neighbour) {

        String near() {
            return device.id() + " " + port;
        }

        String end() {
            return far + " " + farPort;
        }
    }

    PhysicalLinks(EstateFacts estate, GraphBuilder graph) {
        this.estate = estate;
        this.graph = graph;
        estate.devices().forEach(device -> ports.put(device.id(), new Ports(device)));
    }

    Ports ports(String device) {
        return ports.get(device);
    }

    /** Of any device, also of one that only another snapshot has read. */
    private Ports ports(DeviceFacts device) {
        return ports.computeIfAbsent(device.id(), id -> new Ports(device));
    }

    /** Whether a neighbour announced itself on the port, or on the aggregate that it is part of. */
    boolean isLinked(String device, String port) {
        return used.contains(device + " " + ports.get(device).folded(port));
    }

    /** Adds the links that devices announce, and the contradictions between their ends. */
    void announced() {
        for (DeviceFacts device : estate.devices()) {
            for (Fact neighbour : device.elements(NEIGHBOURS, "neighbours")) {
                // Unix hosts have a section of the same name, which tells of addresses rather than of cables.
                if (!neighbour.text("chassis").isEmpty() || !neighbour.text("system").isEmpty()) {
                    heard(device, neighbour);
                }
            }
        }
        links.values().forEach(this::link);
    }

    private void heard(DeviceFacts device, Fact neighbour) {
        Optional<DeviceFacts> known = recognize(neighbour).filter(other -> !other.id().equals(device.id()));
        String port = ports.get(device.id()).folded(neighbour.text("interface"));
        String far = known.map(other -> graph.node(other, "announces itself, not read")).orElseGet(() -> unknown(neighbour));
        String announced = neighbour.text("port").isEmpty() ? neighbour.text("portDescription") : neighbour.text("port");
        String farPort = known.map(this::ports).map(its -> its.folded(its.resolve(announced, neighbour.text("portDescription"))))
                // The ports of an aggregate that leads to a device which was not read are not told apart.
                .orElse(ports.get(device.id()).isAggregated(neighbour.text("interface")) ? "" : announced);
        Heard heard = new Heard(device, port, far, farPort, neighbour);
        used.add(heard.near());
        used.add(heard.end());
        String key = heard.near().compareTo(heard.end()) <= 0 ? heard.near() + "|" + heard.end()
                : heard.end() + "|" + heard.near();
        links.computeIfAbsent(key, id -> new ArrayList<>()).add(heard);
    }

    private Optional<DeviceFacts> recognize(Fact neighbour) {
        return estate.byMac(neighbour.text("chassis"))
                .or(() -> neighbour.text("system").isEmpty() ? Optional.empty() : estate.byName(neighbour.text("system")))
                .or(() -> estate.byName(neighbour.text("chassis")))
                .or(() -> Stream.concat(neighbour.texts("addresses").stream(), Stream.of(neighbour.text("chassis"))).sorted()
                        .map(estate::byAddress).flatMap(Optional::stream).findFirst());
    }

    private String unknown(Fact neighbour) {
        String system = neighbour.text("system");
        String chassis = neighbour.text("chassis");
        String platform = neighbour.text("platform");
        List<String> capabilities = neighbour.texts("capabilities");
        String kind = capabilities.contains("bridge") ? "switch" : capabilities.contains("router") ? "router"
                : capabilities.contains("telephone") ? "phone" : "unknown";
        List<String> details = new ArrayList<>(List.of("announces itself, not read"));
        Stream.of(chassis, platform, neighbour.text("description"), String.join(", ", neighbour.texts("addresses")))
                .filter(line -> !line.isEmpty()).forEach(details::add);
        return graph.node("neighbour:" + (chassis.isEmpty() ? system : chassis), system.isEmpty() ? chassis : system, kind, details);
    }

    private void link(List<Heard> heard) {
        Heard first = heard.getFirst();
        Set<Source> sources = new HashSet<>();
        Set<String> listeners = new HashSet<>();
        List<String> details = new ArrayList<>();
        for (Heard one : heard) {
            sources.add(new Source(one.device().id(), NEIGHBOURS));
            listeners.add(one.device().id());
            details.add(one.neighbour().text("protocol") + ": " + one.device().name() + " " + one.neighbour().text("interface")
                    + " hears " + graph.label(one.far()) + " " + one.neighbour().text("port"));
        }
        estate.device(first.far()).ifPresent(far -> sources.add(new Source(far.id(), NEIGHBOURS)));
        vlan(first).ifPresent(vlan -> details.add("VLAN " + vlan));
        boolean turned = isTurned(first);
        String from = turned ? first.far() : first.device().id();
        String fromPort = turned ? first.farPort() : first.port();
        String to = turned ? first.device().id() : first.far();
        String toPort = turned ? first.port() : first.farPort();
        graph.edge(new Edge("link|" + String.join("|", Stream.of(first.near(), first.end()).sorted().toList()), "link",
                from, fromPort, to, toPort, label(fromPort, toPort),
                Certainty.CERTAIN, sources, Set.of(mark(first.device().id(), first.near()), mark(first.far(), first.end())), details.stream().sorted().toList(),
                Mark.UNCHANGED));
        estate.device(first.far()).ifPresent(far -> {
            if (listeners.size() == 1 && far.isComplete(NEIGHBOURS) && speaks(far)) {
                graph.finding("one-sided-link", first.device().name() + " " + first.port() + " hears " + far.name() + " "
                        + first.farPort() + ", which does not hear it", first.device().id(), far.id());
            }
            contradictions(first, far);
        });
    }

    /**
     * Whether the far end is to be called first. Who is read or named first must not matter, or the same cable would look like another
     * one after a device was renamed: a switch comes before its stations, else the lower id before the higher one.
     */
    private boolean isTurned(Heard link) {
        boolean isHere = graph.isNetwork(link.device().id());
        boolean isThere = graph.isNetwork(link.far());
        return isHere == isThere ? link.near().compareTo(link.end()) > 0 : isThere;
    }

    /** The VLAN that a station is in, by the switch port that it is plugged into. */
    private Optional<String> vlan(Heard link) {
        boolean isHere = graph.isNetwork(link.device().id());
        if (isHere == graph.isNetwork(link.far())) {
            return Optional.empty();
        }
        String vlan = isHere ? ports(link.device()).nativeVlan(link.port())
                : Optional.ofNullable(ports.get(link.far())).map(far -> far.nativeVlan(link.farPort())).orElse("");
        if (vlan.isEmpty()) {
            return Optional.empty();
        }
        graph.group(isHere ? link.far() : link.device().id(), "vlan", "VLAN " + vlan);
        return Optional.of(vlan);
    }

    /**
     * The end of a cable that is taken for the same thing when its other end is another: rather a host's than a switch's. A host
     * that was plugged elsewhere moved; the port that it left did not.
     */
    private String mark(String node, String end) {
        return (graph.isNetwork(node) ? "port " : "end ") + end;
    }

    private static boolean speaks(DeviceFacts device) {
        return !device.elements(NEIGHBOURS, "neighbours").isEmpty();
    }

    static String label(String port, String farPort) {
        return farPort.isEmpty() ? port : port + " - " + farPort;
    }

    private void contradictions(Heard heard, DeviceFacts far) {
        Ports near = ports.get(heard.device().id());
        Ports other = ports.get(far.id());
        for (String attribute : List.of("duplex", "speed")) {
            contradiction(heard, far, attribute, near.negotiated(heard.port(), attribute), other.negotiated(heard.farPort(), attribute));
        }
        String announced = heard.neighbour().text("nativeVlan");
        String vlan = other.nativeVlan(heard.farPort());
        contradiction(heard, far, "vlan", near.nativeVlan(heard.port()), vlan.isEmpty() ? announced : vlan);
    }

    private void contradiction(Heard heard, DeviceFacts far, String what, String here, String there) {
        if (!here.isEmpty() && !there.isEmpty() && !here.equals(there)) {
            List<String> ends = Stream.of(heard.device().name() + " " + heard.port() + ": " + here,
                    far.name() + " " + heard.farPort() + ": " + there).sorted().toList();
            graph.finding(what, what + " differs at the two ends of a link: " + String.join(", ", ends), heard.device().id(),
                    far.id());
        }
    }

    /** Everybody at an end of a link. */
    Set<String> connected() {
        Set<String> connected = new HashSet<>();
        links.values().forEach(heard -> heard.forEach(one -> {
            connected.add(one.device().id());
            connected.add(one.far());
        }));
        return connected;
    }
}
