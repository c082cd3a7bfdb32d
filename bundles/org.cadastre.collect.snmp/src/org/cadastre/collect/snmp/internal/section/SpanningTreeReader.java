package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.function.Consumer;

import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Values;
import org.cadastre.collect.snmp.internal.mib.Words;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.SpanningTree;
import org.cadastre.collect.snmp.network.SpanningTreePort;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/** How the spanning tree is configured. */
final class SpanningTreeReader implements SectionReader<SpanningTree> {

    private static final Words PROTOCOLS = Words.of("unknown", "decLb100", "ieee8021d");
    private static final Words VERSIONS = Words.from(0, "stpCompatible", "", "rstp");
    private static final int CENTISECONDS = 100;
    private static final int ENABLED = 1;

    @Override
    public SpanningTree create() {
        return NetworkFactory.eINSTANCE.createSpanningTree();
    }

    @Override
    public List<OID> scalars() {
        return List.of(SpanningTreeTables.BRIDGE_ADDRESS, SpanningTreeTables.PROTOCOL, SpanningTreeTables.PRIORITY, SpanningTreeTables.ROOT,
                SpanningTreeTables.MAXIMUM_AGE, SpanningTreeTables.HELLO_TIME, SpanningTreeTables.FORWARD_DELAY, SpanningTreeTables.VERSION);
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
    public void read(SpanningTree section, Mib mib) {
        mib.value(SpanningTreeTables.BRIDGE_ADDRESS).flatMap(Values::mac).ifPresent(section::setBridgeAddress);
        if (mib.isEmpty(SpanningTreeTables.PORTS)) {
            return;
        }
        mib.number(SpanningTreeTables.VERSION).map(VERSIONS::of).or(() -> mib.number(SpanningTreeTables.PROTOCOL).map(PROTOCOLS::of))
                .ifPresent(section::setVariant);
        mib.integer(SpanningTreeTables.PRIORITY).ifPresent(section::setPriority);
        mib.value(SpanningTreeTables.ROOT).filter(OctetString.class::isInstance).map(root -> ((OctetString) root).getValue())
                .flatMap(SpanningTreeTables::bridgeId).ifPresent(section::setRoot);
        seconds(mib, SpanningTreeTables.HELLO_TIME, section::setHelloTime);
        seconds(mib, SpanningTreeTables.MAXIMUM_AGE, section::setMaximumAge);
        seconds(mib, SpanningTreeTables.FORWARD_DELAY, section::setForwardDelay);
        InterfaceNames names = InterfaceNames.of(mib);
        for (Row row : mib.rows(SpanningTreeTables.PORTS)) {
            SpanningTreePort port = NetworkFactory.eINSTANCE.createSpanningTreePort();
            port.setInterface(names.ofBridgePort(row.number()));
            row.integer(2).ifPresent(port::setPriority);
            row.integer(5).ifPresent(port::setPathCost);
            row.number(4).ifPresent(value -> port.setEnabled(value == ENABLED));
            section.getPorts().add(port);
        }
    }

    private static void seconds(Mib mib, OID time, Consumer<Integer> setter) {
        mib.integer(time).map(hundredths -> hundredths / CENTISECONDS).ifPresent(setter);
    }
}
