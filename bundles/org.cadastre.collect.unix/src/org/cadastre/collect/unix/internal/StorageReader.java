package org.cadastre.collect.unix.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.IscsiSession;
import org.cadastre.model.host.MultipathDevice;
import org.cadastre.model.host.Partition;
import org.cadastre.model.host.RaidArray;
import org.cadastre.model.host.Storage;

/** Partitions, md(4) and iSCSI from sysfs, geom(4), lvm(8), lsvg, multipath(8), zpool(8), btrfs-filesystem(8), swap, fstab(5). */
public final class StorageReader implements SectionReader<Storage> {

    private static final int SECTOR = 512;
    private static final Pattern PARTITION = Pattern.compile("/sys/block/([^/]+)/([^/]+)/([^/]+)");
    private static final Pattern ARRAY = Pattern.compile("/sys/block/([^/]+)/(?:md/)?([^/]+)");
    private static final Pattern MULTIPATH = Pattern.compile("(\\S+) (?:\\((\\S+)\\) )?dm-\\d+ (.*)");
    private static final Pattern PATH = Pattern.compile(".*\\d+:\\d+:\\d+:\\d+\\s+\\S+\\s+\\d+:\\d+ .*");
    private static final Pattern ISCSI = Pattern.compile("/sys/class/iscsi_(?:session/session|connection/connection)(\\d+)[^/]*/(\\w+)");

    @Override
    public Storage create() {
        return HostFactory.eINSTANCE.createStorage();
    }

    @Override
    public void read(Storage section, Sources sources) {
        if (!Virtualization.isContainer(sources)) {
            // What a container sees of disks is its host's.
            partitions(Values.of(sources.extra("partitions")), section);
            arrays(Values.of(sources.extra("md")), section);
            controllers(section, sources);
            VolumeGroups.read(section, sources);
            sources.extra("lsvg").ifPresent(output -> section.getVolumeGroups().addAll(AixVolumeGroups.read(output).values()));
            sources.extra("geom").flatMap(GeomTree::of).ifPresent(geom -> {
                section.getPartitions().addAll(geom.partitions());
                section.getRaidArrays().addAll(geom.arrays());
            });
            sources.extra("multipath").ifPresent(output -> multipath(output, section));
            StoragePools.read(section, sources);
            iscsi(Values.of(sources.extra("iscsi")), section);
            section.getSwapAreas().addAll(SwapAreas.read(sources).values());
        }
        section.getMountEntries().addAll(MountEntries.read(sources).values());
    }

    private static void partitions(Values values, Storage section) {
        Map<String, Map<String, String>> facts = new TreeMap<>();
        values.byPath().forEach((path, value) -> {
            Matcher matcher = PARTITION.matcher(path);
            if (matcher.matches()) {
                Map<String, String> its = facts.computeIfAbsent(matcher.group(2), name -> new HashMap<>());
                its.put(matcher.group(3), value);
                its.put("disk", matcher.group(1));
            }
        });
        facts.forEach((name, its) -> {
            Partition partition = HostFactory.eINSTANCE.createPartition();
            partition.setName(name);
            partition.setDisk(its.get("disk"));
            Optional.ofNullable(its.get("partition")).flatMap(Numbers::integer).ifPresent(partition::setNumber);
            sectors(its.get("size")).ifPresent(partition::setSize);
            partition.setUuid(its.getOrDefault("ID_PART_ENTRY_UUID", its.get("ID_FS_UUID")));
            partition.setLabel(its.getOrDefault("ID_FS_LABEL", its.get("ID_PART_ENTRY_NAME")));
            partition.setContent(its.get("ID_FS_TYPE"));
            section.getPartitions().add(partition);
        });
    }

    private static Optional<Long> sectors(String text) {
        return Optional.ofNullable(text).flatMap(Numbers::whole).filter(number -> number >= 0 && number < Long.MAX_VALUE / SECTOR)
                .map(number -> number * SECTOR);
    }

    private static void arrays(Values values, Storage section) {
        Map<String, RaidArray> arrays = new LinkedHashMap<>();
        Map<String, TreeSet<String>> members = new HashMap<>();
        values.byPath().forEach((path, value) -> {
            Matcher matcher = ARRAY.matcher(path);
            if (matcher.matches()) {
                RaidArray array = arrays.computeIfAbsent(matcher.group(1), name -> {
                    RaidArray created = HostFactory.eINSTANCE.createRaidArray();
                    created.setName(name);
                    return created;
                });
                switch (matcher.group(2)) {
                    case "level" -> array.setLevel(value);
                    case "raid_disks" -> Numbers.integer(value).ifPresent(array::setDisks);
                    case "size" -> sectors(value).ifPresent(array::setSize);
                    default -> {
                        if (matcher.group(2).startsWith("dev-")) {
                            members.computeIfAbsent(matcher.group(1), name -> new TreeSet<>()).add(matcher.group(2).substring(4));
                        }
                    }
                }
            }
        });
        members.forEach((name, its) -> arrays.get(name).getMembers().addAll(its));
        section.getRaidArrays().addAll(arrays.values());
    }

    /** What a controller that does not answer would say is missing. */
    private static void controllers(Storage section, Sources sources) {
        for (String answer : List.of("megacli-arrays", "megacli-drives")) {
            if (sources.asked(answer).filter(CommandOutput::refused).isPresent()) {
                sources.denied("the RAID controller needs root");
            }
        }
        MegaRaid.arrays(sources.extra("megacli-arrays")).keySet().stream()
                .filter(array -> section.getRaidArrays().stream().noneMatch(known -> known.getName().equals(array.getName())))
                .forEach(section.getRaidArrays()::add);
        section.getRaidDrives().addAll(MegaRaid.drives(sources.extra("megacli-drives")).keySet());
    }

    /** mpatha (36005...) dm-2 MAKER,MODEL; below it a line a path. */
    private static void multipath(CommandOutput output, Storage section) {
        MultipathDevice device = null;
        Map<String, MultipathDevice> devices = new LinkedHashMap<>();
        for (String line : output.lines()) {
            Matcher head = MULTIPATH.matcher(line);
            if (head.matches()) {
                device = HostFactory.eINSTANCE.createMultipathDevice();
                device.setName(head.group(1));
                device.setWwid(head.group(2) == null ? head.group(1) : head.group(2));
                device.setModel(head.group(3).strip().replace(",", " "));
                device.setPaths(0);
                devices.putIfAbsent(device.getName(), device);
            } else if (device != null && PATH.matcher(line).matches()) {
                device.setPaths(device.getPaths() + 1);
            }
        }
        section.getMultipathDevices().addAll(devices.values());
    }

    private static void iscsi(Values values, Storage section) {
        Map<String, Map<String, String>> sessions = new TreeMap<>();
        values.byPath().forEach((path, value) -> {
            Matcher matcher = ISCSI.matcher(path);
            if (matcher.matches()) {
                sessions.computeIfAbsent(matcher.group(1), number -> new HashMap<>()).put(matcher.group(2), value);
            }
        });
        TreeSet<List<String>> seen = new TreeSet<>(java.util.Comparator.comparing(List::toString));
        sessions.values().forEach(facts -> {
            IscsiSession session = HostFactory.eINSTANCE.createIscsiSession();
            session.setTarget(facts.get("targetname"));
            session.setPortal(facts.getOrDefault("persistent_address", "") + ":" + facts.getOrDefault("persistent_port", ""));
            if (session.getTarget() != null && seen.add(List.of(session.getTarget(), session.getPortal()))) {
                section.getIscsiSessions().add(session);
            }
        });
    }
}
