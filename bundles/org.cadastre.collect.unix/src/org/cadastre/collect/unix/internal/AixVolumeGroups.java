package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.LogicalVolume;
import org.cadastre.model.host.VolumeGroup;

/** lsvg, lsvg -l and lsvg -p of AIX, one group after the other. Sizes are counted in physical partitions. */
final class AixVolumeGroups {

    private static final Pattern NAME = Pattern.compile("VOLUME GROUP:\\s+(\\S+)\\s+VG IDENTIFIER:\\s+(\\S+)\\s*");
    private static final Pattern PARTITION = Pattern.compile(".*PP SIZE:\\s+(\\d+) megabyte\\(s\\)\\s*");
    private static final Pattern TOTAL = Pattern.compile(".*TOTAL PPs:\\s+\\d+ \\((\\d+) megabytes\\)\\s*");
    private static final Pattern LIST = Pattern.compile("(\\S+):\\s*");
    private static final Pattern VOLUME = Pattern.compile("(\\S+)\\s+(\\S+)\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+\\S+/\\S+\\s+.*");
    private static final Pattern DISK = Pattern.compile("(\\S+)\\s+(?:active|missing|removed)\\s+\\d+\\s+\\d+\\s+.*");

    private AixVolumeGroups() {
    }

    static Map<String, VolumeGroup> read(CommandOutput output) {
        Map<String, VolumeGroup> groups = new LinkedHashMap<>();
        Map<String, Long> partitions = new LinkedHashMap<>();
        VolumeGroup group = null;
        for (String line : output.lines()) {
            Matcher name = NAME.matcher(line);
            Matcher list = LIST.matcher(line);
            if (name.matches()) {
                group = group(name.group(1), groups);
                group.setUuid(name.group(2));
            } else if (list.matches()) {
                group = group(list.group(1), groups);
            } else if (group != null) {
                fact(line, group, partitions);
            }
        }
        return groups;
    }

    private static VolumeGroup group(String name, Map<String, VolumeGroup> groups) {
        return groups.computeIfAbsent(name, key -> {
            VolumeGroup created = HostFactory.eINSTANCE.createVolumeGroup();
            created.setName(key);
            return created;
        });
    }

    private static void fact(String line, VolumeGroup group, Map<String, Long> partitions) {
        mebibytes(PARTITION.matcher(line)).ifPresent(size -> partitions.put(group.getName(), size));
        mebibytes(TOTAL.matcher(line)).ifPresent(group::setSize);
        Matcher volume = VOLUME.matcher(line);
        Matcher disk = DISK.matcher(line);
        if (volume.matches() && group.getVolumes().stream().noneMatch(known -> known.getName().equals(volume.group(1)))) {
            LogicalVolume logical = HostFactory.eINSTANCE.createLogicalVolume();
            logical.setName(volume.group(1));
            long copies = Numbers.whole(volume.group(4)).orElse(0L) / Math.max(1, Numbers.whole(volume.group(3)).orElse(1L));
            logical.setLayout(volume.group(2) + (copies > 1 ? ", " + copies + " copies" : ""));
            Numbers.whole(volume.group(3)).filter(count -> count < 1L << 20 && partitions.containsKey(group.getName()))
                    .ifPresent(count -> logical.setSize(count * partitions.get(group.getName())));
            group.getVolumes().add(logical);
        } else if (disk.matches()) {
            TreeSet<String> known = new TreeSet<>(group.getPhysicalVolumes());
            if (known.add(disk.group(1))) {
                group.getPhysicalVolumes().add(disk.group(1));
            }
        }
    }

    private static Optional<Long> mebibytes(Matcher matcher) {
        return Optional.of(matcher).filter(Matcher::matches).flatMap(found -> Numbers.whole(found.group(1)))
                .filter(number -> number < 1L << 32).map(number -> number << 20);
    }
}
