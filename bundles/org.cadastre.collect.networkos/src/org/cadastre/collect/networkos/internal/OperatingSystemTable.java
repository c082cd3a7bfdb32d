package org.cadastre.collect.networkos.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads definitions of network operating systems from text: "[name]", below it lines "key = value", comments after "#" at the
 * beginning of a line. A key that stands for a list may come more than once.
 */
final class OperatingSystemTable {

    private OperatingSystemTable() {
    }

    /**
     * @param source where the text comes from, for messages
     * @throws IllegalArgumentException with one line that says where and what
     */
    static List<OperatingSystemDefinition> read(String source, String text) {
        List<DefinitionText> texts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            int sign = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]") && line.length() > 2) {
                DefinitionText definition = new DefinitionText(source, number, line.substring(1, line.length() - 1).strip());
                if (!names.add(definition.name())) {
                    throw definition.wrong(number, "[%s] is there already".formatted(definition.name()));
                }
                texts.add(definition);
            } else if (sign > 0 && !texts.isEmpty() && !line.startsWith("#")) {
                texts.getLast().add(number, line.substring(0, sign).strip(), line.substring(sign + 1).strip());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw new IllegalArgumentException("%s, line %d: \"%s\" is neither [name] nor, below a name, key = value".formatted(source, number, line));
            }
        }
        return texts.stream().map(DefinitionText::definition).toList();
    }
}
