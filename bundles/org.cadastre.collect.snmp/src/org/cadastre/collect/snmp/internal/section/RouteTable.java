package org.cadastre.collect.snmp.internal.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Index;
import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Values;
import org.cadastre.collect.snmp.internal.mib.Words;

/** The routes of a device, from whichever of the three tables it has (IP-FORWARD-MIB, RFC 4292, 2096, 1354; RFC 1213). */
final class RouteTable {

    private static final Table INET = Table.of("inetCidrRouteTable", "1.3.6.1.2.1.4.24.7.1", 7, 8, 9, 12);
    private static final Table CIDR = Table.of("ipCidrRouteTable", "1.3.6.1.2.1.4.24.4.1", 5, 6, 7, 11).unless(INET);
    private static final Table OLD = Table.of("ipRouteTable", "1.3.6.1.2.1.4.21.1", 1, 2, 3, 7, 8, 9, 11).unless(CIDR);

    static final List<Table> TABLES = List.of(INET, CIDR, OLD);

    /** IANA-RTPROTO-MIB. */
    private static final Words PROTOCOLS = Words.of("other", "local", "static", "icmp", "egp", "ggp", "hello", "rip", "isis", "esis", "igrp",
            "spf", "ospf", "bgp", "idpr", "eigrp", "dvmrp", "rpl", "dhcp");

    private static final int REJECT = 2;
    private static final int BLACKHOLE = 5;

    private RouteTable() {
    }

    /**
     * @param destination in CIDR notation
     * @param gateway empty for an attached network
     * @param type how it drops packets; empty for an ordinary route
     */
    record Entry(String destination, Optional<String> gateway, String port, Optional<Integer> metric, String protocol, Optional<String> type) {

        /** Set by the administrator or following from the addresses, rather than learned from a neighbour. */
        boolean isConfigured() {
            return List.of("local", "static", "other").contains(protocol);
        }

        /** What a device keeps for itself: its own addresses, its loopback, links without an address, multicast. */
        private boolean isInternal() {
            return protocol.equals("local") && (destination.matches("(127\\.|22[4-9]\\.|23\\d\\.|255\\.|fe80:|ff).*|[0-9.]+/32|[0-9a-f:]+/128"));
        }
    }

    static List<Entry> of(Mib mib) {
        InterfaceNames names = InterfaceNames.of(mib);
        List<Entry> routes = new ArrayList<>();
        mib.each(INET, row -> {
            Index index = row.index();
            Optional<String> destination = index.address();
            int prefix = index.nextInt();
            index.skipOid();
            Optional<String> gateway = index.address();
            destination.ifPresent(one -> routes.add(entry(one + "/" + prefix, gateway, names, row.whole(7), row.integer(12), row.word(9, PROTOCOLS), row.number(8).orElse(0))));
        });
        mib.each(CIDR, row -> {
            Index index = row.index();
            String destination = index.ipv4();
            int prefix = Values.prefixLength(index.octets(4));
            index.next();
            routes.add(entry(destination + "/" + prefix, Optional.of(index.ipv4()), names, row.whole(5), row.integer(11), row.word(7, PROTOCOLS), row.number(6).orElse(0)));
        });
        mib.each(OLD, row -> {
            byte[] mask = row.octets(11);
            if (!row.is(8, 2)) {
                routes.add(entry(row.ipv4(1, 0) + "/" + Values.prefixLength(mask), row.address(7), names, row.whole(2), row.integer(3),
                        row.word(9, PROTOCOLS), 0));
            }
        });
        routes.removeIf(Entry::isInternal);
        return routes;
    }

    private static Entry entry(String destination, Optional<String> gateway, InterfaceNames names, Optional<Long> port, Optional<Integer> metric,
            Optional<String> protocol, long type) {
        return new Entry(destination, gateway.filter(one -> !one.equals("0.0.0.0") && !one.equals("::")),
                port.filter(number -> number != 0).map(names::of).orElse(""), metric.filter(one -> one >= 0), protocol.orElse("other"),
                type == REJECT ? Optional.of("unreachable") : type == BLACKHOLE ? Optional.of("blackhole") : Optional.empty());
    }
}
