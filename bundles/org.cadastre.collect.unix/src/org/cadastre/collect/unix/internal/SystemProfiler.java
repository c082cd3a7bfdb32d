package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.Disk;
import org.cadastre.model.host.HardwareComponents;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.MemoryModule;
import org.cadastre.model.host.PowerSupply;
import org.cadastre.model.host.UsbDevice;

/**
 * system_profiler(8) of macOS in its XML form: for each kind of part (_dataType) a tree of dictionaries, children below _items.
 */
final class SystemProfiler {

    private static final int DEEPEST = 16;
    private static final Pattern SIZE = Pattern.compile("(\\d+) (MB|GB|TB)");
    private static final Pattern USB_ID = Pattern.compile("0x([0-9a-f]{4}).*");
    private static final Map<String, String> TRANSPORTS =
            Map.of("SPNVMeDataType", "nvme", "SPSerialATADataType", "sata", "SPSASDataType", "sas", "SPParallelATADataType", "ata");

    private final List<Map<?, ?>> kinds;

    private SystemProfiler(List<Map<?, ?>> kinds) {
        this.kinds = kinds;
    }

    static Optional<SystemProfiler> of(CommandOutput output) {
        return PropertyList.parse(String.join("\n", output.lines())).map(PropertyList::dictionaries).map(SystemProfiler::new);
    }

    private void visit(String kind, Consumer<Map<?, ?>> consumer) {
        kinds.stream().filter(one -> kind.equals(one.get("_dataType"))).forEach(one -> visit(one, consumer, 0));
    }

    private static void visit(Map<?, ?> parent, Consumer<Map<?, ?>> consumer, int depth) {
        for (Map<?, ?> item : PropertyList.dictionaries(parent.get("_items"))) {
            consumer.accept(item);
            if (depth < DEEPEST) {
                visit(item, consumer, depth + 1);
            }
        }
    }

    private static String value(Map<?, ?> item, String key) {
        return PropertyList.text(item, key).flatMap(Dmi::meaningful).orElse(null);
    }

    List<Disk> disks() {
        Map<String, Disk> disks = new LinkedHashMap<>();
        TRANSPORTS.forEach((kind, transport) -> visit(kind, item -> PropertyList.text(item, "bsd_name")
                .filter(name -> item.containsKey("device_model")).ifPresent(name -> {
                    Disk disk = HostFactory.eINSTANCE.createDisk();
                    disk.setName(name);
                    disk.setModel(value(item, "device_model"));
                    disk.setSerialNumber(value(item, "device_serial"));
                    disk.setFirmware(value(item, "device_revision"));
                    PropertyList.text(item, "size_in_bytes").flatMap(Numbers::whole).filter(size -> size > 0).ifPresent(disk::setSize);
                    disk.setTransport(transport);
                    disks.putIfAbsent(name, disk);
                })));
        return List.copyOf(disks.values());
    }

    void components(HardwareComponents section) {
        List<String> slots = new ArrayList<>();
        visit("SPMemoryDataType", item -> PropertyList.text(item, "_name").filter(name -> item.containsKey("dimm_size") && !slots.contains(name))
                .ifPresent(name -> memoryModule(name, item).ifPresent(module -> {
                    slots.add(name);
                    section.getMemoryModules().add(module);
                })));
        visit("SPUSBDataType", item -> usb(item, section));
        visit("SPPowerDataType", item -> {
            if (item.get("sppower_battery_model_info") instanceof Map<?, ?> battery && section.getPowerSupplies().isEmpty()) {
                PowerSupply supply = HostFactory.eINSTANCE.createPowerSupply();
                supply.setName("battery");
                supply.setType("battery");
                supply.setManufacturer(value(battery, "sppower_battery_manufacturer"));
                supply.setModel(value(battery, "sppower_battery_device_name"));
                supply.setSerialNumber(value(battery, "sppower_battery_serial_number"));
                section.getPowerSupplies().add(supply);
            }
        });
    }

    private static Optional<MemoryModule> memoryModule(String slot, Map<?, ?> item) {
        Matcher size = SIZE.matcher(PropertyList.text(item, "dimm_size").orElse(""));
        if (!size.matches()) {
            return Optional.empty();
        }
        MemoryModule module = HostFactory.eINSTANCE.createMemoryModule();
        module.setSlot(slot);
        int shift = Map.of("MB", 20, "GB", 30, "TB", 40).get(size.group(2));
        Numbers.whole(size.group(1)).filter(number -> number < 1L << 20).ifPresent(number -> module.setSize(number << shift));
        module.setType(value(item, "dimm_type"));
        module.setSpeed(value(item, "dimm_speed"));
        module.setManufacturer(value(item, "dimm_manufacturer"));
        module.setPartNumber(value(item, "dimm_part_number"));
        module.setSerialNumber(value(item, "dimm_serial_number"));
        return Optional.of(module);
    }

    /** location_id is "0x14600000 / 3": the place in the tree of hubs, and a number that is given anew at each plugging in. */
    private static void usb(Map<?, ?> item, HardwareComponents section) {
        Optional<String> place = PropertyList.text(item, "location_id").map(text -> text.replaceFirst(" /.*", "").toLowerCase(Locale.ROOT));
        Matcher vendor = USB_ID.matcher(PropertyList.text(item, "vendor_id").orElse(""));
        Matcher product = USB_ID.matcher(PropertyList.text(item, "product_id").orElse(""));
        if (place.isPresent() && vendor.matches() && product.matches()
                && section.getUsbDevices().stream().noneMatch(known -> known.getPort().equals(place.get()))) {
            UsbDevice device = HostFactory.eINSTANCE.createUsbDevice();
            device.setPort(place.get());
            device.setId(vendor.group(1) + ":" + product.group(1));
            device.setManufacturer(value(item, "manufacturer"));
            device.setProduct(value(item, "_name"));
            device.setSerialNumber(value(item, "serial_num"));
            section.getUsbDevices().add(device);
        }
    }
}
