package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.Disk;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.MemoryModule;
import org.cadastre.model.host.PciDevice;
import org.cadastre.model.host.Processor;

/** The machine as AIX tells it: prtconf, lscfg, lsvpd, lsdev (IBM AIX Commands Reference). */
final class AixMachine {

    private static final long MEBIBYTE = 1L << 20;
    private static final Pattern MEBIBYTES = Pattern.compile("(\\d+) MB");
    /** "Serial Number...............83040523", at any depth. */
    private static final Pattern DOTTED = Pattern.compile("\\s+([A-Z][^.]*?)\\.{2,}(.*)");
    private static final Pattern ADAPTER = Pattern.compile("\\s*(ent\\d+)\\s.*");
    /** Begins a part of lsvpd; a number instead of the marks is the code of a feature. */
    private static final String BLOCK = "*FC ?";
    private static final Pattern DRIVE = Pattern.compile("(?i).*\\bdis[ck]\\b.*");

    private AixMachine() {
    }

    /** The facts at the head of prtconf, before the network: "Memory Size: 8192 MB". */
    static Map<String, String> facts(CommandOutput prtconf) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String line : prtconf.lines()) {
            int colon = line.indexOf(": ");
            if (line.startsWith("Network Information")) {
                break;
            }
            if (colon > 0) {
                facts.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 2).strip());
            }
        }
        return facts;
    }

    static Optional<Long> memory(Map<String, String> facts) {
        return Optional.of(MEBIBYTES.matcher(facts.getOrDefault("Memory Size", ""))).filter(Matcher::matches)
                .flatMap(size -> Numbers.whole(size.group(1))).filter(number -> number < 1L << 40).map(number -> number * MEBIBYTE);
    }

    /** AIX does not tell sockets: one entry for what the partition has. */
    static List<Processor> processors(Map<String, String> facts) {
        if (!facts.containsKey("Processor Type")) {
            return List.of();
        }
        Processor processor = HostFactory.eINSTANCE.createProcessor();
        processor.setSocket(0);
        processor.setModel(facts.get("Processor Type"));
        Numbers.integer(facts.getOrDefault("Number Of Processors", "")).ifPresent(processor::setCores);
        return List.of(processor);
    }

    /** For each disk a line "disk", name; lscfg -vpl of it; and "size", number of megabytes. */
    static List<Disk> disks(CommandOutput output) {
        Map<String, Disk> disks = new LinkedHashMap<>();
        Disk disk = null;
        String before = "";
        for (String line : output.lines()) {
            String[] fields = line.split("\t");
            if (fields.length == 2 && fields[0].equals("disk")) {
                disk = disks.computeIfAbsent(fields[1].strip(), name -> {
                    Disk created = HostFactory.eINSTANCE.createDisk();
                    created.setName(name);
                    return created;
                });
            } else if (disk != null && fields.length == 2 && fields[0].equals("size")) {
                Optional<Long> size = Numbers.whole(fields[1]).filter(number -> number > 0 && number < 1L << 40).map(number -> number * MEBIBYTE);
                size.ifPresent(disk::setSize);
            } else if (disk != null) {
                describe(line, before, disk);
            }
            before = line;
        }
        return List.copyOf(disks.values());
    }

    private static void describe(String line, String before, Disk disk) {
        Matcher fact = DOTTED.matcher(line);
        if (fact.matches()) {
            Optional<String> value = Dmi.meaningful(fact.group(2));
            switch (fact.group(1)) {
                case "Manufacturer" -> value.ifPresent(disk::setVendor);
                case "Machine Type and Model" -> value.ifPresent(disk::setModel);
                case "Serial Number" -> value.ifPresent(disk::setSerialNumber);
                case "ROS Level and ID" -> value.map(AixMachine::level).flatMap(Dmi::meaningful).ifPresent(disk::setFirmware);
                default -> {
                    // Says nothing that is kept.
                }
            }
        } else if (disk.getModel() == null && before.contains(disk.getName()) && DRIVE.matcher(line).matches()) {
            // What AIX calls a disk that does not tell its own name.
            disk.setModel(line.strip());
        }
    }

    /** Firmware levels are written as the hexadecimal digits of their letters. */
    private static String level(String digits) {
        if (!digits.matches("([2-7][0-9A-Fa-f]){2,}")) {
            return digits;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i += 2) {
            text.append((char) Integer.parseInt(digits.substring(i, i + 2), 16));
        }
        return text.toString().strip();
    }

    /** Hardware addresses by adapter (ent0), from lscfg -vl. */
    static Map<String, String> macs(CommandOutput output) {
        Map<String, String> macs = new HashMap<>();
        String adapter = "";
        for (String line : output.lines()) {
            Matcher fact = DOTTED.matcher(line);
            Matcher head = ADAPTER.matcher(line);
            if (head.matches()) {
                adapter = head.group(1);
            } else if (fact.matches() && fact.group(1).equals("Network Address") && fact.group(2).matches("[0-9A-Fa-f]{12}")) {
                macs.putIfAbsent(adapter, fact.group(2).toLowerCase(java.util.Locale.ROOT).replaceAll("(..)(?!$)", "$1:"));
            }
        }
        return macs;
    }

    /** Name, type, description of lsdev, colons between. */
    static List<PciDevice> adapters(CommandOutput output) {
        Map<String, PciDevice> devices = new LinkedHashMap<>();
        for (String line : output.lines()) {
            String[] fields = line.split(":", 3);
            if (fields.length == 3 && !fields[0].isBlank()) {
                PciDevice device = HostFactory.eINSTANCE.createPciDevice();
                device.setAddress(fields[0]);
                device.setKind(fields[1]);
                device.setDevice(fields[2].strip());
                devices.putIfAbsent(device.getAddress(), device);
            }
        }
        return List.copyOf(devices.values());
    }

    /** Blocks of lsvpd: DS is what it is, YL where, SZ megabytes, SN serial number, PN part number. */
    static List<MemoryModule> memoryModules(CommandOutput output) {
        List<MemoryModule> modules = new ArrayList<>();
        Map<String, String> block = new HashMap<>();
        List<String> lines = new ArrayList<>(output.lines());
        lines.add(BLOCK);
        for (String line : lines) {
            if (line.startsWith(BLOCK)) {
                memoryModule(block).filter(module -> modules.stream().noneMatch(known -> known.getSlot().equals(module.getSlot())))
                        .ifPresent(modules::add);
                block.clear();
            } else if (line.length() > 4 && line.startsWith("*")) {
                block.putIfAbsent(line.substring(1, 3), line.substring(4).strip());
            }
        }
        return modules;
    }

    private static Optional<MemoryModule> memoryModule(Map<String, String> block) {
        if (!block.getOrDefault("DS", "").contains("DIMM") || !block.containsKey("YL")) {
            return Optional.empty();
        }
        MemoryModule module = HostFactory.eINSTANCE.createMemoryModule();
        module.setSlot(block.get("YL"));
        Numbers.whole(block.getOrDefault("SZ", "")).filter(size -> size < 1L << 40).ifPresent(size -> module.setSize(size * MEBIBYTE));
        module.setPartNumber(block.get("PN"));
        module.setSerialNumber(block.get("SN"));
        return Optional.of(module);
    }
}
