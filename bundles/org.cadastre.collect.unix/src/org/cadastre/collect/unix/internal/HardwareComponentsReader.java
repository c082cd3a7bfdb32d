package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HardwareComponents;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.MemoryModule;
import org.cadastre.model.host.PciDevice;
import org.cadastre.model.host.PowerSupply;
import org.cadastre.model.host.UsbDevice;

/** Memory modules and power supplies from SMBIOS (dmidecode(8)), PCI and USB devices and batteries from sysfs, names from lspci(8); other systems by their own commands. */
public final class HardwareComponentsReader implements SectionReader<HardwareComponents> {

    private static final Pattern DEVICE_FILE = Pattern.compile("/sys/(?:bus/(?:pci|usb)/devices|class/power_supply)/([^/]+)/([^/]+)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern SIZE = Pattern.compile("(\\d+) (MB|GB|TB|kB)");
    private static final Map<String, Integer> SHIFTS = Map.of("kB", 10, "MB", 20, "GB", 30, "TB", 40);

    @Override
    public HardwareComponents create() {
        return HostFactory.eINSTANCE.createHardwareComponents();
    }

    @Override
    public void read(HardwareComponents section, Sources sources) {
        if (Virtualization.isContainer(sources)) {
            // What a container sees is its host's.
            return;
        }
        if (sources.asked("dmi-parts").filter(CommandOutput::refused).isPresent()) {
            sources.denied("memory modules need root");
        } else {
            sources.extra("dmi-parts").ifPresent(output -> firmware(output.lines(), section));
        }
        if (sources.asked("pci").isPresent()) {
            Map<String, String[]> names = names(sources.extra("lspci"));
            sources.first("pci").ifPresent(output -> devices(output).forEach(
                    (address, facts) -> section.getPciDevices().add(pci(address, facts, names.get(address)))));
        }
        sources.extra("pciconf").ifPresent(output -> section.getPciDevices().addAll(PciConfiguration.read(output)));
        sources.extra("system-profiler").flatMap(SystemProfiler::of).ifPresent(profiler -> profiler.components(section));
        sources.extra("lsvpd").ifPresent(output -> section.getMemoryModules().addAll(AixMachine.memoryModules(output)));
        sources.extra("aix-adapters").ifPresent(output -> section.getPciDevices().addAll(AixMachine.adapters(output)));
        FibreChannel.read(section, sources);
        if (sources.asked("usb").isPresent()) {
            sources.first("usb").ifPresent(output -> devices(output).forEach((port, facts) -> usb(port, facts, section)));
        }
        if (sources.asked("power-supplies").isPresent()) {
            sources.first("power-supplies").ifPresent(output -> devices(output).forEach(
                    (name, facts) -> section.getPowerSupplies().add(power(name, facts.get("type"), facts.get("manufacturer"),
                            facts.get("model_name"), facts.get("serial_number")))));
        }
    }

    /** Paragraphs of "Name: value" below a line that tells the kind. */
    private static void firmware(List<String> lines, HardwareComponents section) {
        Map<String, Integer> seen = new HashMap<>();
        String kind = "";
        Map<String, String> facts = new HashMap<>();
        List<String> all = new ArrayList<>(lines);
        all.add("");
        for (String line : all) {
            int colon = line.indexOf(':');
            if (line.isBlank()) {
                if (kind.equals("Memory Device")) {
                    memory(facts, seen).ifPresent(section.getMemoryModules()::add);
                } else if (kind.equals("System Power Supply") && !facts.getOrDefault("Status", "").startsWith("Not Present")) {
                    String name = once(facts.getOrDefault("Location", facts.getOrDefault("Name", "power supply")), seen);
                    section.getPowerSupplies().add(power(name, "power supply unit", facts.get("Manufacturer"),
                            facts.getOrDefault("Model Part Number", facts.get("Name")), facts.get("Serial Number")));
                }
                kind = "";
                facts = new HashMap<>();
            } else if (!Character.isWhitespace(line.charAt(0))) {
                kind = line.strip();
            } else if (colon > 0) {
                facts.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            }
        }
    }

    private static Optional<MemoryModule> memory(Map<String, String> facts, Map<String, Integer> seen) {
        Matcher size = SIZE.matcher(facts.getOrDefault("Size", ""));
        if (!size.matches()) {
            return Optional.empty();
        }
        MemoryModule module = HostFactory.eINSTANCE.createMemoryModule();
        module.setSlot(once(facts.getOrDefault("Locator", "memory"), seen));
        Numbers.whole(size.group(1)).filter(number -> number < 1L << 20)
                .ifPresent(number -> module.setSize(number << SHIFTS.get(size.group(2))));
        module.setType(meaningful(facts.get("Type")));
        module.setSpeed(meaningful(facts.get("Speed")));
        module.setManufacturer(meaningful(facts.get("Manufacturer")));
        module.setPartNumber(meaningful(facts.get("Part Number")));
        module.setSerialNumber(meaningful(facts.get("Serial Number")));
        return Optional.of(module);
    }

    /** Boards name slots of several processors alike. */
    private static String once(String name, Map<String, Integer> seen) {
        int count = seen.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + " (" + count + ")";
    }

    /** Facts of each device, by the names of their files. */
    private static Map<String, Map<String, String>> devices(CommandOutput output) {
        Map<String, Map<String, String>> devices = new TreeMap<>();
        Values.of(Optional.of(output)).byPath().forEach((path, value) -> {
            Matcher matcher = DEVICE_FILE.matcher(path);
            if (matcher.matches()) {
                devices.computeIfAbsent(matcher.group(1), device -> new HashMap<>()).put(matcher.group(2), value);
            }
        });
        return devices;
    }

    /** Address, then in quotes: class, maker, device. */
    private static Map<String, String[]> names(Optional<CommandOutput> output) {
        Map<String, String[]> names = new LinkedHashMap<>();
        output.ifPresent(lspci -> lspci.lines().forEach(line -> {
            String[] parts = QUOTED.matcher(line).results().map(found -> found.group(1)).toArray(String[]::new);
            if (parts.length >= 3 && line.indexOf(' ') > 0) {
                names.put(line.substring(0, line.indexOf(' ')), parts);
            }
        }));
        return names;
    }

    private static PciDevice pci(String address, Map<String, String> facts, String[] names) {
        PciDevice device = HostFactory.eINSTANCE.createPciDevice();
        device.setAddress(address);
        device.setKind(names != null ? names[0] : number(facts.get("class")));
        device.setVendor(names != null ? names[1] : number(facts.get("vendor")));
        device.setDevice(names != null ? names[2] : number(facts.get("device")));
        device.setDriver(facts.get("driver"));
        return device;
    }

    private static String number(String hexadecimal) {
        return hexadecimal == null ? null : hexadecimal.replaceFirst("^0x", "");
    }

    /** Root hubs belong to the controllers, which are PCI devices. */
    private static void usb(String port, Map<String, String> facts, HardwareComponents section) {
        if (facts.containsKey("idVendor") && !port.startsWith("usb")) {
            UsbDevice device = HostFactory.eINSTANCE.createUsbDevice();
            device.setPort(port);
            device.setId(facts.get("idVendor") + ":" + facts.getOrDefault("idProduct", ""));
            device.setManufacturer(meaningful(facts.get("manufacturer")));
            device.setProduct(meaningful(facts.get("product")));
            device.setSerialNumber(meaningful(facts.get("serial")));
            section.getUsbDevices().add(device);
        }
    }

    private static PowerSupply power(String name, String type, String manufacturer, String model, String serialNumber) {
        PowerSupply supply = HostFactory.eINSTANCE.createPowerSupply();
        supply.setName(name);
        supply.setType(type == null ? null : type.toLowerCase(java.util.Locale.ROOT));
        supply.setManufacturer(meaningful(manufacturer));
        supply.setModel(meaningful(model));
        supply.setSerialNumber(meaningful(serialNumber));
        return supply;
    }

    private static String meaningful(String text) {
        return text == null ? null : Dmi.meaningful(text).orElse(null);
    }
}
