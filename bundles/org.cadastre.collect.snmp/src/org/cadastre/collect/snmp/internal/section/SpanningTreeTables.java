package org.cadastre.collect.snmp.internal.section;

import java.util.Arrays;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Values;
import org.snmp4j.smi.OID;

/** Values and columns of the spanning tree (BRIDGE-MIB, RFC 4188; RSTP-MIB, RFC 4318). */
final class SpanningTreeTables {

    static final OID BRIDGE_ADDRESS = new OID("1.3.6.1.2.1.17.1.1.0");
    static final OID PROTOCOL = new OID("1.3.6.1.2.1.17.2.1.0");
    static final OID PRIORITY = new OID("1.3.6.1.2.1.17.2.2.0");
    static final OID ROOT = new OID("1.3.6.1.2.1.17.2.5.0");
    static final OID ROOT_COST = new OID("1.3.6.1.2.1.17.2.6.0");
    static final OID ROOT_PORT = new OID("1.3.6.1.2.1.17.2.7.0");
    static final OID MAXIMUM_AGE = new OID("1.3.6.1.2.1.17.2.12.0");
    static final OID HELLO_TIME = new OID("1.3.6.1.2.1.17.2.13.0");
    static final OID FORWARD_DELAY = new OID("1.3.6.1.2.1.17.2.14.0");
    static final OID VERSION = new OID("1.3.6.1.2.1.17.2.16.0");

    static final Table PORTS = Table.of("dot1dStpPortTable", "1.3.6.1.2.1.17.2.15.1", 2, 3, 4, 5);

    private static final int BRIDGE_ID_LENGTH = 8;

    private SpanningTreeTables() {
    }

    /** Priority, dot, hardware address; of a bridge id of eight octets. */
    static Optional<String> bridgeId(byte[] octets) {
        return octets.length != BRIDGE_ID_LENGTH ? Optional.empty()
                : Values.mac(Arrays.copyOfRange(octets, 2, BRIDGE_ID_LENGTH))
                        .map(mac -> ((octets[0] & 0xff) << 8 | octets[1] & 0xff) + "." + mac);
    }
}
