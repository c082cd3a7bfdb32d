package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Output of {@code systemctl show}: blocks of NAME=value with an empty line between. Units that are not there, transient
 * ones, and aliases (the same Id again) are left out, and so are instances of templates that nobody enabled: those come
 * and go with logins, devices and connections.
 */
final class UnitProperties {

    private UnitProperties() {
    }

    static List<Map<String, String>> read(CommandOutput output) {
        Map<String, Map<String, String>> units = new java.util.LinkedHashMap<>();
        List<String> lines = new ArrayList<>(output.lines());
        lines.add("");
        Map<String, String> block = new HashMap<>();
        for (String line : lines) {
            int sign = line.indexOf('=');
            if (sign > 0) {
                // Some properties come several times: TimersCalendar for each line of the unit.
                block.merge(line.substring(0, sign), line.substring(sign + 1), (first, next) -> first + "; " + next);
            } else if (line.isBlank()) {
                String id = block.getOrDefault("Id", "");
                if (!id.isEmpty() && belongs(id, block)) {
                    units.putIfAbsent(id, block);
                }
                block = new HashMap<>();
            }
        }
        return List.copyOf(units.values());
    }

    private static boolean belongs(String id, Map<String, String> block) {
        String startup = block.getOrDefault("UnitFileState", "");
        return !"not-found".equals(block.get("LoadState")) && !"yes".equals(block.get("Transient"))
                && !startup.equals("transient") && (id.indexOf('@') < 0 || startup.startsWith("enabled"));
    }
}
