package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Storage;
import org.cadastre.model.host.StoragePool;

/** zpool-list(8): name, size, health with tabs between; "btrfs filesystem show --raw". */
final class StoragePools {

    private static final Pattern BTRFS = Pattern.compile("Label: (?:'(.*)'|none)\\s+uuid: (\\S+)");
    private static final Pattern BTRFS_DEVICE = Pattern.compile("\\s+devid\\s+\\d+ size (\\d+) used \\d+ path (\\S+).*");

    private StoragePools() {
    }

    static void read(Storage section, Sources sources) {
        sources.extra("zpool").ifPresent(output -> output.lines().stream().map(line -> line.split("\t"))
                .filter(fields -> fields.length >= 3).forEach(fields -> {
                    StoragePool pool = create("zfs", fields[0]);
                    Numbers.whole(fields[1]).ifPresent(pool::setSize);
                    add(pool, section);
                }));
        sources.extra("btrfs").ifPresent(output -> btrfs(output).forEach(pool -> add(pool, section)));
    }

    private static List<StoragePool> btrfs(CommandOutput output) {
        List<StoragePool> pools = new ArrayList<>();
        for (String line : output.lines()) {
            Matcher head = BTRFS.matcher(line.strip());
            Matcher device = BTRFS_DEVICE.matcher(line);
            if (head.matches()) {
                pools.add(create("btrfs", head.group(1) == null || head.group(1).isEmpty() ? head.group(2) : head.group(1)));
            } else if (device.matches() && !pools.isEmpty()) {
                StoragePool pool = pools.getLast();
                Numbers.whole(device.group(1)).ifPresent(size -> pool.setSize(size + (pool.getSize() == null ? 0 : pool.getSize())));
                if (!pool.getDevices().contains(device.group(2))) {
                    pool.getDevices().add(device.group(2));
                }
            }
        }
        return pools;
    }

    private static StoragePool create(String kind, String name) {
        StoragePool pool = HostFactory.eINSTANCE.createStoragePool();
        pool.setKind(kind);
        pool.setName(name);
        return pool;
    }

    /** Two file systems may have the same label. */
    private static void add(StoragePool pool, Storage section) {
        if (section.getPools().stream().noneMatch(known -> known.getKind().equals(pool.getKind()) && known.getName().equals(pool.getName()))) {
            section.getPools().add(pool);
        }
    }
}
