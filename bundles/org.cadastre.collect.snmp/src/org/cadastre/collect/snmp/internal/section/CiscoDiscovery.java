package org.cadastre.collect.snmp.internal.section;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.network.Neighbour;
import org.cadastre.collect.snmp.network.NetworkFactory;

/** CDP (CISCO-CDP-MIB), and FDP of Foundry and Brocade, whose table has the same form (FOUNDRY-SN-SWITCH-GROUP-MIB). */
final class CiscoDiscovery {

    private static final Table CDP = Table.of("cdpCacheTable", "1.3.6.1.4.1.9.9.23.1.2.1.1", 3, 4, 5, 6, 7, 8, 9, 11, 17);
    private static final Table FDP = Table.of("snFdpCacheTable", "1.3.6.1.4.1.1991.1.1.3.20.1.2.1.1", 3, 5, 6, 7, 8, 10);

    static final List<Table> TABLES = List.of(CDP, FDP);

    /** From the lowest bit; what is neither of these is left out. */
    private static final List<String> CAPABILITIES = List.of("router", "bridge", "bridge", "bridge", "station", "", "repeater", "telephone");
    private static final int FDP_LEARNED_BY_CDP = 2;

    private CiscoDiscovery() {
    }

    static Collection<Neighbour> neighbours(Mib mib, InterfaceNames names) {
        List<Neighbour> found = new ArrayList<>();
        mib.each(CDP, row -> {
            Neighbour neighbour = neighbour("cdp", row, names, 6, 7, 8, 5, 4);
            row.text(17).ifPresent(neighbour::setSystem);
            row.integer(11).filter(vlan -> vlan > 0).ifPresent(neighbour::setNativeVlan);
            neighbour.getCapabilities().addAll(capabilities(row.octets(9)));
            found.add(neighbour);
        });
        mib.each(FDP, row -> found.add(neighbour(row.is(10, FDP_LEARNED_BY_CDP) ? "cdp" : "fdp", row, names, 3, 7, 8, 6, 5)));
        return found;
    }

    private static Neighbour neighbour(String protocol, Row row, InterfaceNames names, int device, int port, int platform, int version, int address) {
        Neighbour neighbour = NetworkFactory.eINSTANCE.createNeighbour();
        neighbour.setProtocol(protocol);
        neighbour.setInterface(names.of(row.index().next()));
        row.text(device).ifPresent(id -> {
            neighbour.setChassis(id);
            neighbour.setSystem(name(id));
        });
        row.text(port).ifPresent(neighbour::setPort);
        row.text(platform).ifPresent(neighbour::setPlatform);
        row.text(version).ifPresent(neighbour::setDescription);
        row.address(address).filter(one -> !one.equals("0.0.0.0")).ifPresent(neighbour.getAddresses()::add);
        return neighbour;
    }

    /** NX-OS and CatOS append the serial number: "core1(SSI1234)". */
    private static String name(String id) {
        return id.replaceFirst("\\([A-Z0-9]{6,}\\)$", "");
    }

    private static List<String> capabilities(byte[] octets) {
        int bits = octets.length == 0 ? 0 : octets[octets.length - 1] & 0xff;
        List<String> capabilities = new ArrayList<>();
        for (int bit = 0; bit < CAPABILITIES.size(); bit++) {
            String capability = CAPABILITIES.get(bit);
            if ((bits & 1 << bit) != 0 && !capability.isEmpty() && !capabilities.contains(capability)) {
                capabilities.add(capability);
            }
        }
        return capabilities;
    }
}
