package org.cadastre.collect.unix.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Sensor;
import org.cadastre.model.host.Sensors;

/** The kernel's hardware monitoring: /sys/class/hwmon (Linux, Documentation/hwmon/sysfs-interface), sysctl(8) of the BSDs. */
public final class SensorsReader implements SectionReader<Sensors> {

    private static final Pattern FILE = Pattern.compile("/sys/class/hwmon/(hwmon\\d+)/([a-z]+)(\\d+)_(input|average)");

    private static final Pattern SYSCTL = Pattern.compile("((?:dev|hw)\\.\\S+?)(?:: |=)(-?\\d+(?:\\.\\d+)?) ?(C|degC|RPM|VDC)\\b.*");

    /** What a kind of file tells, in which unit, and how many of its steps make one. */
    private record Quantity(String kind, String unit, double steps) {
    }

    private static final Map<String, Quantity> QUANTITIES = Map.of("temp", new Quantity("temperature", "degrees Celsius", 1000), "fan",
            new Quantity("fan", "1/min", 1), "in", new Quantity("voltage", "V", 1000), "power", new Quantity("power", "W", 1_000_000),
            "curr", new Quantity("current", "A", 1000), "humidity", new Quantity("humidity", "%", 1000));

    @Override
    public Sensors create() {
        return HostFactory.eINSTANCE.createSensors();
    }

    @Override
    public void read(Sensors section, Sources sources) {
        sources.extra("sysctl-sensors").ifPresent(output -> bsd(output, section));
        if (sources.asked("sensors").isEmpty()) {
            return;
        }
        Values values = Values.of(sources.first("sensors"));
        Map<String, Sensor> found = new TreeMap<>();
        Map<String, Integer> names = new HashMap<>();
        values.byPath().forEach((path, value) -> {
            Matcher file = FILE.matcher(path);
            if (file.matches() && QUANTITIES.containsKey(file.group(2))) {
                Quantity quantity = QUANTITIES.get(file.group(2));
                String folder = "/sys/class/hwmon/" + file.group(1) + "/";
                String name = values.get(folder + "name").orElse(file.group(1)) + " "
                        + values.get(folder + file.group(2) + file.group(3) + "_label").orElse(file.group(2) + file.group(3));
                int count = names.merge(name, 1, Integer::sum);
                Numbers.decimal(value).ifPresent(number -> found.put(path,
                        sensor(count == 1 ? name : name + " (" + count + ")", quantity, number / quantity.steps())));
            }
        });
        section.getSensors().addAll(found.values());
    }

    /** dev.cpu.0.temperature: 43.0C (FreeBSD), hw.sensors.cpu0.temp0=45.00 degC (Core 0) (OpenBSD). */
    private static void bsd(CommandOutput output, Sensors section) {
        output.lines().stream().map(SYSCTL::matcher).filter(Matcher::matches)
                .forEach(found -> Numbers.decimal(found.group(2)).ifPresent(number -> {
                    Quantity quantity = found.group(3).equals("RPM") ? QUANTITIES.get("fan") : found.group(3).equals("VDC")
                            ? QUANTITIES.get("in") : QUANTITIES.get("temp");
                    if (section.getSensors().stream().noneMatch(known -> known.getName().equals(found.group(1)))) {
                        section.getSensors().add(sensor(found.group(1), quantity, number));
                    }
                }));
    }

    private static Sensor sensor(String name, Quantity quantity, double value) {
        Sensor sensor = HostFactory.eINSTANCE.createSensor();
        sensor.setName(name);
        sensor.setKind(quantity.kind());
        sensor.setUnit(quantity.unit());
        sensor.setValue(value);
        return sensor;
    }
}
