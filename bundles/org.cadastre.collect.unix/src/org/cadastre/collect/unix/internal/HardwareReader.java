package org.cadastre.collect.unix.internal;

import java.util.List;
import java.util.Optional;

import org.cadastre.model.host.Disk;
import org.cadastre.model.host.Hardware;
import org.cadastre.model.host.HostFactory;

/** The machine: firmware's words, processors, memory, disks. */
public final class HardwareReader implements SectionReader<Hardware> {

    private static final long MEBIBYTE = 1L << 20;
    private static final List<String> DISKS = List.of("disks", "geom", "system-profiler", "iostat", "aix-disks", "dmesg-boot");

    @Override
    public Hardware create() {
        return HostFactory.eINSTANCE.createHardware();
    }

    @Override
    public void read(Hardware hardware, Sources sources) {
        for (String name : List.of("dmi", "dmidecode", "kenv", "platform", "device-tree", "smbios", "prtdiag", "prtconf", "aix-prtconf")) {
            sources.extra(name);
        }
        Dmi dmi = Dmi.of(sources);
        if (!Virtualization.isContainer(sources)) {
            dmi.manufacturer().ifPresent(hardware::setManufacturer);
            dmi.model().ifPresent(hardware::setModel);
            dmi.serialNumber().ifPresent(hardware::setSerialNumber);
            dmi.uuid().ifPresent(hardware::setUuid);
            dmi.biosVendor().ifPresent(hardware::setBiosVendor);
            dmi.biosVersion().ifPresent(hardware::setBiosVersion);
            dmi.biosDate().ifPresent(hardware::setBiosDate);
            if (dmi.denied()) {
                sources.denied("serial number and UUID need root");
            }
        }
        hardware.getProcessors().addAll(Processors.read(sources));
        memory(sources).ifPresent(hardware::setMemory);
        hardware.getDisks().addAll(disks(sources));
    }

    private static List<Disk> disks(Sources sources) {
        if (DISKS.stream().noneMatch(name -> sources.asked(name).isPresent())) {
            sources.partial("no known way to read the disks of this system");
        }
        return sources.first(DISKS.toArray(String[]::new)).map(output -> switch (output.name()) {
            case "disks" -> Disks.read(output);
            case "geom" -> GeomTree.of(output).map(GeomTree::disks).orElseGet(() -> bad(output, sources));
            case "system-profiler" -> SystemProfiler.of(output).map(SystemProfiler::disks).orElseGet(() -> bad(output, sources));
            case "iostat" -> SolarisMachine.disks(output);
            case "aix-disks" -> AixMachine.disks(output);
            default -> BootMessages.disks(output);
        }).orElse(List.of());
    }

    private static List<Disk> bad(CommandOutput output, Sources sources) {
        sources.badLine(output);
        return List.of();
    }

    /**
     * Memory blocks of the kernel's hot-plug interface where there are any: they do not move when a balloon driver gives
     * memory back to the hypervisor, or when a new kernel reserves more for itself. MemTotal, which does, is rounded.
     */
    private static Optional<Long> memory(Sources sources) {
        Optional<Long> blocks = sources.lookUp("memory-blocks").map(CommandOutput::lines)
                .filter(lines -> lines.size() >= 2)
                .flatMap(lines -> hexadecimal(lines.get(0)).flatMap(
                        size -> Numbers.whole(lines.get(1)).map(count -> size * count)))
                .filter(bytes -> bytes > 0);
        if (blocks.isPresent()) {
            return blocks;
        }
        Optional<Long> total = sources.extra("meminfo").flatMap(HardwareReader::memTotal)
                .map(bytes -> (bytes + 32 * MEBIBYTE) / (64 * MEBIBYTE) * (64 * MEBIBYTE));
        return total.or(() -> bsd(sources)).or(() -> sources.lookUp("prtconf").flatMap(SolarisMachine::memory))
                .or(() -> sources.lookUp("aix-prtconf").flatMap(output -> AixMachine.memory(AixMachine.facts(output))));
    }

    private static Optional<Long> hexadecimal(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip(), 16));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Optional<Long> memTotal(CommandOutput output) {
        return output.lines().stream().filter(line -> line.startsWith("MemTotal:"))
                .map(line -> line.replaceAll("\\D", "")).flatMap(digits -> Numbers.whole(digits).stream())
                .filter(kibibytes -> kibibytes < Long.MAX_VALUE / 2048).map(kibibytes -> kibibytes * 1024).findFirst();
    }

    private static Optional<Long> bsd(Sources sources) {
        List<String> lines = sources.extra("sysctl-hardware").map(CommandOutput::lines).orElse(List.of());
        return List.of("hw.memsize", "hw.physmem").stream()
                .flatMap(name -> lines.stream().filter(line -> line.startsWith(name + ":") || line.startsWith(name + "=")))
                .flatMap(line -> Numbers.whole(line.substring(line.indexOf(line.contains(":") ? ':' : '=') + 1)).stream())
                .findFirst();
    }
}
