package org.cadastre.collect.snmp.internal.vendor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cadastre.model.DeviceKind;

/** What the lines of the table mean that name sources. All methods throw IllegalArgumentException saying what is wrong. */
final class LineSyntax {

    /** The model's kinds of devices by their words, as people write them: "access point". */
    private static final Map<String, DeviceKind> KINDS = Stream.of(DeviceKind.values())
            .collect(Collectors.toMap(LineSyntax::word, kind -> kind, (one, other) -> one, LinkedHashMap::new));
    static final Pattern OID = Pattern.compile("[012](\\.\\d{1,10}){1,127}");
    static final String ENTITY = "entity";

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
            String name = tokens.wordsUntil("if");
            DeviceKind kind = KINDS.get(name);
            if (kind == null) {
                throw new IllegalArgumentException("\"%s\" is none of %s".formatted(name, String.join(", ", KINDS.keySet())));
            }
            rules.add(new KindRule(kind, tokens.take("if") ? Optional.of(source(Optional.empty(), tokens)) : Optional.empty()));
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

    /** An instance; the beginning may be left to the device's own sysObjectID. */
    private static String scalar(Tokens tokens) {
        String word = word(tokens);
        if (word.startsWith(Source.OBJECT_ID + ".")) {
            oid("1" + word.substring(Source.OBJECT_ID.length()));
            return word;
        }
        return oid(word);
    }

    static String oid(Tokens tokens) {
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
