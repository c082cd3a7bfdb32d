package org.cadastre.collect.unix.internal;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Storage;
import org.cadastre.model.host.StoragePool;

/** zpool-list(8): name, size, health with tabs between; the btrfs file systems that are mounted, from sysfs. */
final class StoragePools {

    private static final Pattern BTRFS = Pattern.compile("/sys/fs/btrfs/([^/]+)/(label|devices/([^/]+)/size)");
    private static final int SECTOR = 512;

    private StoragePools() {
    }

    static void read(Storage section, Sources sources) {
        sources.extra("zpool").ifPresent(output -> output.lines().stream().map(line -> line.split("\t"))
                .filter(fields -> fields.length >= 3).forEach(fields -> {
                    StoragePool pool = create("zfs", fields[0]);
                    Numbers.whole(fields[1]).ifPresent(pool::setSize);
                    add(pool, section);
                }));
        btrfs(Values.of(sources.extra("btrfs"))).forEach(pool -> add(pool, section));
    }

    /** A file system without a label is named by its UUID. */
    private static Collection<StoragePool> btrfs(Values values) {
        Map<String, StoragePool> pools = new TreeMap<>();
        values.byPath().forEach((path, value) -> {
            Matcher matcher = BTRFS.matcher(path);
            if (matcher.matches()) {
                StoragePool pool = pools.computeIfAbsent(matcher.group(1), uuid -> create("btrfs", uuid));
                if (matcher.group(3) == null) {
                    pool.setName(value);
                } else {
                    pool.getDevices().add(matcher.group(3));
                    Numbers.whole(value).filter(sectors -> sectors >= 0 && sectors < Long.MAX_VALUE / SECTOR / 1000)
                            .ifPresent(sectors -> pool.setSize(sectors * SECTOR + (pool.getSize() == null ? 0 : pool.getSize())));
                }
            }
        });
        return pools.values();
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
