package org.cadastre.collect.snmp.internal.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.network.Neighbours;
import org.cadastre.collect.snmp.network.NetworkFactory;

/** Devices at the other end of the cables, by whichever protocol they announce themselves. */
final class NeighboursReader implements SectionReader<Neighbours> {

    @Override
    public Neighbours create() {
        return NetworkFactory.eINSTANCE.createNeighbours();
    }

    @Override
    public List<Table> tables() {
        List<Table> tables = new ArrayList<>(List.of(InterfaceNames.INTERFACES, InterfaceNames.EXTENSIONS, InterfaceNames.BRIDGE_PORTS));
        Stream.of(Lldp.TABLES, LldpV2.TABLES, CiscoDiscovery.TABLES, ExtremeDiscovery.TABLES).forEach(tables::addAll);
        return tables;
    }

    @Override
    public void read(Neighbours section, Mib mib) {
        InterfaceNames names = InterfaceNames.of(mib);
        section.getNeighbours().addAll(Lldp.neighbours(mib, names));
        section.getNeighbours().addAll(LldpV2.neighbours(mib, names));
        section.getNeighbours().addAll(CiscoDiscovery.neighbours(mib, names));
        section.getNeighbours().addAll(ExtremeDiscovery.neighbours(mib, names));
    }
}
