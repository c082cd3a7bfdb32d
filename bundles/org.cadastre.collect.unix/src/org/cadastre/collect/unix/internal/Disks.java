package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.cadastre.model.host.Disk;
import org.cadastre.model.host.HostFactory;

/** Disks from /sys/block and the udev database. Virtual block devices (loop, device mapper, md, RAM) are none. */
final class Disks {

    private static final Pattern PATH = Pattern.compile("/sys/block/([^/]+)/(.+)");
    /** Drives with exchangeable media: their size is that of what lies in them. */
    private static final Pattern EXCHANGEABLE = Pattern.compile("(sr|fd|scd|st)\\d+");
    private static final int SECTOR = 512;

    private Disks() {
    }

    static List<Disk> read(CommandOutput output) {
        Map<String, Map<String, String>> byName = new TreeMap<>();
        Values.of(Optional.of(output)).byPath().forEach((path, value) -> {
            Matcher matcher = PATH.matcher(path);
            if (matcher.matches() && !value.isEmpty()) {
                byName.computeIfAbsent(matcher.group(1), name -> new HashMap<>()).put(matcher.group(2), value);
            }
        });
        List<Disk> disks = new ArrayList<>();
        byName.forEach((name, values) -> {
            if (!EXCHANGEABLE.matcher(name).matches()) {
                disks.add(disk(name, values));
            }
        });
        return disks;
    }

    private static Disk disk(String name, Map<String, String> values) {
        Disk disk = HostFactory.eINSTANCE.createDisk();
        disk.setName(name);
        disk.setVendor(first(values, "device/vendor").filter(vendor -> !vendor.matches("ATA|0x[0-9a-fA-F]+")).orElse(null));
        disk.setModel(first(values, "device/model", "device/name", "ID_MODEL").orElse(null));
        disk.setSerialNumber(first(values, "device/serial", "serial", "ID_SCSI_SERIAL", "ID_SERIAL_SHORT").orElse(null));
        disk.setFirmware(first(values, "device/firmware_rev", "device/rev", "ID_REVISION").orElse(null));
        Optional.ofNullable(values.get("size")).flatMap(Numbers::whole)
                .filter(sectors -> sectors >= 0 && sectors < Long.MAX_VALUE / SECTOR)
                .ifPresent(sectors -> disk.setSize(sectors * SECTOR));
        Optional.ofNullable(values.get("queue/rotational")).ifPresent(flag -> disk.setRotational(flag.equals("1")));
        transport(name, values).ifPresent(disk::setTransport);
        return disk;
    }

    private static Optional<String> first(Map<String, String> values, String... names) {
        return Stream.of(names).map(values::get).filter(Objects::nonNull).flatMap(text -> Dmi.meaningful(text).stream())
                .findFirst();
    }

    private static Optional<String> transport(String name, Map<String, String> values) {
        String path = values.getOrDefault("path", "");
        if (name.startsWith("nvme")) {
            return Optional.of("nvme");
        }
        if (name.startsWith("mmcblk")) {
            return Optional.of("mmc");
        }
        if (name.startsWith("xvd")) {
            return Optional.of("xen");
        }
        if (path.contains("/virtio")) {
            return Optional.of("virtio");
        }
        if (path.contains("/usb")) {
            return Optional.of("usb");
        }
        if (path.matches(".*/ata\\d+/.*")) {
            return Optional.of("sata");
        }
        if (path.contains("/end_device-") || path.contains("/sas_")) {
            return Optional.of("sas");
        }
        if (path.contains("/session")) {
            return Optional.of("iscsi");
        }
        if (path.contains("/rport-")) {
            return Optional.of("fc");
        }
        return path.contains("/vmbus") || path.contains("/VMBUS") ? Optional.of("hyperv") : Optional.empty();
    }
}
