package org.cadastre.collect.snmp.internal.section;

import java.util.List;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Words;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.PowerOverEthernetUsage;
import org.cadastre.collect.snmp.network.PowerSourceUsage;
import org.cadastre.collect.snmp.network.PoweredPortUsage;

/** Power that is drawn through Ethernet ports (POWER-ETHERNET-MIB, RFC 3621). */
final class PowerOverEthernetUsageReader implements SectionReader<PowerOverEthernetUsage> {

    private static final Words STATES = Words.of("disabled", "searching", "deliveringPower", "fault", "test", "otherFault");

    @Override
    public PowerOverEthernetUsage create() {
        return NetworkFactory.eINSTANCE.createPowerOverEthernetUsage();
    }

    @Override
    public List<Table> tables() {
        return List.of(PowerOverEthernetReader.SOURCES, PowerOverEthernetReader.PORTS);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(PowerOverEthernetUsage section, Mib mib) {
        for (Row row : mib.rows(PowerOverEthernetReader.SOURCES)) {
            PowerSourceUsage source = NetworkFactory.eINSTANCE.createPowerSourceUsage();
            source.setName(String.valueOf(row.number()));
            row.integer(4).ifPresent(source::setPower);
            section.getSources().add(source);
        }
        mib.each(PowerOverEthernetReader.PORTS, row -> {
            PoweredPortUsage port = NetworkFactory.eINSTANCE.createPoweredPortUsage();
            port.setName(PowerOverEthernetReader.name(row));
            row.word(6, STATES).ifPresent(port::setState);
            section.getPorts().add(port);
        });
    }
}
