package org.cadastre.collect.snmp.internal.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Index;
import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Values;
import org.cadastre.collect.snmp.internal.mib.Words;

/**
 * Addresses that several routers share (VRRP-MIB, RFC 2787; VRRPV3-MIB, RFC 6527; CISCO-HSRP-MIB). The columns that hold passwords
 * of these protocols are never asked for.
 */
final class SharedAddressGroups {

    private static final Table VRRP = Table.of("vrrpOperTable", "1.3.6.1.2.1.68.1.3.1", 3, 5, 12);
    private static final Table VRRP_ADDRESSES = Table.of("vrrpAssoIpAddrTable", "1.3.6.1.2.1.68.1.4.1", 2);
    private static final Table VRRP3 = Table.of("vrrpv3OperationsTable", "1.3.6.1.2.1.207.1.1.1.1", 6, 7, 10);
    private static final Table VRRP3_ADDRESSES = Table.of("vrrpv3AssociatedIpAddrTable", "1.3.6.1.2.1.207.1.1.2.1", 2);
    private static final Table HSRP = Table.of("cHsrpGrpTable", "1.3.6.1.4.1.9.9.106.1.2.1.1", 3, 4, 11, 15);

    static final List<Table> TABLES = List.of(InterfaceNames.INTERFACES, InterfaceNames.EXTENSIONS, VRRP, VRRP_ADDRESSES, VRRP3, VRRP3_ADDRESSES, HSRP);

    private static final Words VRRP_STATES = Words.of("initialize", "backup", "master");
    private static final Words HSRP_STATES = Words.of("initial", "learn", "listen", "speak", "standby", "active");
    private static final int TRUE = 1;

    private SharedAddressGroups() {
    }

    /** One group, configured and at the moment. */
    record Entry(String port, String protocol, int group, List<String> addresses, Optional<Integer> priority, Optional<Boolean> preempt,
            Optional<String> state) {
    }

    static List<Entry> of(Mib mib) {
        InterfaceNames names = InterfaceNames.of(mib);
        List<Entry> groups = new ArrayList<>();
        mib.each(VRRP, row -> {
            Index index = row.index();
            long port = index.next();
            int group = index.nextInt();
            List<String> addresses = new ArrayList<>();
            mib.each(VRRP_ADDRESSES, one -> {
                Index place = one.index();
                if (place.next() == port && place.nextInt() == group) {
                    addresses.add(place.ipv4());
                }
            });
            groups.add(new Entry(names.of(port), "vrrp", group, addresses, row.integer(5), truth(row, 12), row.word(3, VRRP_STATES)));
        });
        mib.each(VRRP3, row -> {
            Index index = row.index();
            long port = index.next();
            int group = index.nextInt();
            int family = index.nextInt();
            List<String> addresses = new ArrayList<>();
            mib.each(VRRP3_ADDRESSES, one -> {
                Index place = one.index();
                if (place.next() == port && place.nextInt() == group && place.nextInt() == family) {
                    Values.address(place.octets()).ifPresent(addresses::add);
                }
            });
            groups.add(new Entry(names.of(port), family == 2 ? "vrrp6" : "vrrp", group, addresses, row.integer(7), truth(row, 10), row.word(6, VRRP_STATES)));
        });
        mib.each(HSRP, row -> {
            Index index = row.index();
            String port = names.of(index.next());
            groups.add(new Entry(port, "hsrp", index.nextInt(), row.address(11).filter(address -> !address.equals("0.0.0.0")).stream().toList(),
                    row.integer(3), truth(row, 4), row.word(15, HSRP_STATES)));
        });
        return groups;
    }

    private static Optional<Boolean> truth(Row row, int column) {
        return row.whole(column).map(value -> value == TRUE);
    }
}
