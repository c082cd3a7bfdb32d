package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.Disk;
import org.cadastre.model.host.HostFactory;

/**
 * Disks in the kernel's messages of the start, which OpenBSD and NetBSD keep in /var/run/dmesg.boot (dmesg(8)):
 * "sd0 at scsibus1 targ 0 lun 0: &lt;ATA, Samsung SSD 850, EXM0&gt; naa...", "sd0: 20480MB, 512 bytes/sector, 41943040 sectors".
 */
final class BootMessages {

    private static final Pattern FOUND = Pattern.compile("((?:sd|wd|ld)\\d+) at \\S+.*?: <([^>]*)>.*");
    private static final Pattern SECTORS = Pattern.compile("((?:sd|wd|ld)\\d+): .*?(\\d+) (?:bytes/sector|bytes/sect),? (?:x )?(\\d+) sectors.*");

    private BootMessages() {
    }

    static List<Disk> disks(CommandOutput output) {
        Map<String, Disk> disks = new LinkedHashMap<>();
        for (String line : output.lines()) {
            Matcher found = FOUND.matcher(line);
            Matcher sectors = SECTORS.matcher(line);
            if (found.matches()) {
                String[] words = found.group(2).split(", *");
                Disk disk = disk(found.group(1), disks);
                // One word is the model alone; more are maker, model, firmware.
                disk.setVendor(words.length > 1 ? Dmi.meaningful(words[0]).filter(vendor -> !vendor.equals("ATA")).orElse(null) : null);
                disk.setModel(Dmi.meaningful(words[words.length > 1 ? 1 : 0]).orElse(null));
                disk.setFirmware(words.length > 2 ? Dmi.meaningful(words[2]).orElse(null) : null);
            } else if (sectors.matches()) {
                Numbers.whole(sectors.group(2)).filter(bytes -> bytes > 0 && bytes < 1 << 20)
                        .flatMap(bytes -> Numbers.whole(sectors.group(3)).filter(count -> count < 1L << 42).map(count -> bytes * count))
                        .ifPresent(disk(sectors.group(1), disks)::setSize);
            }
        }
        return List.copyOf(disks.values());
    }

    private static Disk disk(String name, Map<String, Disk> disks) {
        return disks.computeIfAbsent(name, key -> {
            Disk created = HostFactory.eINSTANCE.createDisk();
            created.setName(key);
            return created;
        });
    }
}
