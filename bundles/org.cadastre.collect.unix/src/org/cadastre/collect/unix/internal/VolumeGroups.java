package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.LogicalVolume;
import org.cadastre.model.host.Storage;
import org.cadastre.model.host.VolumeGroup;

/** vgs(8), pvs(8), lvs(8) with "|" between the columns, sizes in bytes. */
final class VolumeGroups {

    private VolumeGroups() {
    }

    static void read(Storage section, Sources sources) {
        if (sources.asked("lvm-groups").isEmpty()) {
            return;
        }
        Map<String, VolumeGroup> groups = new LinkedHashMap<>();
        sources.first("lvm-groups").ifPresent(output -> rows(output, 3, sources, row -> groups.computeIfAbsent(row[0], name -> {
            VolumeGroup group = HostFactory.eINSTANCE.createVolumeGroup();
            group.setName(name);
            group.setUuid(row[1]);
            Numbers.whole(row[2]).ifPresent(group::setSize);
            return group;
        })));
        Map<String, TreeSet<String>> physical = new TreeMap<>();
        sources.extra("lvm-physical").ifPresent(output -> rows(output, 2, sources,
                row -> physical.computeIfAbsent(row[0], name -> new TreeSet<>()).add(row[1])));
        physical.forEach((name, volumes) -> Optional.ofNullable(groups.get(name)).ifPresent(group -> group.getPhysicalVolumes().addAll(volumes)));
        sources.extra("lvm-logical").ifPresent(output -> rows(output, 7, sources,
                row -> Optional.ofNullable(groups.get(row[0])).ifPresent(group -> add(row, group))));
        section.getVolumeGroups().addAll(groups.values());
    }

    private static void add(String[] row, VolumeGroup group) {
        if (group.getVolumes().stream().noneMatch(known -> known.getName().equals(row[1]))) {
            LogicalVolume volume = HostFactory.eINSTANCE.createLogicalVolume();
            volume.setName(row[1]);
            volume.setUuid(row[2]);
            Numbers.whole(row[3]).ifPresent(volume::setSize);
            volume.setLayout(row[4]);
            volume.setOrigin(!row[5].isEmpty() ? row[5] : row[6].isEmpty() ? null : row[6]);
            group.getVolumes().add(volume);
        }
    }

    private interface Row {
        void take(String[] fields);
    }

    private static void rows(CommandOutput output, int columns, Sources sources, Row consumer) {
        for (String line : output.lines()) {
            String[] fields = line.strip().split("\\|", -1);
            if (fields.length == columns && !fields[0].isEmpty()) {
                consumer.take(fields);
            } else if (!line.isBlank() && !line.strip().startsWith("|")) {
                sources.badLine(output);
            }
        }
    }
}
