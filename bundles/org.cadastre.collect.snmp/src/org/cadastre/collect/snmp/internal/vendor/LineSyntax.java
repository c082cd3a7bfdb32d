package org.cadastre.collect.snmp.internal.vendor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cadastre.collect.snmp.internal.vendor.SensorSource.Place;
import org.cadastre.model.DeviceKind;

/** What the right sides of the table's lines mean. All methods throw IllegalArgumentException saying what is wrong. */
final class LineSyntax {

    /** No device kind but these can be told over SNMP by its make. */
    private static final Map<String, DeviceKind> KINDS = Stream.of(DeviceKind.values())
            .collect(Collectors.toMap(LineSyntax::word, kind -> kind, (one, other) -> one, LinkedHashMap::new));
    private static final Pattern OID = Pattern.compile("[012](\\.\\d{1,10}){1,127}");
    private static final String ENTITY = "entity";

    private LineSyntax() {
    }

    /** @param fact that the line is about; none for a condition */
    static List<Source> sources(Optional<Fact> fact, String line) {
        Tokens tokens = new Tokens(line);
        List<Source> sources = new ArrayList<>();
        while (!tokens.atEnd()) {
            sources.add(source(fact, tokens));
            tokens.separator();
        }
        return sources;
    }

    /** "switch", or "switch if" and a source; several with commas between. */
    static List<KindRule> kinds(String line) {
        Tokens tokens = new Tokens(line);
        List<KindRule> rules = new ArrayList<>();
        while (!tokens.atEnd()) {
            StringBuilder words = new StringBuilder();
            boolean conditional = false;
            for (Optional<String> word = tokens.word(); word.isPresent() && !conditional; word = conditional ? word : tokens.word()) {
                conditional = word.get().equals("if");
                words.append(conditional ? "" : " " + word.get());
            }
            String name = words.toString().strip();
            DeviceKind kind = KINDS.get(name);
            if (kind == null) {
                throw new IllegalArgumentException("\"%s\" is none of %s".formatted(name, String.join(", ", KINDS.keySet())));
            }
            rules.add(new KindRule(kind, conditional ? Optional.of(source(Optional.empty(), tokens)) : Optional.empty()));
            tokens.separator();
        }
        return rules;
    }

    private static String word(DeviceKind kind) {
        return kind.getLiteral().replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static Source source(Optional<Fact> fact, Tokens tokens) {
        Optional<String> literal = tokens.text();
        if (literal.isPresent()) {
            return new Source(new Source.Literal(literal.get()), Optional.empty(), Optional.empty());
        }
        String here = tokens.here();
        String word = tokens.word().orElse("");
        Source.Origin origin = switch (word) {
            case "oid" -> new Source.Scalar(scalar(tokens));
            case "column" -> new Source.Column(oid(tokens));
            case "text" -> new Source.Description();
            case ENTITY -> new Source.Entity(fact.filter(wanted -> wanted.entityColumn() > 0)
                    .orElseThrow(() -> new IllegalArgumentException("ENTITY-MIB does not tell this")));
            default -> new Source.Found(Stream.of(Fact.values()).filter(known -> known.word().equals(word)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("%s is none of oid, column, text, entity, vendor, model, serial, firmware, system or a \"text\"".formatted(here))));
        };
        Optional<Pattern> pattern = tokens.pattern();
        return new Source(origin, pattern, pattern.isPresent() ? tokens.text() : Optional.empty());
    }

    static MemberSource members(String line) {
        Tokens tokens = new Tokens(line);
        if (tokens.take(ENTITY)) {
            end(tokens);
            return new MemberSource.Entity();
        }
        String entry = oid(tokens);
        Optional<String> name = Optional.empty();
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        for (Map.Entry<String, String> column : assignments(tokens).entrySet()) {
            String oid = oid(entry + "." + column.getValue());
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
        Optional<Place> value = Optional.ofNullable(parts.remove("value")).map(LineSyntax::place);
        Optional<Place> state = Optional.ofNullable(parts.remove("state")).map(LineSyntax::place);
        Optional<Place> name = Optional.ofNullable(parts.remove("name")).map(text -> OID.matcher(text).matches() ? place(text) : new SensorSource.Word(text));
        Optional<SensorSource.Choice> choice = Optional.ofNullable(parts.remove("where"))
                .map(column -> new SensorSource.Choice(oid(column), pattern(Optional.ofNullable(parts.remove("is")).orElse(""))));
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
        return oid(oid).endsWith(".0") ? new SensorSource.Scalar(oid) : new SensorSource.Column(oid);
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

    /** An instance; the beginning may be left to the device's own sysObjectID. */
    private static String scalar(Tokens tokens) {
        String word = word(tokens);
        if (word.startsWith(Source.OBJECT_ID + ".")) {
            oid("1" + word.substring(Source.OBJECT_ID.length()));
            return word;
        }
        return oid(word);
    }

    private static String oid(Tokens tokens) {
        return oid(word(tokens));
    }

    private static String word(Tokens tokens) {
        String here = tokens.here();
        return tokens.word().orElseThrow(() -> new IllegalArgumentException("%s stands where an object identifier belongs".formatted(here)));
    }

    static String oid(String text) {
        if (!OID.matcher(text).matches()) {
            throw new IllegalArgumentException("\"%s\" is not an object identifier, such as 1.3.6.1.4.1.9.1".formatted(text));
        }
        return text;
    }
}
