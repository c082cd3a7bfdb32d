package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers of the probe's "lines": path, tab, one line of the file; a path alone may not be read.
 *
 * @param byPath lines of each file, in order
 * @param denied paths that may not be read
 */
record FileLines(Map<String, List<String>> byPath, Set<String> denied) {

    static FileLines of(Optional<CommandOutput> output) {
        Map<String, List<String>> byPath = new LinkedHashMap<>();
        Set<String> denied = new LinkedHashSet<>();
        output.map(CommandOutput::lines).ifPresent(lines -> lines.forEach(line -> {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                byPath.computeIfAbsent(line.substring(0, tab), path -> new ArrayList<>()).add(line.substring(tab + 1));
            } else if (line.startsWith("/")) {
                denied.add(line);
            }
        }));
        return new FileLines(byPath, denied);
    }

    List<String> get(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    /** First line that is not blank. */
    Optional<String> first(String path) {
        return get(path).stream().map(String::strip).filter(line -> !line.isEmpty()).findFirst();
    }
}
