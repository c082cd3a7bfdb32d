package org.cadastre.collect.snmp.internal.section;

import java.util.List;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.ProcessorLoad;
import org.cadastre.collect.snmp.network.ProcessorLoads;

/** How busy processors are (HOST-RESOURCES-MIB, RFC 2790; CISCO-PROCESS-MIB). */
final class ProcessorLoadsReader implements SectionReader<ProcessorLoads> {

    private static final Table CISCO = Table.of("cpmCPUTotalTable", "1.3.6.1.4.1.9.9.109.1.1.1.1", 2, 7);

    @Override
    public ProcessorLoads create() {
        return NetworkFactory.eINSTANCE.createProcessorLoads();
    }

    @Override
    public List<Table> tables() {
        return List.of(HostResources.PROCESSORS, CISCO, EntityTree.ENTITIES);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(ProcessorLoads section, Mib mib) {
        EntityTree tree = EntityTree.of(mib);
        mib.rows(HostResources.PROCESSORS).forEach(row -> row.integer(2).ifPresent(load -> add(section, "processor " + row.number(), load)));
        mib.rows(CISCO).forEach(row -> row.integer(7).ifPresent(load -> add(section,
                row.integer(2).filter(tree::isKnown).map(tree::name).orElse("processor " + row.number()), load)));
    }

    private static void add(ProcessorLoads section, String name, int load) {
        ProcessorLoad processor = NetworkFactory.eINSTANCE.createProcessorLoad();
        processor.setName(name);
        processor.setLoad(load);
        section.getProcessors().add(processor);
    }
}
