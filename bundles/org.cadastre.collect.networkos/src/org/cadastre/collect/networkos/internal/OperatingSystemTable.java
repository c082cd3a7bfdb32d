package org.cadastre.collect.networkos.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.cadastre.collect.networkos.internal.OperatingSystemDefinition.Blocks;
import org.cadastre.collect.networkos.internal.OperatingSystemDefinition.Facts;

/**
 * Reads definitions of network operating systems from text: "[name]", below it lines "key = value", comments after "#". A key may
 * come more than once where it stands for a list.
 */
public final class OperatingSystemTable {

    private OperatingSystemTable() {
    }

    /** The definitions that come with Cadastre. */
    public static List<OperatingSystemDefinition> own() {
        try (InputStream table = OperatingSystemTable.class.getResourceAsStream("network-operating-systems.txt")) {
            return read(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalArgumentException with one line that says where and what */
    public static List<OperatingSystemDefinition> read(String text) {
        List<OperatingSystemDefinition> definitions = new ArrayList<>();
        String name = null;
        Map<String, List<String>> entries = new LinkedHashMap<>();
        int number = 0;
        for (String raw : (text + "\n[").lines().toList()) {
            String line = raw.strip();
            number++;
            int sign = line.indexOf('=');
            if (line.startsWith("[")) {
                if (name != null) {
                    definitions.add(definition(name, entries));
                }
                name = line.replaceAll("[\\[\\]]", "").strip();
                entries.clear();
            } else if (sign > 0 && name != null && !line.startsWith("#")) {
                entries.computeIfAbsent(line.substring(0, sign).strip(), key -> new ArrayList<>()).add(line.substring(sign + 1).strip());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw new IllegalArgumentException("line " + number + ": \"" + line + "\" is neither [name] nor key = value");
            }
        }
        return definitions;
    }

    private static OperatingSystemDefinition definition(String name, Map<String, List<String>> entries) {
        String version = one(name, entries, "version").orElseThrow(() -> missing(name, "version"));
        Pattern identified = pattern(name, entries, "identified").orElseThrow(() -> missing(name, "identified"));
        String configuration = one(name, entries, "configuration").orElseThrow(() -> missing(name, "configuration"));
        String vendor = one(name, entries, "vendor").orElseThrow(() -> missing(name, "vendor"));
        Blocks blocks = Blocks.valueOf(one(name, entries, "blocks").orElse("indented").toUpperCase(Locale.ROOT).replace('-', '_'));
        return new OperatingSystemDefinition(name, vendor, pattern(name, entries, "greeting"), version, identified, one(name, entries, "paging"),
                configuration, blocks, new Facts(pattern(name, entries, "host name"), pattern(name, entries, "model"),
                        pattern(name, entries, "serial number"), pattern(name, entries, "release")),
                patterns(name, entries, "volatile"), patterns(name, entries, "secret"));
    }

    private static Optional<String> one(String name, Map<String, List<String>> entries, String key) {
        return entries.getOrDefault(key, List.of()).stream().findFirst();
    }

    private static Optional<Pattern> pattern(String name, Map<String, List<String>> entries, String key) {
        return patterns(name, entries, key).stream().findFirst();
    }

    private static List<Pattern> patterns(String name, Map<String, List<String>> entries, String key) {
        return entries.getOrDefault(key, List.of()).stream().map(expression -> {
            try {
                return Pattern.compile(expression, Pattern.MULTILINE);
            } catch (PatternSyntaxException wrong) {
                throw new IllegalArgumentException("[" + name + "] " + key + ": " + wrong.getDescription() + " in " + expression, wrong);
            }
        }).toList();
    }

    private static IllegalArgumentException missing(String name, String key) {
        return new IllegalArgumentException("[" + name + "] has no line \"" + key + " = ...\"");
    }
}
