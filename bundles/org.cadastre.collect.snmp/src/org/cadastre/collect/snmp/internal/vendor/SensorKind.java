package org.cadastre.collect.snmp.internal.vendor;

import java.util.Locale;

/** What sensors measure, in the words of the section Sensors; a power supply or a disk only has a state. */
public enum SensorKind {
    TEMPERATURE("degrees Celsius"), FAN("1/min"), VOLTAGE("V"), POWER("W"), CURRENT("A"), HUMIDITY("%"), SUPPLY(""), DISK(""), SYSTEM("");

    private final String unit;

    SensorKind(String unit) {
        this.unit = unit;
    }

    /** Unit of the values; empty where there are none. */
    public String unit() {
        return unit;
    }

    /** The word for it in the table and in the model. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
