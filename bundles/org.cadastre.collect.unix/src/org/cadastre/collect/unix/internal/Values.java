package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers of the probe's "values": one line a file, path and content with a tab between; a path alone may not be read.
 *
 * @param byPath contents, stripped, the last one where a path comes twice
 * @param denied paths that may not be read
 */
record Values(Map<String, String> byPath, Set<String> denied) {

    static Values of(Optional<CommandOutput> output) {
        Map<String, String> byPath = new LinkedHashMap<>();
        Set<String> denied = new LinkedHashSet<>();
        output.map(CommandOutput::lines).ifPresent(lines -> lines.forEach(line -> {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                byPath.put(line.substring(0, tab), line.substring(tab + 1).strip());
            } else if (line.startsWith("/")) {
                denied.add(line);
            }
        }));
        return new Values(byPath, denied);
    }

    /** A content that says something. */
    Optional<String> get(String path) {
        return Optional.ofNullable(byPath.get(path)).filter(value -> !value.isEmpty());
    }
}
