package org.cadastre.collect.snmp.internal.section;

import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Values;
import org.snmp4j.smi.OID;

/** Values and tables of routing protocols (OSPF-MIB, RFC 4750; BGP4-MIB, RFC 4273; CISCO-BGP4-MIB). */
final class RoutingTables {

    static final OID OSPF_ROUTER = new OID("1.3.6.1.2.1.14.1.1.0");
    static final OID OSPF_ENABLED = new OID("1.3.6.1.2.1.14.1.2.0");
    static final OID BGP_SYSTEM = new OID("1.3.6.1.2.1.15.2.0");
    static final OID BGP_ROUTER = new OID("1.3.6.1.2.1.15.4.0");

    static final Table OSPF_AREAS = Table.of("ospfAreaTable", "1.3.6.1.2.1.14.2.1", 3);
    static final Table OSPF_INTERFACES = Table.of("ospfIfTable", "1.3.6.1.2.1.14.7.1", 3, 4, 5, 6);
    static final Table OSPF_COSTS = Table.of("ospfIfMetricTable", "1.3.6.1.2.1.14.8.1", 4);
    static final Table OSPF_NEIGHBOURS = Table.of("ospfNbrTable", "1.3.6.1.2.1.14.10.1", 3, 6);
    static final Table BGP_PEERS = Table.of("bgpPeerTable", "1.3.6.1.2.1.15.3.1", 1, 2, 3, 9, 20);
    static final Table CISCO_BGP_PEERS = Table.of("cbgpPeer2Table", "1.3.6.1.4.1.9.9.187.1.2.5.1", 3, 4, 11);

    private RoutingTables() {
    }

    static Optional<String> address(Mib mib, OID oid) {
        return mib.value(oid).flatMap(Values::address).filter(address -> !address.equals("0.0.0.0"));
    }
}
