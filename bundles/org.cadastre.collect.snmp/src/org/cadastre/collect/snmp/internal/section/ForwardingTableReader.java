package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.Map;

import org.cadastre.collect.snmp.internal.mib.Index;
import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Words;
import org.cadastre.collect.snmp.network.ForwardingEntry;
import org.cadastre.collect.snmp.network.ForwardingTable;
import org.cadastre.collect.snmp.network.NetworkFactory;

/** Behind which port a hardware address was seen (Q-BRIDGE-MIB, RFC 4363; BRIDGE-MIB, RFC 4188; of Cisco one for each VLAN). */
public final class ForwardingTableReader implements SectionReader<ForwardingTable> {

    public static final Table PLAIN = Table.of("dot1dTpFdbTable", "1.3.6.1.2.1.17.4.3.1", 2, 3);
    private static final Table BY_VLAN = Table.of("dot1qTpFdbTable", "1.3.6.1.2.1.17.7.1.2.2.1", 2, 3);
    private static final Words ORIGINS = Words.of("other", "invalid", "learned", "self", "mgmt");
    private static final int INVALID = 2;

    @Override
    public ForwardingTable create() {
        return NetworkFactory.eINSTANCE.createForwardingTable();
    }

    @Override
    public List<Table> tables() {
        return List.of(BY_VLAN, PLAIN, InterfaceNames.BRIDGE_PORTS);
    }

    /** Whether the agent tells all of its entries without being asked for each VLAN. */
    public static boolean isTold(Mib mib) {
        return mib.holds(BY_VLAN);
    }

    @Override
    public void read(ForwardingTable section, Mib mib) {
        InterfaceNames names = InterfaceNames.of(mib);
        Map<Integer, Integer> vlans = VlansReader.ofDatabases(mib);
        mib.each(BY_VLAN, row -> {
            Index index = row.index();
            int database = index.nextInt();
            add(section, row, index, vlans.getOrDefault(database, database), names);
        });
        mib.contexts().forEach((vlan, context) -> {
            // The numbers of the bridge's ports are those of this VLAN's bridge.
            InterfaceNames ports = names.with(context);
            context.each(PLAIN, row -> add(section, row, row.index(), Integer.valueOf(vlan), ports));
        });
        if (section.getEntries().isEmpty()) {
            mib.each(PLAIN, row -> add(section, row, row.index(), null, names));
        }
    }

    private static void add(ForwardingTable section, Row row, Index index, Integer vlan, InterfaceNames names) {
        index.mac().filter(mac -> !row.is(3, INVALID) && row.number(2).isPresent()).ifPresent(mac -> {
            ForwardingEntry entry = NetworkFactory.eINSTANCE.createForwardingEntry();
            entry.setMac(mac);
            entry.setVlan(vlan);
            int port = (int) row.number(2).getAsLong();
            if (port != 0) {
                entry.setInterface(names.ofBridgePort(port));
            }
            row.word(3, ORIGINS).ifPresent(entry::setOrigin);
            section.getEntries().add(entry);
        });
    }
}
