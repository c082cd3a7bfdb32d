package org.cadastre.collect.unix.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.MountEntry;

/** fstab(5), vfstab(5) of Solaris, /etc/filesystems of AIX as lsfs -c tells it. A file may name a place twice; the later line counts. */
final class MountEntries {

    private MountEntries() {
    }

    static Map<List<String>, MountEntry> read(Sources sources) {
        Map<List<String>, MountEntry> entries = new LinkedHashMap<>();
        sources.first("fstab").ifPresent(output -> FileLines.of(Optional.of(output)).byPath().forEach((path, lines) -> lines.forEach(line -> {
            String[] words = line.replaceFirst("\\s#.*", "").strip().split("\\s+");
            if (path.endsWith("vfstab") && words.length == 7) {
                // device, device to check, place, type, pass, at the start, options
                put(words[0], words[2], words[3], (words[6].equals("-") ? "" : words[6]) + (words[5].equals("no") ? ",noauto" : ""), words[4], entries);
            } else if (!path.endsWith("vfstab") && words.length >= 3) {
                put(words[0], words[1], words[2], words.length > 3 ? words[3] : "", words.length > 5 ? words[5] : "0", entries);
            }
        })));
        sources.extra("lsfs").ifPresent(output -> output.lines().stream().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] fields = line.split(":", -1);
            if (fields.length >= 8) {
                // place, device, type, node, kind, size, options, at the start, accounting
                String device = fields[3].isEmpty() ? fields[1] : fields[3] + ":" + fields[1];
                put(device, fields[0], fields[2], fields[6] + (fields[7].equals("no") && !fields[4].equals("bootfs") ? ",noauto" : ""), "0", entries);
            } else {
                sources.badLine(output);
            }
        }));
        return entries;
    }

    private static void put(String device, String place, String type, String options, String pass, Map<List<String>, MountEntry> entries) {
        MountEntry entry = HostFactory.eINSTANCE.createMountEntry();
        entry.setDevice(SecretMask.apply(device.replace("\\040", " ")));
        entry.setMountPoint(place.replace("\\040", " "));
        entry.setType(type);
        entry.getOptions().addAll(new TreeSet<>(Arrays.stream(options.split(",")).filter(option -> !option.isBlank())
                .map(SecretMask::apply).toList()));
        entry.setPass(Numbers.integer(pass).orElse(0));
        entries.put(List.of(entry.getMountPoint(), entry.getDevice()), entry);
    }
}
