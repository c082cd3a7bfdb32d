package org.cadastre.analysis.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.cadastre.analysis.facts.DeviceFacts;
import org.cadastre.analysis.facts.EstateFacts;
import org.cadastre.analysis.facts.Fact;
import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Edge.Certainty;
import org.cadastre.analysis.graph.Edge.Source;
import org.cadastre.analysis.graph.GraphBuilder;
import org.cadastre.analysis.graph.Mark;

/**
 * Where no protocol speaks: which station sits on which switch port, from the forwarding tables. A hardware address is seen on
 * every switch on the way to the others; it sits where it is seen among the fewest. A port that leads to another switch is no
 * place to sit. Alone on its port: likely; among others, so that something unmanaged must be between: possible.
 */
final class ForwardedStations {

    private static final String TABLE = "ForwardingTable";

    private final EstateFacts estate;
    private final GraphBuilder graph;
    private final PhysicalLinks links;
    private final Map<Port, Map<String, String>> stations = new TreeMap<>(Comparator.comparing(Port::device)
            .thenComparing(Port::name));
    private final Map<String, String> addresses = new HashMap<>();

    private record Port(String device, String name) {
    }

    ForwardedStations(EstateFacts estate, GraphBuilder graph, PhysicalLinks links) {
        this.estate = estate;
        this.graph = graph;
        this.links = links;
    }

    /** Adds the attachments. @return everybody who has a place by a link or an attachment */
    Set<String> derive() {
        Set<String> connected = links.connected();
        for (DeviceFacts device : estate.devices()) {
            device.elements("AddressTable", "entries")
                    .forEach(entry -> addresses.putIfAbsent(entry.text("mac"), entry.text("address")));
            for (Fact entry : device.elements(TABLE, "entries")) {
                read(device, entry);
            }
        }
        stations.keySet().removeIf(this::leadsToSwitch);
        Map<String, Port> places = places();
        stations.forEach((port, macs) -> {
            Map<String, String> here = new TreeMap<>();
            macs.forEach((mac, vlan) -> {
                String owner = estate.byMac(mac).map(DeviceFacts::id).orElse("mac:" + mac);
                if (port.equals(places.get(mac)) && !connected.contains(owner)) {
                    here.put(mac, vlan);
                }
            });
            attach(port, here, connected);
        });
        return connected;
    }

    private void read(DeviceFacts device, Fact entry) {
        String origin = entry.text("origin");
        String port = links.ports(device.id()).folded(entry.text("interface"));
        boolean own = estate.byMac(entry.text("mac")).filter(owner -> owner.id().equals(device.id())).isPresent();
        if (!port.isEmpty() && !own && (origin.isEmpty() || origin.equals("learned"))) {
            stations.computeIfAbsent(new Port(device.id(), port), key -> new TreeMap<>())
                    .putIfAbsent(entry.text("mac"), entry.text("vlan"));
        }
    }

    private boolean leadsToSwitch(Port port) {
        return links.isLinked(port.device(), port.name()) || stations.get(port).keySet().stream().map(estate::byMac)
                .flatMap(Optional::stream).anyMatch(owner -> !owner.elements(TABLE, "entries").isEmpty());
    }

    private Map<String, Port> places() {
        Map<String, Port> places = new HashMap<>();
        stations.forEach((port, macs) -> macs.keySet().forEach(mac -> places.merge(mac, port,
                (one, other) -> stations.get(one).size() <= stations.get(other).size() ? one : other)));
        return places;
    }

    private void attach(Port port, Map<String, String> macs, Set<String> connected) {
        Set<String> owners = new TreeSet<>();
        Map<String, String> vlans = new HashMap<>();
        macs.forEach((mac, vlan) -> {
            String station = station(mac);
            owners.add(station);
            vlans.putIfAbsent(station, vlan);
        });
        if (owners.isEmpty()) {
            return;
        }
        String near = port.device();
        String nearPort = port.name();
        Certainty certainty = Certainty.LIKELY;
        if (owners.size() > 1) {
            String segment = "segment:" + port.device() + " " + port.name();
            graph.node(segment, "unmanaged, behind " + port.name(), "segment",
                    List.of("something that does not announce itself: " + owners.size() + " stations behind one port"));
            attach(near, nearPort, segment, "", Certainty.POSSIBLE, port.device());
            near = segment;
            nearPort = "";
            certainty = Certainty.POSSIBLE;
        }
        for (String owner : owners) {
            attach(near, nearPort, owner, vlans.get(owner), certainty, port.device());
            connected.add(owner);
        }
        connected.add(port.device());
    }

    private String station(String mac) {
        return estate.byMac(mac).map(owner -> graph.node(owner, "seen by a switch, not read")).orElseGet(() -> graph.node("mac:" + mac,
                addresses.getOrDefault(mac, mac), "unknown", List.of("seen by a switch, not read", mac)));
    }

    private void attach(String near, String port, String station, String vlan, Certainty certainty, String source) {
        List<String> details = new ArrayList<>(List.of("inferred from the forwarding table, "
                + (certainty == Certainty.LIKELY ? "alone on its port: likely" : "one of several behind the port: possible")));
        if (!vlan.isEmpty()) {
            details.add("VLAN " + vlan);
            graph.group(station, "vlan", "VLAN " + vlan);
        }
        graph.edge(new Edge("attachment|" + near + " " + port + "|" + station, "attachment", near, port, station, "",
                vlan.isEmpty() ? port : (port + " VLAN " + vlan).strip(), certainty, Set.of(new Source(source, TABLE)),
                Set.of("station " + station), details, Mark.UNCHANGED));
    }
}
