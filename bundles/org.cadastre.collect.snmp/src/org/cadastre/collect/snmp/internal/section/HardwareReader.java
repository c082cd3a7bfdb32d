package org.cadastre.collect.snmp.internal.section;

import java.util.List;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.vendor.Make;
import org.cadastre.model.Coverage;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.host.Hardware;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Processor;
import org.snmp4j.smi.OID;

/** The machine: maker, model, serial number; memory and processors of a computer (HOST-RESOURCES-MIB, RFC 2790). */
final class HardwareReader implements SectionReader<Hardware> {

    private static final long KILO = 1024;

    private final Make make;

    HardwareReader(Make make) {
        this.make = make;
    }

    @Override
    public Hardware create() {
        return HostFactory.eINSTANCE.createHardware();
    }

    @Override
    public List<OID> scalars() {
        return List.of(HostResources.MEMORY);
    }

    @Override
    public List<Table> tables() {
        return List.of(HostResources.DEVICES);
    }

    @Override
    public void read(Hardware section, Mib mib) {
        make.vendor().ifPresent(section::setManufacturer);
        make.model().ifPresent(section::setModel);
        make.serial().ifPresent(section::setSerialNumber);
        mib.number(HostResources.MEMORY).filter(memory -> memory > 0).ifPresent(memory -> section.setMemory(memory * KILO));
        int number = 0;
        for (Row row : mib.rows(HostResources.DEVICES)) {
            if (row.oid(2).filter(HostResources.PROCESSOR::equals).isPresent()) {
                Processor processor = HostFactory.eINSTANCE.createProcessor();
                processor.setSocket(number++);
                row.text(3).ifPresent(processor::setModel);
                section.getProcessors().add(processor);
            }
        }
        // Other protocols tell more of a computer.
        if (make.kind() == DeviceKind.HOST || make.kind() == DeviceKind.VIRTUAL_MACHINE || make.kind() == DeviceKind.HYPERVISOR) {
            section.setCoverage(Coverage.PARTIAL);
            section.setReason("SNMP does not tell the disks, nor the serial number of every computer");
        }
    }
}
