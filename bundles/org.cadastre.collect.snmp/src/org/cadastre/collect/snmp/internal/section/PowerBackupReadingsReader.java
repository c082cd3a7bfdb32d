package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Words;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.PowerBackupReadings;
import org.snmp4j.smi.OID;

/** State of the battery and the mains. */
final class PowerBackupReadingsReader implements SectionReader<PowerBackupReadings> {

    private static final Words BATTERY = Words.of("unknown", "normal", "low", "depleted");
    private static final Words SOURCES = Words.of("other", "none", "normal", "bypass", "battery", "booster", "reducer");
    /** upsBasicOutputStatus of PowerNet-MIB, in the words of UPS-MIB. */
    private static final Map<Long, String> APC_SOURCES = Map.of(2L, "normal", 3L, "battery", 4L, "booster", 6L, "bypass", 7L, "none", 9L, "bypass",
            10L, "bypass", 12L, "reducer");
    /** upsWellKnownAlarms of UPS-MIB. */
    private static final OID WELL_KNOWN = new OID("1.3.6.1.2.1.33.1.6.3");
    private static final Words ALARMS = Words.of("batteryBad", "onBattery", "lowBattery", "depletedBattery", "tempBad", "inputBad", "outputBad",
            "outputOverload", "onBypass", "bypassBad", "outputOffAsRequested", "upsOffAsRequested", "chargerFailed", "upsOutputOff",
            "upsSystemOff", "fanFailure", "fuseFailure", "generalFault", "diagnosticTestFailed", "communicationsLost", "awaitingPower",
            "shutdownPending", "shutdownImminent", "testInProgress");
    private static final int TICKS = 100;

    @Override
    public PowerBackupReadings create() {
        return NetworkFactory.eINSTANCE.createPowerBackupReadings();
    }

    @Override
    public List<OID> scalars() {
        return List.of(PowerBackupTables.BATTERY_STATUS, PowerBackupTables.SECONDS_ON_BATTERY, PowerBackupTables.MINUTES_REMAINING,
                PowerBackupTables.CHARGE, PowerBackupTables.TEMPERATURE, PowerBackupTables.SOURCE, PowerBackupTables.APC_BATTERY_STATUS,
                PowerBackupTables.APC_TIME_ON_BATTERY, PowerBackupTables.APC_CHARGE, PowerBackupTables.APC_TEMPERATURE,
                PowerBackupTables.APC_REMAINING, PowerBackupTables.APC_INPUT_VOLTAGE, PowerBackupTables.APC_OUTPUT_STATUS,
                PowerBackupTables.APC_OUTPUT_VOLTAGE, PowerBackupTables.APC_LOAD);
    }

    @Override
    public List<Table> tables() {
        return List.of(PowerBackupTables.INPUTS, PowerBackupTables.OUTPUTS, PowerBackupTables.ALARMS);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(PowerBackupReadings section, Mib mib) {
        PowerBackupTables.integer(mib, PowerBackupTables.BATTERY_STATUS, PowerBackupTables.APC_BATTERY_STATUS).map(BATTERY::of)
                .ifPresent(section::setBatteryStatus);
        mib.number(PowerBackupTables.SECONDS_ON_BATTERY).or(() -> mib.number(PowerBackupTables.APC_TIME_ON_BATTERY).map(ticks -> ticks / TICKS))
                .ifPresent(section::setSecondsOnBattery);
        mib.integer(PowerBackupTables.MINUTES_REMAINING).or(() -> mib.number(PowerBackupTables.APC_REMAINING).map(ticks -> (int) (ticks / TICKS / 60)))
                .ifPresent(section::setRemainingTime);
        PowerBackupTables.integer(mib, PowerBackupTables.CHARGE, PowerBackupTables.APC_CHARGE).ifPresent(section::setCharge);
        PowerBackupTables.integer(mib, PowerBackupTables.TEMPERATURE, PowerBackupTables.APC_TEMPERATURE).ifPresent(section::setTemperature);
        mib.number(PowerBackupTables.SOURCE).map(SOURCES::of).or(() -> mib.number(PowerBackupTables.APC_OUTPUT_STATUS).map(APC_SOURCES::get))
                .ifPresent(section::setSource);
        first(mib, PowerBackupTables.INPUTS, 3).or(() -> mib.integer(PowerBackupTables.APC_INPUT_VOLTAGE)).ifPresent(section::setInputVoltage);
        first(mib, PowerBackupTables.OUTPUTS, 2).or(() -> mib.integer(PowerBackupTables.APC_OUTPUT_VOLTAGE)).ifPresent(section::setOutputVoltage);
        first(mib, PowerBackupTables.OUTPUTS, 5).or(() -> mib.integer(PowerBackupTables.APC_LOAD)).ifPresent(section::setLoad);
        mib.rows(PowerBackupTables.ALARMS).forEach(row -> row.oid(2).ifPresent(alarm -> section.getAlarms()
                .add(alarm.startsWith(WELL_KNOWN) ? ALARMS.of(alarm.last()) : alarm.toDottedString())));
    }

    private static Optional<Integer> first(Mib mib, Table table, int column) {
        return mib.rows(table).stream().flatMap(row -> row.integer(column).stream()).findFirst();
    }
}
