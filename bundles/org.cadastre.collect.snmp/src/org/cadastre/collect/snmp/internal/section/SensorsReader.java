package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.vendor.Make;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Sensor;
import org.cadastre.model.host.Sensors;

/** Sensors (ENTITY-SENSOR-MIB, RFC 3433, and Cisco's of the same form; LM-SENSORS-MIB of net-snmp). */
final class SensorsReader implements SectionReader<Sensors> {

    private static final Table ENTITY = Table.of("entPhySensorTable", "1.3.6.1.2.1.99.1.1.1", 1, 2, 3, 4, 5);
    private static final Table CISCO = Table.of("entSensorValueTable", "1.3.6.1.4.1.9.9.91.1.1.1.1", 1, 2, 3, 4, 5);
    private static final Table LM_TEMPERATURE = Table.of("lmTempSensorsTable", "1.3.6.1.4.1.2021.13.16.2.1", 2, 3);
    private static final Table LM_FAN = Table.of("lmFanSensorsTable", "1.3.6.1.4.1.2021.13.16.3.1", 2, 3);
    private static final Table LM_VOLTAGE = Table.of("lmVoltSensorsTable", "1.3.6.1.4.1.2021.13.16.4.1", 2, 3);

    private static final int WORKS = 1;
    private static final int UNITS = 9;

    private record Kind(String name, String unit) {
    }

    private static final Map<Long, Kind> KINDS = Map.of(3L, new Kind("voltage", "V"), 4L, new Kind("voltage", "V"), 5L, new Kind("current", "A"),
            6L, new Kind("power", "W"), 7L, new Kind("frequency", "Hz"), 8L, new Kind("temperature", "degrees Celsius"),
            9L, new Kind("humidity", "%"), 10L, new Kind("fan", "1/min"), 14L, new Kind("power", "dBm"));

    private final Make make;

    SensorsReader(Make make) {
        this.make = make;
    }

    @Override
    public Sensors create() {
        return HostFactory.eINSTANCE.createSensors();
    }

    @Override
    public List<Table> tables() {
        return List.of(EntityTree.ENTITIES, ENTITY, CISCO, LM_TEMPERATURE, LM_FAN, LM_VOLTAGE);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(Sensors section, Mib mib) {
        EntityTree tree = EntityTree.of(mib);
        for (Table table : List.of(ENTITY, CISCO)) {
            for (Row row : mib.rows(table)) {
                Optional<Kind> kind = row.whole(1).map(KINDS::get);
                if (kind.isPresent() && row.is(5, WORKS) && row.number(4).isPresent()) {
                    int exponent = (row.integer(2).orElse(UNITS) - UNITS) * 3 - row.integer(3).orElse(0);
                    add(section, tree.name(row.number()), kind.get(), row.number(4).getAsLong() * Math.pow(10, exponent));
                }
            }
        }
        lmSensors(section, mib, LM_TEMPERATURE, KINDS.get(8L), 1000);
        lmSensors(section, mib, LM_FAN, KINDS.get(10L), 1);
        lmSensors(section, mib, LM_VOLTAGE, KINDS.get(4L), 1000);
        for (Make.Reading reading : make.sensors()) {
            Sensor sensor = HostFactory.eINSTANCE.createSensor();
            sensor.setName(reading.name());
            sensor.setKind(reading.kind().word());
            reading.value().ifPresent(sensor::setValue);
            if (reading.value().isPresent()) {
                sensor.setUnit(reading.unit());
            }
            reading.state().ifPresent(sensor::setState);
            section.getSensors().add(sensor);
        }
    }

    private static void lmSensors(Sensors section, Mib mib, Table table, Kind kind, double divisor) {
        mib.rows(table).forEach(row -> row.number(3).ifPresent(value -> add(section, row.text(2).orElse("sensor " + row.number()), kind, value / divisor)));
    }

    private static void add(Sensors section, String name, Kind kind, double value) {
        Sensor sensor = HostFactory.eINSTANCE.createSensor();
        sensor.setName(name);
        sensor.setKind(kind.name());
        sensor.setUnit(kind.unit());
        sensor.setValue(Math.rint(value * 1000) / 1000);
        section.getSensors().add(sensor);
    }
}
