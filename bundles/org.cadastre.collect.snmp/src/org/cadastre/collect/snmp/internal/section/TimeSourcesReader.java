package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Words;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.TimeSource;
import org.cadastre.collect.snmp.network.TimeSources;

/** Where the device gets the time from (NTPv4-MIB, RFC 5907; CISCO-NTP-MIB). */
final class TimeSourcesReader implements SectionReader<TimeSources> {

    private static final Table NTP = Table.of("ntpAssociationTable", "1.3.6.1.2.1.197.1.3.1.1", 2, 5);
    private static final Table CISCO = Table.of("cntpPeersVarTable", "1.3.6.1.4.1.9.9.168.1.2.1.1", 2, 3, 8);
    private static final Words MODES = Words.from(0, "", "symmetricActive", "symmetricPassive", "client", "server", "broadcastServer", "broadcastClient");
    private static final int CONFIGURED = 1;

    @Override
    public TimeSources create() {
        return NetworkFactory.eINSTANCE.createTimeSources();
    }

    @Override
    public List<Table> tables() {
        return List.of(NTP, CISCO);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(TimeSources section, Mib mib) {
        mib.rows(NTP).forEach(row -> row.text(2).or(() -> row.address(5)).ifPresent(address -> add(section, address, Optional.empty())));
        mib.rows(CISCO).stream().filter(row -> row.is(2, CONFIGURED)).forEach(row -> row.address(3)
                .ifPresent(address -> add(section, address, row.word(8, MODES).filter(mode -> !mode.equals("0")))));
    }

    private static void add(TimeSources section, String address, Optional<String> mode) {
        TimeSource source = NetworkFactory.eINSTANCE.createTimeSource();
        source.setAddress(address);
        mode.ifPresent(source::setMode);
        section.getSources().add(source);
    }
}
