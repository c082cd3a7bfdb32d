package org.cadastre.collect.snmp.internal.section;

import java.util.List;

import org.cadastre.collect.snmp.internal.mib.Index;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Words;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.PowerOverEthernet;
import org.cadastre.collect.snmp.network.PowerSource;
import org.cadastre.collect.snmp.network.PoweredPort;

/** Power over Ethernet as it is configured (POWER-ETHERNET-MIB, RFC 3621). */
final class PowerOverEthernetReader implements SectionReader<PowerOverEthernet> {

    static final Table SOURCES = Table.of("pethMainPseTable", "1.3.6.1.2.1.105.1.3.1.1", 2, 3, 4);
    static final Table PORTS = Table.of("pethPsePortTable", "1.3.6.1.2.1.105.1.1.1", 3, 6, 7);

    private static final Words PRIORITIES = Words.of("critical", "high", "low");
    private static final int ON = 1;

    @Override
    public PowerOverEthernet create() {
        return NetworkFactory.eINSTANCE.createPowerOverEthernet();
    }

    @Override
    public List<Table> tables() {
        return List.of(SOURCES, PORTS);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(PowerOverEthernet section, Mib mib) {
        for (Row row : mib.rows(SOURCES)) {
            PowerSource source = NetworkFactory.eINSTANCE.createPowerSource();
            source.setName(String.valueOf(row.number()));
            row.integer(2).ifPresent(source::setPower);
            row.number(3).ifPresent(status -> source.setEnabled(status == ON));
            section.getSources().add(source);
        }
        mib.each(PORTS, row -> {
            PoweredPort port = NetworkFactory.eINSTANCE.createPoweredPort();
            port.setName(name(row));
            row.number(3).ifPresent(truth -> port.setEnabled(truth == ON));
            row.word(7, PRIORITIES).ifPresent(port::setPriority);
            section.getPorts().add(port);
        });
    }

    /** Group and number: which interface that is, the MIB does not say. */
    static String name(Row row) {
        Index index = row.index();
        return index.next() + "/" + index.next();
    }
}
