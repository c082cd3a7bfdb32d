package org.cadastre.collect.snmp.internal.section;

import java.util.List;

import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Words;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.SpanningTreePortState;
import org.cadastre.collect.snmp.network.SpanningTreeStates;
import org.snmp4j.smi.OID;

/** What the ports of the spanning tree do at the moment. */
final class SpanningTreeStatesReader implements SectionReader<SpanningTreeStates> {

    private static final Words STATES = Words.of("disabled", "blocking", "listening", "learning", "forwarding", "broken");

    @Override
    public SpanningTreeStates create() {
        return NetworkFactory.eINSTANCE.createSpanningTreeStates();
    }

    @Override
    public List<OID> scalars() {
        return List.of(SpanningTreeTables.ROOT_PORT, SpanningTreeTables.ROOT_COST);
    }

    @Override
    public List<Table> tables() {
        return List.of(SpanningTreeTables.PORTS, InterfaceNames.BRIDGE_PORTS);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(SpanningTreeStates section, Mib mib) {
        InterfaceNames names = InterfaceNames.of(mib);
        for (Row row : mib.rows(SpanningTreeTables.PORTS)) {
            SpanningTreePortState port = NetworkFactory.eINSTANCE.createSpanningTreePortState();
            port.setInterface(names.ofBridgePort(row.number()));
            row.word(3, STATES).ifPresent(port::setState);
            section.getPorts().add(port);
        }
        if (!section.getPorts().isEmpty()) {
            mib.integer(SpanningTreeTables.ROOT_PORT).filter(port -> port != 0).map(names::ofBridgePort).ifPresent(section::setRootPort);
            mib.integer(SpanningTreeTables.ROOT_COST).ifPresent(section::setRootCost);
        }
    }
}
