package org.cadastre.collect.snmp.internal.section;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Index;
import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.network.Neighbour;
import org.cadastre.collect.snmp.network.NetworkFactory;

/** LLDP-MIB of IEEE 802.1AB-2005 with the extensions of LLDP-MED (ANSI/TIA-1057) and IEEE 802.1. */
final class Lldp {

    private static final Table LOCAL_PORTS = Table.of("lldpLocPortTable", "1.0.8802.1.1.2.1.3.7.1", 2, 3, 4);
    private static final Table REMOTE = Table.of("lldpRemTable", "1.0.8802.1.1.2.1.4.1.1", 4, 5, 6, 7, 8, 9, 10, 12);
    private static final Table ADDRESSES = Table.of("lldpRemManAddrTable", "1.0.8802.1.1.2.1.4.2.1", 3);
    private static final Table INVENTORY = Table.of("lldpXMedRemInventoryTable", "1.0.8802.1.1.2.1.5.4795.1.3.3.1", 3, 4, 5, 6);
    private static final Table VLANS = Table.of("lldpXdot1RemTable", "1.0.8802.1.1.2.1.5.32962.1.3.1.1", 1);

    static final List<Table> TABLES = List.of(LOCAL_PORTS, REMOTE, ADDRESSES, INVENTORY, VLANS);

    private Lldp() {
    }

    static Collection<Neighbour> neighbours(Mib mib, InterfaceNames names) {
        Map<List<Long>, Neighbour> found = new LinkedHashMap<>();
        mib.each(REMOTE, row -> {
            Index index = row.index();
            index.next();
            int port = index.nextInt();
            Neighbour neighbour = NetworkFactory.eINSTANCE.createNeighbour();
            neighbour.setProtocol("lldp");
            neighbour.setInterface(localPort(mib, names, port));
            LldpWords.chassis(row, 4, 5).ifPresent(neighbour::setChassis);
            LldpWords.port(row, 6, 7).ifPresent(neighbour::setPort);
            row.text(8).ifPresent(neighbour::setPortDescription);
            row.text(9).ifPresent(neighbour::setSystem);
            row.text(10).ifPresent(neighbour::setDescription);
            neighbour.getCapabilities().addAll(LldpWords.CAPABILITIES.bits(row.octets(12)));
            found.put(List.of((long) port, index.next()), neighbour);
        });
        mib.each(ADDRESSES, row -> {
            Index index = row.index();
            Optional<Neighbour> neighbour = of(found, index);
            neighbour.ifPresent(one -> LldpWords.address(index).filter(address -> !one.getAddresses().contains(address))
                    .ifPresent(one.getAddresses()::add));
        });
        mib.each(INVENTORY, row -> of(found, row.index()).ifPresent(neighbour -> {
            row.text(4).ifPresent(neighbour::setSerialNumber);
            row.text(6).map(model -> (row.text(5).orElse("") + " " + model).strip()).ifPresent(neighbour::setPlatform);
        }));
        mib.each(VLANS, row -> of(found, row.index()).ifPresent(neighbour -> row.integer(1).filter(vlan -> vlan > 0).ifPresent(neighbour::setNativeVlan)));
        return found.values();
    }

    /** The tables of one neighbour have in common: time mark, local port, number. */
    private static Optional<Neighbour> of(Map<List<Long>, Neighbour> found, Index index) {
        index.next();
        return Optional.ofNullable(found.get(List.of(index.next(), index.next())));
    }

    /**
     * LLDP numbers ports by itself. Which interface one is: what the agent calls it, else the same number among the bridge's ports
     * or the interfaces.
     */
    private static String localPort(Mib mib, InterfaceNames names, int port) {
        Optional<Row> row = mib.row(LOCAL_PORTS, port);
        return row.filter(one -> one.is(2, LldpWords.PORT_INTERFACE_NAME)).flatMap(one -> one.text(3)).flatMap(names::of)
                .or(() -> row.flatMap(one -> LldpWords.port(one, 2, 3)).flatMap(names::of))
                .or(() -> row.flatMap(one -> one.text(4)).flatMap(names::of))
                .or(() -> names.isKnown(port) ? Optional.of(names.of(port)) : Optional.empty())
                .or(() -> row.flatMap(one -> LldpWords.port(one, 2, 3)))
                .orElseGet(() -> names.ofBridgePort(port));
    }
}
