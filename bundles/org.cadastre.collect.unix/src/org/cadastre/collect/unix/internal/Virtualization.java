package org.cadastre.collect.unix.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.cadastre.model.DeviceKind;

/**
 * In what kind of virtual machine or container a host runs, in the words of systemd-detect-virt(1). Where that command is
 * absent, the same signs that it looks at are weighed in the same order.
 */
final class Virtualization {

    private static final Set<String> CONTAINERS = Set.of("openvz", "lxc", "lxc-libvirt", "systemd-nspawn", "docker",
            "podman", "rkt", "wsl", "proot", "pouch", "container-other", "jail", "zone", "oci", "crio", "garden");

    /** Beginnings of the DMI vendor or product name, as in systemd's src/basic/virt.c. */
    private static final Map<String, String> DMI = Map.ofEntries(Map.entry("kvm", "kvm"), Map.entry("openstack", "kvm"),
            Map.entry("kubevirt", "kvm"), Map.entry("amazon ec2", "amazon"), Map.entry("qemu", "qemu"),
            Map.entry("vmware", "vmware"), Map.entry("vmw", "vmware"), Map.entry("innotek gmbh", "oracle"),
            Map.entry("virtualbox", "oracle"), Map.entry("xen", "xen"), Map.entry("bochs", "bochs"),
            Map.entry("parallels", "parallels"), Map.entry("bhyve", "bhyve"), Map.entry("hyper-v", "microsoft"),
            Map.entry("virtual machine", "microsoft"), Map.entry("apple virtualization", "apple"),
            Map.entry("google compute engine", "google"));

    private Virtualization() {
    }

    /** "none" on bare metal; empty when there is no sign either way. */
    static Optional<String> of(Sources sources) {
        Optional<String> told = sources.lookUp("detect-virt").map(CommandOutput::firstLine)
                .filter(word -> word.matches("[a-z0-9-]+"));
        if (told.isPresent()) {
            return told;
        }
        if (sources.lookUp("jailed").map(CommandOutput::firstLine).filter("1"::equals).isPresent()) {
            return Optional.of("jail");
        }
        Optional<String> container = container(sources);
        return container.isPresent() ? container : machine(sources);
    }

    static boolean isContainer(Sources sources) {
        return of(sources).filter(CONTAINERS::contains).isPresent();
    }

    static DeviceKind kind(String virtualization) {
        return virtualization.equals("none") ? DeviceKind.HOST
                : CONTAINERS.contains(virtualization) ? DeviceKind.CONTAINER : DeviceKind.VIRTUAL_MACHINE;
    }

    private static Optional<String> container(Sources sources) {
        List<String> signs = sources.lookUp("container").map(CommandOutput::lines).orElse(List.of());
        if (signs.contains("sign\t/proc/vz") && !signs.contains("sign\t/proc/bc")) {
            return Optional.of("openvz");
        }
        Optional<String> manager = signs.stream().filter(line -> line.startsWith("manager\t"))
                .map(line -> line.substring(8).strip()).filter(name -> name.matches("[a-z0-9-]+")).findFirst();
        if (manager.isPresent()) {
            return manager;
        }
        return signs.contains("sign\t/run/.containerenv") ? Optional.of("podman")
                : signs.contains("sign\t/.dockerenv") ? Optional.of("docker") : Optional.empty();
    }

    private static Optional<String> machine(Sources sources) {
        Dmi dmi = Dmi.of(sources);
        for (Optional<String> name : List.of(dmi.manufacturer(), dmi.model(), dmi.biosVendor())) {
            String text = name.orElse("").toLowerCase(Locale.ROOT);
            Optional<String> known = DMI.entrySet().stream().filter(entry -> text.startsWith(entry.getKey()))
                    .map(Map.Entry::getValue).sorted().findFirst();
            if (known.isPresent()) {
                return known;
            }
        }
        Optional<CommandOutput> processors = sources.lookUp("cpuinfo");
        if (processors.isEmpty()) {
            return Optional.empty();
        }
        boolean hypervisor = processors.get().lines().stream().anyMatch(line -> line.startsWith("hypervisor"));
        return hypervisor ? Optional.of("vm-other") : dmi.manufacturer().map(vendor -> "none");
    }
}
