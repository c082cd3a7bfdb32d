package org.cadastre.collect.unix.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.FibreChannelPort;
import org.cadastre.model.host.HardwareComponents;
import org.cadastre.model.host.HostFactory;

/** Ports of Fibre Channel adapters: /sys/class/fc_host of Linux, fcinfo(8) hba-port of Solaris. */
final class FibreChannel {

    private static final Pattern FILE = Pattern.compile("/sys/class/fc_host/(host\\d+)/(\\w+)");
    private static final Pattern WWN = Pattern.compile("(?:0x)?([0-9a-fA-F]{16})");

    private FibreChannel() {
    }

    static void read(HardwareComponents section, Sources sources) {
        Map<String, Map<String, String>> ports = new TreeMap<>();
        Values.of(sources.extra("fibre-channel")).byPath().forEach((path, value) -> {
            Matcher file = FILE.matcher(path);
            if (file.matches()) {
                ports.computeIfAbsent(file.group(1), name -> new HashMap<>()).put(file.group(2), value);
            }
        });
        sources.extra("fcinfo").ifPresent(output -> fcinfo(output, ports));
        ports.values().forEach(facts -> wwn(facts.get("port_name"))
                .filter(name -> section.getFibreChannelPorts().stream().noneMatch(known -> known.getPortName().equals(name))).ifPresent(name -> {
                    FibreChannelPort port = HostFactory.eINSTANCE.createFibreChannelPort();
                    port.setPortName(name);
                    port.setNodeName(wwn(facts.get("node_name")).orElse(null));
                    port.setModel(Optional.ofNullable(facts.getOrDefault("Model", facts.get("symbolic_name"))).flatMap(Dmi::meaningful).orElse(null));
                    port.setSerialNumber(Optional.ofNullable(facts.get("Serial Number")).flatMap(Dmi::meaningful).orElse(null));
                    port.setFirmware(Optional.ofNullable(facts.get("Firmware Version")).flatMap(Dmi::meaningful).orElse(null));
                    section.getFibreChannelPorts().add(port);
                }));
    }

    /** "HBA Port WWN: 210000e08b94b4a3", below it indented facts. */
    private static void fcinfo(CommandOutput output, Map<String, Map<String, String>> ports) {
        Map<String, String> port = new HashMap<>();
        for (String line : output.lines()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).strip();
                String value = line.substring(colon + 1).strip();
                if (name.equals("HBA Port WWN")) {
                    port = ports.computeIfAbsent(value, key -> new HashMap<>());
                    port.put("port_name", value);
                } else {
                    port.putIfAbsent(name.equals("Node WWN") ? "node_name" : name, value);
                }
            }
        }
    }

    private static Optional<String> wwn(String text) {
        return Optional.ofNullable(text).map(String::strip).map(WWN::matcher).filter(Matcher::matches)
                .map(matcher -> matcher.group(1).toLowerCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:"));
    }
}
