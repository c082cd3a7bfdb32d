package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Index;
import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Words;
import org.cadastre.collect.snmp.network.AddressEntry;
import org.cadastre.collect.snmp.network.AddressTable;
import org.cadastre.collect.snmp.network.NetworkFactory;

/** ARP and neighbour discovery (IP-MIB, RFC 4293 and RFC 2011). */
final class AddressTableReader implements SectionReader<AddressTable> {

    private static final Table PHYSICAL = Table.of("ipNetToPhysicalTable", "1.3.6.1.2.1.4.35.1", 4, 6);
    private static final Table MEDIA = Table.of("ipNetToMediaTable", "1.3.6.1.2.1.4.22.1", 1, 2, 3, 4).unless(PHYSICAL);
    private static final Words ORIGINS = Words.of("other", "invalid", "dynamic", "static", "local");
    private static final int INVALID = 2;
    private static final int LOCAL = 5;

    @Override
    public AddressTable create() {
        return NetworkFactory.eINSTANCE.createAddressTable();
    }

    @Override
    public List<Table> tables() {
        return List.of(PHYSICAL, MEDIA);
    }

    @Override
    public void read(AddressTable section, Mib mib) {
        InterfaceNames names = InterfaceNames.of(mib);
        mib.each(PHYSICAL, row -> {
            Index index = row.index();
            String port = names.of(index.next());
            add(section, index.lastAddress(), port, row, 4, 6);
        });
        mib.each(MEDIA, row -> {
            String port = names.of(row.whole(1).orElseGet(() -> row.index().next()));
            add(section, Optional.of(row.ipv4(3, 1)), port, row, 2, 4);
        });
    }

    private static void add(AddressTable section, Optional<String> address, String port, Row row, int mac, int origin) {
        if (address.isPresent() && row.mac(mac).isPresent() && !row.is(origin, INVALID) && !row.is(origin, LOCAL)) {
            AddressEntry entry = NetworkFactory.eINSTANCE.createAddressEntry();
            entry.setAddress(address.get());
            entry.setInterface(port);
            entry.setMac(row.mac(mac).get());
            row.word(origin, ORIGINS).ifPresent(entry::setOrigin);
            section.getEntries().add(entry);
        }
    }
}
