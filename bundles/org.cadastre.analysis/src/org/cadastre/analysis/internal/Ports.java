package org.cadastre.analysis.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.cadastre.analysis.facts.DeviceFacts;
import org.cadastre.analysis.facts.Fact;

/** The ports of a device: their facts, and what bundles them. */
final class Ports {

    private final Map<String, Fact> interfaces = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> aggregates = new HashMap<>();
    private final Map<String, Fact> vlans = new HashMap<>();
    private final Map<String, Fact> states = new HashMap<>();

    Ports(DeviceFacts device) {
        for (Fact one : device.interfaces()) {
            interfaces.put(one.text("name"), one);
            // A bridge or bond has the address of one of its ports, which then tells none of them.
            names.merge(one.text("mac"), one.text("name"), (first, other) -> "");
        }
        names.values().removeIf(String::isEmpty);
        for (String mark : new String[] { "description", "name" }) {
            device.interfaces().forEach(one -> names.put(one.text(mark).toLowerCase(Locale.ROOT), one.text("name")));
        }
        names.remove("");
        for (Fact one : device.interfaces()) {
            Fact parent = interfaces.get(one.text("parent"));
            if (parent != null && parent.text("type").equals("bond")) {
                aggregates.put(one.text("name"), parent.text("name"));
            }
        }
        for (Fact one : device.elements("LinkAggregations", "aggregations")) {
            one.texts("members").forEach(member -> aggregates.put(member, one.text("interface")));
        }
        device.elements("Vlans", "ports").forEach(port -> vlans.put(port.text("interface"), port));
        device.elements("InterfaceStates", "states").forEach(state -> states.put(state.text("interface"), state));
    }

    /** The name of the interface that a neighbour calls by its name, description or hardware address; else what it says. */
    String resolve(String announced) {
        return names.getOrDefault(announced.toLowerCase(Locale.ROOT), announced);
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
