package org.cadastre.collect.snmp.internal.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.cadastre.collect.snmp.internal.mib.Index;
import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Values;
import org.cadastre.collect.snmp.network.Neighbour;
import org.cadastre.collect.snmp.network.NetworkFactory;

/** EDP of Extreme Networks (EXTREME-EDP-MIB). */
final class ExtremeDiscovery {

    private static final Table EDP = Table.of("extremeEdpTable", "1.3.6.1.4.1.1916.1.13.2.1", 3, 4, 5, 6);

    static final List<Table> TABLES = List.of(EDP);

    private ExtremeDiscovery() {
    }

    static Collection<Neighbour> neighbours(Mib mib, InterfaceNames names) {
        List<Neighbour> found = new ArrayList<>();
        mib.each(EDP, row -> {
            Index index = row.index();
            Neighbour neighbour = NetworkFactory.eINSTANCE.createNeighbour();
            neighbour.setProtocol("edp");
            neighbour.setInterface(names.of(index.next()));
            // Two octets, then the hardware address of the device.
            byte[] id = index.rest();
            if (id.length >= 8) {
                Values.mac(Arrays.copyOfRange(id, id.length - 6, id.length)).ifPresent(neighbour::setChassis);
            }
            row.text(3).ifPresent(neighbour::setSystem);
            row.text(4).ifPresent(neighbour::setDescription);
            row.number(6).ifPresent(port -> neighbour.setPort(row.number(5).orElse(0) > 0 ? row.number(5).getAsLong() + ":" + port : String.valueOf(port)));
            found.add(neighbour);
        });
        return found;
    }
}
