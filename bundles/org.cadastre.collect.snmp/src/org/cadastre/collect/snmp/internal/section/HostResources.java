package org.cadastre.collect.snmp.internal.section;

import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Words;
import org.snmp4j.smi.OID;

/** Values and tables of computers (HOST-RESOURCES-MIB, RFC 2790). */
final class HostResources {

    static final OID MEMORY = new OID("1.3.6.1.2.1.25.2.2.0");

    static final Table STORAGE = Table.of("hrStorageTable", "1.3.6.1.2.1.25.2.3.1", 2, 3, 4, 5, 6);
    static final Table FILE_SYSTEMS = Table.of("hrFSTable", "1.3.6.1.2.1.25.3.8.1", 2, 3, 4, 5, 7);
    static final Table DEVICES = Table.of("hrDeviceTable", "1.3.6.1.2.1.25.3.2.1", 2, 3);
    static final Table PROCESSORS = Table.of("hrProcessorTable", "1.3.6.1.2.1.25.3.3.1", 2);
    static final Table INSTALLED = Table.of("hrSWInstalledTable", "1.3.6.1.2.1.25.6.3.1", 2);
    static final Table RUNNING = Table.of("hrSWRunTable", "1.3.6.1.2.1.25.4.2.1", 2);
    static final Table RUNNING_USE = Table.of("hrSWRunPerfTable", "1.3.6.1.2.1.25.5.1.1", 2);

    static final OID PROCESSOR = new OID("1.3.6.1.2.1.25.3.1.3");
    static final OID FIXED_DISK = new OID("1.3.6.1.2.1.25.2.1.4");
    static final OID NETWORK_DISK = new OID("1.3.6.1.2.1.25.2.1.10");

    private static final OID FILE_SYSTEM_TYPES = new OID("1.3.6.1.2.1.25.3.9");
    private static final Words TYPES = Words.of("", "", "bsdFFS", "sys5FS", "fat", "hpfs", "hfs", "mfs", "ntfs", "vnode", "journaled", "iso9660",
            "rockRidge", "nfs", "netware", "afs", "dfs", "appleshare", "rfs", "dgcfs", "bfs", "fat32", "ext2");

    private static final OID DEVICE_TYPES = new OID("1.3.6.1.2.1.25.3.1");
    private static final Words DEVICES_BY_TYPE = Words.of("other", "unknown", "cpu", "network", "printer", "diskStorage", "", "", "", "video",
            "audio", "coprocessor", "keyboard", "modem", "parallelPort", "pointing", "serialPort", "tape", "clock", "volatileMemory",
            "nonVolatileMemory");

    private HostResources() {
    }

    /** Name of a device's type (HOST-RESOURCES-TYPES). */
    static Optional<String> deviceType(OID type) {
        return type.startsWith(DEVICE_TYPES) && type.size() > DEVICE_TYPES.size() ? Optional.of(DEVICES_BY_TYPE.of(type.last())) : Optional.empty();
    }

    /** Name of a file system's type; the MIB knows none that is younger than 2000. */
    static Optional<String> fileSystemType(OID type) {
        return type.startsWith(FILE_SYSTEM_TYPES) && type.size() > FILE_SYSTEM_TYPES.size() ? Optional.of(TYPES.of(type.last()))
                .filter(name -> !name.matches("\\d+")) : Optional.empty();
    }

    /** Bytes of a row of the storage table. Sizes beyond 2^31 units come out negative from some agents. */
    static Optional<Long> bytes(Row row, int column) {
        Optional<Long> unit = row.whole(4).filter(value -> value > 0);
        return unit.flatMap(one -> row.whole(column).map(count -> (count & 0xffffffffL) * one));
    }
}
