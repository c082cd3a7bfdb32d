package org.cadastre.analysis.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.cadastre.analysis.facts.DeviceFacts;
import org.cadastre.analysis.facts.EstateFacts;
import org.cadastre.analysis.facts.Fact;
import org.cadastre.analysis.facts.NetworkAddress;

/** Collects the graph of a layer: every device of the snapshot is a node from the beginning. For one thread. */
public final class GraphBuilder {

    private final String layer;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Edge> edges = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    public GraphBuilder(String layer, EstateFacts estate) {
        this.layer = layer;
        estate.devices().forEach(device -> nodes.put(device.id(), node(device)));
    }

    private static Node node(DeviceFacts device) {
        String kind = device.entry().kind().getLiteral();
        Map<String, String> groups = new HashMap<>();
        groups.put("kind", kind);
        networks(device).stream().findFirst().ifPresent(network -> groups.put("subnet", network));
        device.sections("Agent").stream().map(agent -> agent.text("location")).filter(place -> !place.isEmpty()).findFirst()
                .ifPresent(place -> groups.put("site", place));
        List<String> details = new ArrayList<>();
        details.add(kind + " " + device.name());
        for (String line : List.of(device.entry().operatingSystem(),
                (device.entry().manufacturer() + " " + device.entry().model()).strip(),
                String.join(", ", device.entry().addresses()))) {
            if (!line.isEmpty()) {
                details.add(line);
            }
        }
        return new Node(device.id(), device.name(), kind, Optional.of(device.id()), groups, details);
    }

    /** The networks of a device in CIDR notation, in the order of its interfaces; not those of loopback and link-local addresses. */
    public static List<String> networks(DeviceFacts device) {
        return device.interfaces().stream().filter(one -> !one.text("type").equals("loopback"))
                .flatMap(one -> one.elements("addresses").stream()).map(GraphBuilder::network).flatMap(Optional::stream).distinct()
                .toList();
    }

    /** The network of an address of an interface; nothing for an address that means no network of the estate. */
    public static Optional<String> network(Fact address) {
        String text = address.text("address");
        boolean local = NetworkAddress.isOwn(text) || text.toLowerCase(Locale.ROOT).startsWith("fe80:")
                || text.startsWith("169.254.");
        return local || address.number("prefixLength").isEmpty() ? Optional.empty()
                : NetworkAddress.network(text, address.number("prefixLength").getAsInt());
    }

    /** Adds a node unless there is one of the id. */
    public String node(String id, String label, String kind, List<String> details) {
        nodes.computeIfAbsent(id, key -> new Node(key, label, kind, Optional.empty(), Map.of("kind", kind), details));
        return id;
    }

    /** Adds a device that this snapshot did not read, unless it is there: its neighbours tell of it, and another snapshot read it. */
    public String node(DeviceFacts device, String why) {
        nodes.computeIfAbsent(device.id(), id -> new Node(id, device.name(), device.entry().kind().getLiteral(), Optional.of(id),
                Map.of("kind", device.entry().kind().getLiteral()), List.of(why)));
        return device.id();
    }

    /** Puts a node into a group, unless it is in one of that grouping. */
    public void group(String node, String grouping, String group) {
        nodes.computeIfPresent(node, (id, old) -> {
            Map<String, String> groups = new HashMap<>(old.groups());
            groups.putIfAbsent(grouping, group);
            return new Node(id, old.label(), old.kind(), old.device(), groups, old.details());
        });
    }

    /** Whether it passes on what others say to each other. */
    public boolean isNetwork(String node) {
        return nodes.get(node).isNetwork();
    }

    public boolean has(String node) {
        return nodes.containsKey(node);
    }

    public String label(String node) {
        return nodes.get(node).label();
    }

    /** Adds an edge; one of the same id gets its details and sources too. */
    public void edge(Edge edge) {
        edges.merge(edge.id(), edge, GraphBuilder::united);
    }

    private static Edge united(Edge one, Edge other) {
        List<String> details = new ArrayList<>(one.details());
        other.details().stream().filter(line -> !details.contains(line)).forEach(details::add);
        var sources = new HashSet<>(one.sources());
        sources.addAll(other.sources());
        return new Edge(one.id(), one.kind(), one.from(), one.fromPort(), one.to(), one.toPort(), one.label(),
                one.certainty().compareTo(other.certainty()) <= 0 ? one.certainty() : other.certainty(), sources,
                one.recognizedBy(), details, Mark.UNCHANGED);
    }

    public void finding(String rule, String text, String... about) {
        findings.add(new Finding(rule, text, List.of(about)));
    }

    public Graph build(Predicate<Edge> absence) {
        return new Graph(layer, List.copyOf(nodes.values()), List.copyOf(edges.values()), findings, absence);
    }

    /** Where any section that could tell of an edge was read completely, its silence is proof. */
    public Graph build(EstateFacts estate) {
        return build(edge -> edge.sources().stream().anyMatch(source -> estate.device(source.device())
                .filter(device -> device.isComplete(source.section())).isPresent()));
    }
}
