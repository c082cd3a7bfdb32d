package org.cadastre.analysis.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.cadastre.analysis.facts.DeviceFacts;
import org.cadastre.analysis.facts.Fact;

/** The ports of a device: their facts, and what bundles them. */
final class Ports {

    private final Map<String, Fact> interfaces = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<String>> byMac = new HashMap<>();
    private final Map<String, String> aggregates = new HashMap<>();
    private final Map<String, Fact> vlans = new HashMap<>();
    private final Map<String, Fact> states = new HashMap<>();

    Ports(DeviceFacts device) {
        for (Fact one : device.interfaces()) {
            interfaces.put(one.text("name"), one);
            for (String mark : new String[] { "name", "description" }) {
                names.putIfAbsent(one.text(mark).toLowerCase(Locale.ROOT), one.text("name"));
            }
            byMac.computeIfAbsent(one.text("mac").toLowerCase(Locale.ROOT), mac -> new ArrayList<>()).add(one.text("name"));
        }
        for (Fact one : device.interfaces()) {
            Fact parent = interfaces.get(one.text("parent"));
            if (parent != null && parent.text("type").equals("bond")) {
                aggregates.put(one.text("name"), parent.text("name"));
            }
        }
        for (Fact one : device.elements("LinkAggregations", "aggregations")) {
            one.texts("members").forEach(member -> aggregates.put(member, one.text("interface")));
        }
        names.remove("");
        byMac.remove("");
        device.elements("Vlans", "ports").forEach(port -> vlans.put(port.text("interface"), port));
        device.elements("InterfaceStates", "states").forEach(state -> states.put(state.text("interface"), state));
    }

    /**
     * The name of the interface that a neighbour calls by its name, description or hardware address; else what it says. A bridge, a
     * VLAN and a bond have the address of one of their ports: where an address is that of several, the description decides.
     *
     * @param description of the port, as announced; empty if it was not
     */
    String resolve(String announced, String description) {
        String called = announced.toLowerCase(Locale.ROOT);
        String described = names.getOrDefault(description.toLowerCase(Locale.ROOT), "");
        List<String> same = byMac.getOrDefault(called, List.of());
        if (!names.containsKey(called) && !described.isEmpty() && same.size() != 1) {
            return described;
        }
        return names.getOrDefault(called, same.isEmpty() ? announced : same.getFirst());
    }

    /** The aggregate that a port is part of, else the port itself. */
    String folded(String port) {
        return aggregates.getOrDefault(port, port);
    }

    boolean isAggregated(String port) {
        return aggregates.containsKey(port);
    }

    Optional<Fact> facts(String port) {
        return Optional.ofNullable(interfaces.get(port));
    }

    /** Speed or duplex, which some devices tell as configured and others as negotiated; empty if the device does not say. */
    String negotiated(String port, String attribute) {
        String configured = facts(port).map(one -> one.text(attribute)).orElse("");
        return configured.isEmpty() && states.containsKey(port) ? states.get(port).text(attribute) : configured;
    }

    /** VLAN of frames without a tag; empty if the device does not say. */
    String nativeVlan(String port) {
        return Optional.ofNullable(vlans.get(port)).map(one -> one.text("nativeVlan")).orElse("");
    }
}
