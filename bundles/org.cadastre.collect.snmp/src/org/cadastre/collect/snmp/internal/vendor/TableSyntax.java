package org.cadastre.collect.snmp.internal.vendor;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cadastre.collect.snmp.internal.vendor.SensorSource.Place;

/** What the lines of the table mean that name tables with their columns. All methods throw IllegalArgumentException saying what is wrong. */
final class TableSyntax {

    private TableSyntax() {
    }

    static MemberSource members(String line) {
        Tokens tokens = new Tokens(line);
        if (tokens.take(LineSyntax.ENTITY)) {
            end(tokens);
            return new MemberSource.Entity();
        }
        String entry = LineSyntax.oid(tokens);
        Optional<String> name = Optional.empty();
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        for (Map.Entry<String, String> column : assignments(tokens).entrySet()) {
            String oid = LineSyntax.oid(entry + "." + column.getValue());
            switch (column.getKey()) {
                case "name" -> name = Optional.of(oid);
                case "serial" -> facts.put(Fact.SERIAL, oid);
                case "model" -> facts.put(Fact.MODEL, oid);
                case "firmware" -> facts.put(Fact.FIRMWARE, oid);
                default -> throw new IllegalArgumentException("\"%s\" is none of name, serial, model, firmware".formatted(column.getKey()));
            }
        }
        if (!facts.containsKey(Fact.SERIAL) && !facts.containsKey(Fact.MODEL)) {
            throw new IllegalArgumentException("members need a column serial=... or model=...");
        }
        return new MemberSource.Table(name, facts);
    }

    static SensorSource sensors(String line) {
        Tokens tokens = new Tokens(line);
        String word = tokens.word().orElse("");
        SensorKind kind = Stream.of(SensorKind.values()).filter(known -> known.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"%s\" is none of %s".formatted(word,
                        Stream.of(SensorKind.values()).map(SensorKind::word).collect(Collectors.joining(", ")))));
        Map<String, String> parts = assignments(tokens);
        Optional<Place> value = Optional.ofNullable(parts.remove("value")).map(TableSyntax::place);
        Optional<Place> state = Optional.ofNullable(parts.remove("state")).map(TableSyntax::place);
        Optional<Place> name = Optional.ofNullable(parts.remove("name")).map(text -> LineSyntax.OID.matcher(text).matches() ? place(text) : new SensorSource.Word(text));
        Optional<SensorSource.Choice> choice = choice(Optional.ofNullable(parts.remove("where")), Optional.ofNullable(parts.remove("is")));
        Map<String, String> states = states(Optional.ofNullable(parts.remove("states")).orElse(""));
        double scale = number(parts, "scale", 1);
        double least = number(parts, "least", -1e12);
        double most = number(parts, "most", 1e12);
        if (!parts.isEmpty()) {
            throw new IllegalArgumentException("\"%s\" is none of value, name, state, states, where, is, scale, least, most".formatted(parts.keySet().iterator().next()));
        }
        if (value.isEmpty() && state.isEmpty()) {
            throw new IllegalArgumentException("sensors need value=... or state=...");
        }
        return new SensorSource(kind, value, name, state, states, choice, scale, least, most);
    }

    /** The instance of a scalar ends in 0; a column never does (RFC 2578, 7.7 and 7.1.12). */
    private static Place place(String oid) {
        return LineSyntax.oid(oid).endsWith(".0") ? new SensorSource.Scalar(oid) : new SensorSource.Column(oid);
    }

    private static Optional<SensorSource.Choice> choice(Optional<String> where, Optional<String> is) {
        if (where.isPresent() != is.isPresent()) {
            throw new IllegalArgumentException("where=... and is=... belong together");
        }
        return where.map(column -> new SensorSource.Choice(LineSyntax.oid(column), pattern(is.orElseThrow())));
    }

    private static Pattern pattern(String text) {
        return new Tokens("/" + text.replace("/", "\\/") + "/").pattern().orElseThrow();
    }

    /** "1 normal, 2 warning": the number and the word for it. */
    private static Map<String, String> states(String text) {
        Map<String, String> states = new HashMap<>();
        for (String state : text.isBlank() ? new String[0] : text.split(",")) {
            String[] parts = state.strip().split("\\s+", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("\"%s\" is not a number and the word for it".formatted(state.strip()));
            }
            states.put(parts[0], parts[1]);
        }
        return Map.copyOf(states);
    }

    private static double number(Map<String, String> parts, String key, double otherwise) {
        String text = parts.remove(key);
        try {
            return text == null ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("\"%s\" is not a number".formatted(text), wrong);
        }
    }

    /** "key=value key=value" to the end of the line. */
    private static Map<String, String> assignments(Tokens tokens) {
        Map<String, String> parts = new LinkedHashMap<>();
        while (!tokens.atEnd()) {
            String here = tokens.here();
            Optional<String> key = tokens.word();
            if (key.isEmpty() || !tokens.take("=")) {
                throw new IllegalArgumentException("%s is not key=value".formatted(here));
            }
            Optional<String> value = tokens.text().or(tokens::word);
            if (parts.put(key.get(), value.orElseThrow(() -> new IllegalArgumentException("\"%s\" has no value".formatted(key.get())))) != null) {
                throw new IllegalArgumentException("\"%s\" comes twice".formatted(key.get()));
            }
        }
        return parts;
    }

    private static void end(Tokens tokens) {
        if (!tokens.atEnd()) {
            throw new IllegalArgumentException("%s is too much".formatted(tokens.here()));
        }
    }
}
