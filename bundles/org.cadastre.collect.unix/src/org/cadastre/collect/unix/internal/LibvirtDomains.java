package org.cadastre.collect.unix.internal;

import static org.cadastre.collect.unix.internal.XmlText.child;
import static org.cadastre.collect.unix.internal.XmlText.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.cadastre.model.host.VirtualMachine;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Domains as virsh(1) dumps them, each after a line "machine, STATE, AUTOSTART" (libvirt's domain XML format). */
final class LibvirtDomains {

    private static final String MACHINE = "machine\t";
    private static final String END = "</domain>";
    private static final Map<String, Long> UNITS = Map.of("bytes", 1L, "kb", 1000L, "k", 1024L, "kib", 1024L, "mb", 1_000_000L,
            "m", 1L << 20, "mib", 1L << 20, "gb", 1_000_000_000L, "g", 1L << 30, "gib", 1L << 30);

    private LibvirtDomains() {
    }

    static List<VirtualMachine> read(CommandOutput output, Sources sources) {
        List<VirtualMachine> machines = new ArrayList<>();
        String[] facts = {};
        StringBuilder xml = new StringBuilder();
        for (String line : output.lines()) {
            if (line.startsWith(MACHINE)) {
                facts = line.split("\t", -1);
                xml.setLength(0);
            } else if (facts.length > 0) {
                xml.append(line).append('\n');
                if (line.strip().equals(END)) {
                    Optional<VirtualMachine> machine = machine(xml.toString(), facts);
                    machine.ifPresentOrElse(machines::add, () -> sources.partial("some machines of libvirt could not be understood"));
                    facts = new String[0];
                }
            }
        }
        return machines;
    }

    private static Optional<VirtualMachine> machine(String xml, String[] facts) {
        return XmlText.parse(xml).filter(domain -> !text(domain, "name").isEmpty()).map(domain -> {
            VirtualMachine machine = VirtualMachinesReader.create("libvirt", text(domain, "name"));
            machine.setTitle(value(text(domain, "title")));
            machine.setUuid(value(text(domain, "uuid").toLowerCase(Locale.ROOT)));
            Numbers.integer(text(domain, "vcpu")).ifPresent(machine::setProcessors);
            child(domain, "memory").ifPresent(memory -> bytes(memory).ifPresent(machine::setMemory));
            machine.setRunning(!facts[1].equals("shut off") && !facts[1].equals("crashed"));
            machine.setAutostart(facts.length > 2 && facts[2].startsWith("enable"));
            machine.getDisks().addAll(attributes(domain, "disk", "source", "file", "dev", "volume", "name"));
            machine.getMacs().addAll(attributes(domain, "interface", "mac", "address").stream()
                    .map(mac -> mac.toLowerCase(Locale.ROOT)).toList());
            return machine;
        });
    }

    /** The first of some attributes of a child of all elements of a name. */
    private static TreeSet<String> attributes(Element domain, String element, String child, String... names) {
        TreeSet<String> values = new TreeSet<>();
        NodeList found = domain.getElementsByTagName(element);
        for (int i = 0; i < found.getLength(); i++) {
            child((Element) found.item(i), child).ifPresent(source -> {
                for (String name : names) {
                    if (source.hasAttribute(name)) {
                        values.add(source.getAttribute(name));
                        return;
                    }
                }
            });
        }
        return values;
    }

    private static Optional<Long> bytes(Element memory) {
        String unit = memory.getAttribute("unit").isEmpty() ? "kib" : memory.getAttribute("unit").toLowerCase(Locale.ROOT);
        return Numbers.whole(memory.getTextContent()).map(number -> number * UNITS.getOrDefault(unit, 1024L));
    }

    private static String value(String text) {
        return text.isEmpty() ? null : text;
    }
}
