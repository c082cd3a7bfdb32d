package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.VirtualMachine;
import org.cadastre.model.host.VirtualMachines;

/** Guests of libvirt, Proxmox VE and LXC. */
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
        section.getMachines().addAll(machines.values());
    }

    private static Map<String, List<String>> configurations(String manager, Optional<CommandOutput> output, Sources sources) {
        FileLines files = FileLines.of(output);
        if (!files.denied().isEmpty()) {
            sources.denied("the guests of " + manager + " need root");
        }
        return files.byPath();
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
