package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.snmp4j.smi.OID;

/** Values of power supplies with a battery: UPS-MIB (RFC 1628), else PowerNet-MIB of APC. */
final class PowerBackupTables {

    private static final String UPS = "1.3.6.1.2.1.33.1.";
    private static final String APC = "1.3.6.1.4.1.318.1.1.1.";

    static final OID NAME = ups("1.5.0");
    static final OID MODEL = ups("1.2.0");
    static final OID FIRMWARE = ups("1.3.0");
    static final OID BATTERY_STATUS = ups("2.1.0");
    static final OID SECONDS_ON_BATTERY = ups("2.2.0");
    static final OID MINUTES_REMAINING = ups("2.3.0");
    static final OID CHARGE = ups("2.4.0");
    static final OID TEMPERATURE = ups("2.7.0");
    static final OID SOURCE = ups("4.1.0");
    static final OID NOMINAL_OUTPUT_VOLTAGE = ups("9.3.0");
    static final OID NOMINAL_POWER = ups("9.5.0");
    static final OID NOMINAL_ACTIVE_POWER = ups("9.6.0");
    static final OID LOW_BATTERY_TIME = ups("9.7.0");
    static final OID AUDIBLE = ups("9.8.0");

    static final OID APC_MODEL = apc("1.1.1.0");
    static final OID APC_NAME = apc("1.1.2.0");
    static final OID APC_FIRMWARE = apc("1.2.1.0");
    static final OID APC_SERIAL = apc("1.2.3.0");
    static final OID APC_BATTERY_STATUS = apc("2.1.1.0");
    static final OID APC_TIME_ON_BATTERY = apc("2.1.2.0");
    static final OID APC_CHARGE = apc("2.2.1.0");
    static final OID APC_TEMPERATURE = apc("2.2.2.0");
    static final OID APC_REMAINING = apc("2.2.3.0");
    static final OID APC_INPUT_VOLTAGE = apc("3.2.1.0");
    static final OID APC_OUTPUT_STATUS = apc("4.1.1.0");
    static final OID APC_OUTPUT_VOLTAGE = apc("4.2.1.0");
    static final OID APC_LOAD = apc("4.2.3.0");

    static final Table INPUTS = Table.of("upsInputTable", "1.3.6.1.2.1.33.1.3.3.1", 3);
    static final Table OUTPUTS = Table.of("upsOutputTable", "1.3.6.1.2.1.33.1.4.4.1", 2, 5);
    static final Table ALARMS = Table.of("upsAlarmTable", "1.3.6.1.2.1.33.1.6.2.1", 2);
    static final Table APC_OUTLETS = Table.of("rPDUOutletControlTable", "1.3.6.1.4.1.318.1.1.12.3.3.1.1", 2);

    private PowerBackupTables() {
    }

    private static OID ups(String rest) {
        return new OID(UPS + rest);
    }

    private static OID apc(String rest) {
        return new OID(APC + rest);
    }

    static Optional<String> text(Mib mib, OID... places) {
        return List.of(places).stream().map(mib::text).flatMap(Optional::stream).findFirst();
    }

    static Optional<Integer> integer(Mib mib, OID... places) {
        return List.of(places).stream().map(mib::integer).flatMap(Optional::stream).findFirst();
    }
}
