package org.cadastre.collect.snmp.internal.section;

import java.util.List;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Process;
import org.cadastre.model.host.Processes;

/** Running programs (HOST-RESOURCES-MIB, RFC 2790). Their parameters are not asked for: they may hold secrets. */
final class ProcessesReader implements SectionReader<Processes> {

    private static final long KILO = 1024;

    @Override
    public Processes create() {
        return HostFactory.eINSTANCE.createProcesses();
    }

    @Override
    public List<Table> tables() {
        return List.of(HostResources.RUNNING, HostResources.RUNNING_USE);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(Processes section, Mib mib) {
        for (Row row : mib.rows(HostResources.RUNNING)) {
            Process process = HostFactory.eINSTANCE.createProcess();
            process.setPid(row.number());
            row.text(2).ifPresent(process::setProgram);
            mib.row(HostResources.RUNNING_USE, row.number()).flatMap(use -> use.whole(2)).ifPresent(memory -> process.setResidentMemory(memory * KILO));
            section.getProcesses().add(process);
        }
    }
}
