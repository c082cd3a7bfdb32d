package org.cadastre.collect.unix.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.StorageCondition;
import org.cadastre.model.host.StorageHealth;

/** smartctl(8), MegaCli, the state of md(4) arrays in sysfs, zpool-list(8), paths of multipath(8). */
public final class StorageHealthReader implements SectionReader<StorageHealth> {

    private static final Pattern ARRAY = Pattern.compile("/sys/block/([^/]+)/md/(array_state|degraded)");
    private static final Pattern SMART = Pattern.compile("(?:SMART overall-health self-assessment test result|SMART Health Status): (.+)");
    private static final Pattern MULTIPATH = Pattern.compile("(\\S+) (?:\\(\\S+\\) )?dm-\\d+ .*");

    @Override
    public StorageHealth create() {
        return HostFactory.eINSTANCE.createStorageHealth();
    }

    @Override
    public void read(StorageHealth section, Sources sources) {
        Map<List<String>, StorageCondition> conditions = new LinkedHashMap<>();
        if (sources.asked("smart").filter(CommandOutput::refused).isPresent()) {
            sources.denied("the health of disks needs root");
        } else {
            sources.extra("smart").ifPresent(output -> smart(output.lines(), conditions));
        }
        arrays(Values.of(sources.extra("md")), conditions);
        MegaRaid.arrays(sources.extra("megacli-arrays"))
                .forEach((array, state) -> put("raid", array.getName(), state, state.equals("Optimal"), conditions));
        MegaRaid.drives(sources.extra("megacli-drives")).forEach((drive, state) -> put("disk", drive.getName(), state,
                state.startsWith("Online") || state.startsWith("Hotspare") || state.startsWith("Unconfigured(good)") || state.equals("JBOD"),
                conditions));
        sources.extra("zpool").ifPresent(output -> output.lines().stream().map(line -> line.split("\t"))
                .filter(fields -> fields.length >= 3)
                .forEach(fields -> put("pool", fields[0], fields[2], fields[2].equals("ONLINE"), conditions)));
        sources.extra("multipath").ifPresent(output -> multipath(output.lines(), conditions));
        section.getConditions().addAll(conditions.values());
    }

    private static void smart(List<String> lines, Map<List<String>, StorageCondition> conditions) {
        String disk = "";
        for (String line : lines) {
            Matcher result = SMART.matcher(line.strip());
            if (line.startsWith("disk\t")) {
                disk = line.substring(line.lastIndexOf('/') + 1);
            } else if (result.matches() && !disk.isEmpty()) {
                put("disk", disk, result.group(1), result.group(1).equals("PASSED") || result.group(1).equals("OK"), conditions);
            }
        }
    }

    private static void arrays(Values values, Map<List<String>, StorageCondition> conditions) {
        Map<String, String> states = new LinkedHashMap<>();
        Map<String, String> degraded = new HashMap<>();
        values.byPath().forEach((path, value) -> {
            Matcher matcher = ARRAY.matcher(path);
            if (matcher.matches()) {
                (matcher.group(2).equals("degraded") ? degraded : states).put(matcher.group(1), value);
            }
        });
        states.forEach((name, state) -> {
            boolean whole = degraded.getOrDefault(name, "0").equals("0");
            put("raid", name, whole ? state : state + ", degraded", whole && !state.equals("inactive"), conditions);
        });
    }

    private static void multipath(List<String> lines, Map<List<String>, StorageCondition> conditions) {
        String name = "";
        for (String line : lines) {
            Matcher head = MULTIPATH.matcher(line);
            if (head.matches()) {
                name = head.group(1);
                put("multipath", name, "active", true, conditions);
            } else if (!name.isEmpty() && (line.contains(" failed ") || line.contains(" faulty "))) {
                put("multipath", name, "paths failed", false, conditions);
            }
        }
    }

    private static void put(String kind, String name, String status, boolean healthy, Map<List<String>, StorageCondition> conditions) {
        StorageCondition condition = HostFactory.eINSTANCE.createStorageCondition();
        condition.setKind(kind);
        condition.setName(name);
        condition.setStatus(status);
        condition.setHealthy(healthy);
        conditions.put(List.of(kind, name), condition);
    }
}
