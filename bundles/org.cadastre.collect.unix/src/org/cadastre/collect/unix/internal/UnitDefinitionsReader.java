package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.collect.unix.operation.OperationFactory;
import org.cadastre.collect.unix.operation.UnitDefinition;
import org.cadastre.collect.unix.operation.UnitDefinitions;
import org.cadastre.collect.unix.operation.UnitOverride;

/** {@code systemctl show} of every unit file, and {@code sha256sum} of the files below the unit folders. */
public final class UnitDefinitionsReader implements SectionReader<UnitDefinitions> {

    private static final Pattern SUM = Pattern.compile("([0-9a-f]{64}) [ *]?(/.*)");
    /** One command of ExecStart: times and process ids of its last run follow behind the arguments. */
    private static final Pattern COMMAND = Pattern.compile("argv\\[\\]=(.*?) ; ignore_errors=");

    @Override
    public UnitDefinitions create() {
        return OperationFactory.eINSTANCE.createUnitDefinitions();
    }

    @Override
    public void read(UnitDefinitions section, Sources sources) {
        sources.first("units").ifPresent(output -> {
            Map<String, String> sums = sums(sources);
            Map<String, UnitDefinition> units = new TreeMap<>();
            for (Map<String, String> unit : UnitProperties.read(output)) {
                String file = unit.getOrDefault("FragmentPath", "");
                // What generators made of fstab and the like is told where it comes from.
                if (!file.startsWith("/run/")) {
                    units.putIfAbsent(unit.get("Id"), unit(unit, file, sums));
                }
            }
            section.getUnits().addAll(units.values());
        });
    }

    private static UnitDefinition unit(Map<String, String> values, String file, Map<String, String> sums) {
        UnitDefinition unit = OperationFactory.eINSTANCE.createUnitDefinition();
        unit.setName(values.get("Id"));
        unit.setFile(file.isEmpty() ? null : file);
        unit.setSha256(sum(file, sums));
        unit.setAccount(value(values, "User"));
        unit.setRestart(value(values, "Restart"));
        Matcher command = COMMAND.matcher(values.getOrDefault("ExecStart", ""));
        while (command.find()) {
            unit.getCommands().add(SecretMask.apply(command.group(1).strip()));
        }
        List<String> paths = new ArrayList<>(List.of(values.getOrDefault("DropInPaths", "").split("\\s+")));
        paths.stream().filter(path -> path.startsWith("/") && !path.startsWith("/run/")).distinct().forEach(path -> {
            UnitOverride override = OperationFactory.eINSTANCE.createUnitOverride();
            override.setPath(path);
            override.setSha256(sum(path, sums));
            unit.getOverrides().add(override);
        });
        return unit;
    }

    private static Map<String, String> sums(Sources sources) {
        Map<String, String> sums = new HashMap<>();
        sources.lookUp("unit-fingerprints").ifPresent(output -> output.lines().forEach(line -> {
            Matcher matcher = SUM.matcher(line);
            if (matcher.matches()) {
                sums.put(matcher.group(2), matcher.group(1));
            }
        }));
        return sums;
    }

    /** /lib is a link to /usr/lib on most hosts, and systemd names either. */
    private static String sum(String path, Map<String, String> sums) {
        String other = path.startsWith("/usr/lib/") ? path.substring(4) : "/usr" + path;
        return sums.getOrDefault(path, sums.get(other));
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }
}
