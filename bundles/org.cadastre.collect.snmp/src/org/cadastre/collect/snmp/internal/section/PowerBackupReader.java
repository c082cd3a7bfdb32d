package org.cadastre.collect.snmp.internal.section;

import java.util.List;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Words;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.Outlet;
import org.cadastre.collect.snmp.network.PowerBackup;
import org.snmp4j.smi.OID;

/** A power supply with a battery, as it is configured. */
final class PowerBackupReader implements SectionReader<PowerBackup> {

    private static final Words AUDIBLE = Words.of("disabled", "enabled", "muted");

    @Override
    public PowerBackup create() {
        return NetworkFactory.eINSTANCE.createPowerBackup();
    }

    @Override
    public List<OID> scalars() {
        return List.of(PowerBackupTables.NAME, PowerBackupTables.MODEL, PowerBackupTables.FIRMWARE, PowerBackupTables.NOMINAL_OUTPUT_VOLTAGE,
                PowerBackupTables.NOMINAL_POWER, PowerBackupTables.NOMINAL_ACTIVE_POWER, PowerBackupTables.LOW_BATTERY_TIME,
                PowerBackupTables.AUDIBLE, PowerBackupTables.APC_MODEL, PowerBackupTables.APC_NAME, PowerBackupTables.APC_FIRMWARE,
                PowerBackupTables.APC_SERIAL);
    }

    @Override
    public List<Table> tables() {
        return List.of(PowerBackupTables.APC_OUTLETS);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(PowerBackup section, Mib mib) {
        PowerBackupTables.text(mib, PowerBackupTables.NAME, PowerBackupTables.APC_NAME).ifPresent(section::setName);
        PowerBackupTables.text(mib, PowerBackupTables.APC_MODEL, PowerBackupTables.MODEL).ifPresent(section::setModel);
        mib.text(PowerBackupTables.APC_SERIAL).ifPresent(section::setSerialNumber);
        PowerBackupTables.text(mib, PowerBackupTables.APC_FIRMWARE, PowerBackupTables.FIRMWARE).ifPresent(section::setFirmwareVersion);
        mib.integer(PowerBackupTables.NOMINAL_OUTPUT_VOLTAGE).ifPresent(section::setNominalOutputVoltage);
        mib.integer(PowerBackupTables.NOMINAL_POWER).ifPresent(section::setNominalPower);
        mib.integer(PowerBackupTables.NOMINAL_ACTIVE_POWER).ifPresent(section::setNominalActivePower);
        mib.integer(PowerBackupTables.LOW_BATTERY_TIME).ifPresent(section::setLowBatteryTime);
        mib.number(PowerBackupTables.AUDIBLE).map(AUDIBLE::of).ifPresent(section::setAudibleAlarm);
        for (Row row : mib.rows(PowerBackupTables.APC_OUTLETS)) {
            Outlet outlet = NetworkFactory.eINSTANCE.createOutlet();
            outlet.setName(String.valueOf(row.number()));
            row.text(2).ifPresent(outlet::setDescription);
            section.getOutlets().add(outlet);
        }
    }
}
