package org.cadastre.collect.snmp.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.cadastre.collect.ConfigurationDirectory;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.vendor.VendorTable;
import org.snmp4j.smi.OID;

/** The table of vendors, read once for all devices of a scan. */
record Vendors(VendorTable table) implements AutoCloseable {

    /** @throws IllegalArgumentException the user's table cannot be understood: one line that says where and what */
    static Vendors ofUser() {
        return new Vendors(VendorTable.with(ConfigurationDirectory.ofUser().resolve(VendorTable.FILE)));
    }

    /** Columns as tables, those of one table together, without those that are known already. */
    static List<Table> tables(Collection<String> columns, Mib mib) {
        Map<OID, List<Integer>> byEntry = new TreeMap<>();
        columns.stream().map(OID::new).filter(column -> mib.below(column).isEmpty()).forEach(column -> byEntry
                .computeIfAbsent(column.trim(), entry -> new ArrayList<>()).add(column.last()));
        return byEntry.entrySet().stream().map(one -> new Table("table of the vendor", one.getKey(), List.copyOf(one.getValue()), Optional.empty())).toList();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
