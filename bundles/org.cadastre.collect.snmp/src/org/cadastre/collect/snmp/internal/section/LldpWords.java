package org.cadastre.collect.snmp.internal.section;

import java.util.Arrays;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Index;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Values;
import org.cadastre.collect.snmp.internal.mib.Words;

/** How LLDP writes ids and capabilities (IEEE 802.1AB, 8.5), the same in both versions of its MIB. */
final class LldpWords {

    static final Words CAPABILITIES = Words.from(0, "other", "repeater", "bridge", "wlanAccessPoint", "router", "telephone", "docsisCableDevice",
            "station");

    private static final int CHASSIS_MAC = 4;
    private static final int CHASSIS_NETWORK = 5;
    private static final int PORT_MAC = 3;
    private static final int PORT_NETWORK = 4;
    static final int PORT_INTERFACE_NAME = 5;

    private LldpWords() {
    }

    static Optional<String> chassis(Row row, int subtype, int id) {
        return id(row, id, row.is(subtype, CHASSIS_MAC), row.is(subtype, CHASSIS_NETWORK));
    }

    static Optional<String> port(Row row, int subtype, int id) {
        return id(row, id, row.is(subtype, PORT_MAC), row.is(subtype, PORT_NETWORK));
    }

    private static Optional<String> id(Row row, int id, boolean isMac, boolean isNetwork) {
        if (isMac) {
            return row.mac(id).or(() -> row.text(id));
        }
        byte[] octets = row.octets(id);
        // Number of the address family, then the address.
        return isNetwork && octets.length > 1 ? Values.address(Arrays.copyOfRange(octets, 1, octets.length)).or(() -> row.text(id)) : row.text(id);
    }

    /** Family, length and octets of an address to manage a device by, as an index has them. */
    static Optional<String> address(Index index) {
        index.next();
        return Values.address(index.octets());
    }
}
