package org.cadastre.collect.snmp.internal.section;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Index;
import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.network.Neighbour;
import org.cadastre.collect.snmp.network.NetworkFactory;

/** LLDP-V2-MIB of IEEE 802.1AB-2009, whose ports are interfaces. */
final class LldpV2 {

    private static final Table REMOTE = Table.of("lldpV2RemTable", "1.3.111.2.802.1.1.13.1.4.1.1", 5, 6, 7, 8, 9, 10, 11, 13);
    private static final Table ADDRESSES = Table.of("lldpV2RemManAddrTable", "1.3.111.2.802.1.1.13.1.4.2.1", 3);

    static final List<Table> TABLES = List.of(REMOTE, ADDRESSES);

    private LldpV2() {
    }

    static Collection<Neighbour> neighbours(Mib mib, InterfaceNames names) {
        Map<List<Long>, Neighbour> found = new LinkedHashMap<>();
        mib.each(REMOTE, row -> {
            List<Long> place = place(row.index());
            Neighbour neighbour = NetworkFactory.eINSTANCE.createNeighbour();
            neighbour.setProtocol("lldp");
            neighbour.setInterface(names.of(place.getFirst()));
            LldpWords.chassis(row, 5, 6).ifPresent(neighbour::setChassis);
            LldpWords.port(row, 7, 8).ifPresent(neighbour::setPort);
            row.text(9).ifPresent(neighbour::setPortDescription);
            row.text(10).ifPresent(neighbour::setSystem);
            row.text(11).ifPresent(neighbour::setDescription);
            neighbour.getCapabilities().addAll(LldpWords.CAPABILITIES.bits(row.octets(13)));
            found.put(place, neighbour);
        });
        mib.each(ADDRESSES, row -> {
            Index index = row.index();
            Optional.ofNullable(found.get(place(index))).ifPresent(one -> LldpWords.address(index)
                    .filter(address -> !one.getAddresses().contains(address)).ifPresent(one.getAddresses()::add));
        });
        return found.values();
    }

    /** Interface, destination address and number, after the time mark. */
    private static List<Long> place(Index index) {
        index.next();
        return List.of(index.next(), index.next(), index.next());
    }
}
