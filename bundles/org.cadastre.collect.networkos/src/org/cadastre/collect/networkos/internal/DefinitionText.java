package org.cadastre.collect.networkos.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cadastre.collect.networkos.internal.OperatingSystemDefinition.Blocks;
import org.cadastre.collect.networkos.internal.OperatingSystemDefinition.Facts;
import org.cadastre.collect.networkos.internal.OperatingSystemDefinition.Lines;

/** The lines of one definition in a table, each with its number, and what they mean. */
final class DefinitionText {

    private static final Set<String> LISTS = Set.of("volatile", "together", "secret");
    private static final Set<String> WITH_GROUP = Set.of("host name", "model", "serial number", "release", "secret");
    private static final Set<String> KEYS = Stream.concat(Stream.concat(LISTS.stream(), WITH_GROUP.stream()),
            Stream.of("vendor", "greeting", "version", "identified", "paging", "configuration", "blocks")).collect(Collectors.toUnmodifiableSet());

    private record Line(int number, String value) {
    }

    private final String source;
    private final int number;
    private final String name;
    private final Map<String, List<Line>> lines = new LinkedHashMap<>();

    /** @param number that of the line with the name */
    DefinitionText(String source, int number, String name) {
        this.source = source;
        this.number = number;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** @throws IllegalArgumentException when there is no such key, or one too many of it */
    void add(int line, String key, String value) {
        if (!KEYS.contains(key)) {
            throw wrong(line, "there is no key \"%s\"; there are %s".formatted(key, KEYS.stream().sorted().collect(Collectors.joining(", "))));
        }
        if (value.isEmpty()) {
            throw wrong(line, "\"%s\" has no value".formatted(key));
        }
        List<Line> same = lines.computeIfAbsent(key, none -> new ArrayList<>());
        if (!same.isEmpty() && !LISTS.contains(key)) {
            throw wrong(line, "\"%s\" is said already in line %d".formatted(key, same.getFirst().number()));
        }
        same.add(new Line(line, value));
    }

    /** @throws IllegalArgumentException with one line that says where and what is wrong */
    OperatingSystemDefinition definition() {
        return new OperatingSystemDefinition(name, needed("vendor"), pattern("greeting"), command("version"), patternNeeded("identified"),
                paging(), command("configuration"), blocks(),
                new Facts(pattern("host name"), pattern("model"), pattern("serial number"), pattern("release")),
                new Lines(patterns("volatile"), patterns("together"), patterns("secret")));
    }

    private Optional<Line> line(String key) {
        return lines.getOrDefault(key, List.of()).stream().findFirst();
    }

    private Line lineNeeded(String key) {
        return line(key).orElseThrow(() -> wrong(number, "[%s] has no line \"%s = ...\"".formatted(name, key)));
    }

    private String needed(String key) {
        return lineNeeded(key).value();
    }

    private String command(String key) {
        return readOnly(lineNeeded(key), ReadingCommands::refusal);
    }

    private Optional<String> paging() {
        return line("paging").map(line -> readOnly(line, ReadingCommands::refusalOfPaging));
    }

    private String readOnly(Line line, Function<String, Optional<String>> refusal) {
        refusal.apply(line.value()).ifPresent(reason -> {
            throw wrong(line.number(), reason);
        });
        return line.value();
    }

    private Blocks blocks() {
        return line("blocks").map(line -> Stream.of(Blocks.values()).filter(kind -> word(kind).equals(line.value())).findFirst()
                .orElseThrow(() -> wrong(line.number(), "\"%s\" is none of %s".formatted(line.value(),
                        Stream.of(Blocks.values()).map(DefinitionText::word).collect(Collectors.joining(", "))))))
                .orElse(Blocks.INDENTED);
    }

    private static String word(Blocks blocks) {
        return blocks.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Pattern patternNeeded(String key) {
        return compiled(key, lineNeeded(key));
    }

    private Optional<Pattern> pattern(String key) {
        return line(key).map(line -> compiled(key, line));
    }

    private List<Pattern> patterns(String key) {
        return lines.getOrDefault(key, List.of()).stream().map(line -> compiled(key, line)).toList();
    }

    private Pattern compiled(String key, Line line) {
        try {
            Pattern pattern = Pattern.compile(line.value(), Pattern.MULTILINE);
            if (WITH_GROUP.contains(key) && pattern.matcher("").groupCount() == 0) {
                throw wrong(line.number(), "\"%s\" needs a group in parentheses: %s".formatted(key, line.value()));
            }
            return pattern;
        } catch (PatternSyntaxException unreadable) {
            throw wrong(line.number(), "%s in the pattern %s".formatted(unreadable.getDescription(), line.value()));
        }
    }

    IllegalArgumentException wrong(int line, String what) {
        return new IllegalArgumentException("%s, line %d: %s".formatted(source, line, what));
    }
}
