package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Words;
import org.cadastre.collect.snmp.network.InterfaceState;
import org.cadastre.collect.snmp.network.InterfaceStates;
import org.cadastre.collect.snmp.network.NetworkFactory;

/** What interfaces do at the moment (IF-MIB, RFC 2863; EtherLike-MIB, RFC 3635). */
final class InterfaceStatesReader implements SectionReader<InterfaceStates> {

    private static final Table DUPLEX = Table.of("dot3StatsTable", "1.3.6.1.2.1.10.7.2.1", 19);
    private static final Words STATES = Words.of("up", "down", "testing", "unknown", "dormant", "notPresent", "lowerLayerDown");
    private static final long SPEED_OVERFLOW = 0xffffffffL;
    private static final long MEGA = 1_000_000;

    @Override
    public InterfaceStates create() {
        return NetworkFactory.eINSTANCE.createInterfaceStates();
    }

    @Override
    public List<Table> tables() {
        return List.of(InterfaceNames.INTERFACES, InterfaceNames.EXTENSIONS, DUPLEX);
    }

    @Override
    public void read(InterfaceStates section, Mib mib) {
        InterfaceNames names = InterfaceNames.of(mib);
        for (Row row : mib.rows(InterfaceNames.INTERFACES)) {
            InterfaceState state = NetworkFactory.eINSTANCE.createInterfaceState();
            Optional<Row> extension = mib.row(InterfaceNames.EXTENSIONS, row.number());
            state.setInterface(names.of(row.number()));
            row.word(8, STATES).ifPresent(state::setState);
            mib.row(DUPLEX, row.number()).flatMap(one -> one.integer(19)).filter(duplex -> duplex == 2 || duplex == 3)
                    .ifPresent(duplex -> state.setDuplex(duplex == 3 ? "full" : "half"));
            // 32 bits cannot tell more than 4.3 Gbit/s.
            row.whole(5).filter(speed -> speed > 0 && speed < SPEED_OVERFLOW)
                    .or(() -> extension.flatMap(one -> one.whole(15)).filter(speed -> speed > 0).map(speed -> speed * MEGA)).ifPresent(state::setSpeed);
            extension.flatMap(one -> one.whole(6)).or(() -> row.whole(10)).ifPresent(state::setReceived);
            extension.flatMap(one -> one.whole(10)).or(() -> row.whole(16)).ifPresent(state::setSent);
            row.whole(14).ifPresent(state::setInputErrors);
            row.whole(20).ifPresent(state::setOutputErrors);
            row.whole(13).ifPresent(state::setInputDiscards);
            row.whole(19).ifPresent(state::setOutputDiscards);
            section.getStates().add(state);
        }
    }
}
