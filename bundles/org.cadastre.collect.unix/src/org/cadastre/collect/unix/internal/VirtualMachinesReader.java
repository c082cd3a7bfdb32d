package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.VirtualMachine;
import org.cadastre.model.host.VirtualMachines;

/** Guests of libvirt, Proxmox VE and LXC; zones of Solaris and jails of FreeBSD. */
public final class VirtualMachinesReader implements SectionReader<VirtualMachines> {

    @Override
    public VirtualMachines create() {
        return HostFactory.eINSTANCE.createVirtualMachines();
    }

    @Override
    public void read(VirtualMachines section, Sources sources) {
        Map<List<String>, VirtualMachine> machines = new LinkedHashMap<>();
        if (sources.asked("libvirt").isPresent()) {
            sources.first("libvirt").ifPresent(output -> LibvirtDomains.read(output, sources).forEach(one -> put(one, machines)));
        }
        if (sources.asked("proxmox").isPresent()) {
            Map<String, Boolean> running = GuestConfiguration.running(sources.extra("qm"));
            running.putAll(GuestConfiguration.running(sources.extra("pct")));
            configurations("proxmox", sources.first("proxmox"), sources).forEach((path, lines) -> put(
                    GuestConfiguration.proxmox(path, lines, running), machines));
        }
        if (sources.asked("lxc").isPresent()) {
            Map<String, Boolean> running = GuestConfiguration.running(sources.extra("lxc-ls"));
            configurations("lxc", sources.first("lxc"), sources)
                    .forEach((path, lines) -> put(GuestConfiguration.lxc(path, lines, running), machines));
        }
        sources.extra("zoneadm").ifPresent(output -> output.lines().forEach(line -> zone(line, machines)));
        sources.extra("jls").ifPresent(output -> output.lines().forEach(line -> jail(line, machines)));
        section.getMachines().addAll(machines.values());
    }

    private static Map<String, List<String>> configurations(String manager, Optional<CommandOutput> output, Sources sources) {
        FileLines files = FileLines.of(output);
        if (!files.denied().isEmpty()) {
            sources.denied("the guests of " + manager + " need root");
        }
        return files.byPath();
    }

    /** zoneadm(8) list -cp: number, name, state, path, UUID, brand, ... with colons between. */
    private static void zone(String line, Map<List<String>, VirtualMachine> machines) {
        String[] fields = line.split(":", -1);
        if (fields.length >= 5 && !fields[1].isBlank() && !fields[1].equals("global")) {
            VirtualMachine zone = create("zone", fields[1]);
            zone.setUuid(fields[4].isBlank() ? null : fields[4]);
            zone.setRunning(fields[2].equals("running"));
            zone.getDisks().add(fields[3].replaceFirst("^$", "/"));
            put(zone, machines);
        }
    }

    /** jls(8) -n: words "name=value". A jail that nobody named is called by its number, which is another one at each start. */
    private static void jail(String line, Map<List<String>, VirtualMachine> machines) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String word : line.strip().split(" ")) {
            int sign = word.indexOf('=');
            if (sign > 0) {
                facts.put(word.substring(0, sign), word.substring(sign + 1));
            }
        }
        String name = facts.getOrDefault("name", "");
        String host = facts.getOrDefault("host.hostname", "").replace("\"", "");
        String path = facts.getOrDefault("path", "");
        boolean named = !name.isEmpty() && !name.equals(facts.get("jid"));
        if (named || !path.isEmpty()) {
            VirtualMachine jail = create("jail", named ? name : host.isEmpty() ? path : host);
            jail.setTitle(host.isEmpty() || host.equals(jail.getName()) ? null : host);
            jail.setRunning(true);
            jail.getDisks().add(path);
            put(jail, machines);
        }
    }

    private static void put(VirtualMachine machine, Map<List<String>, VirtualMachine> machines) {
        machines.putIfAbsent(List.of(machine.getManager(), machine.getName()), machine);
    }

    static VirtualMachine create(String manager, String name) {
        VirtualMachine machine = HostFactory.eINSTANCE.createVirtualMachine();
        machine.setManager(manager);
        machine.setName(name);
        return machine;
    }
}
