package org.cadastre.collect.snmp.internal.vendor;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.cadastre.collect.snmp.internal.vendor.Make.Reading;

/**
 * Where sensors of one kind are told.
 *
 * @param value where their values stand
 * @param name where their names stand, or the name itself; the kind and the index of the row where there is none
 * @param state where their states stand, as numbers or words
 * @param states the maker's word for each number; a number that is not there is told as it is
 * @param choice which rows are sensors of this kind, where a table holds several; all where there is none
 * @param scale what a value is multiplied with to be in the kind's unit
 * @param least smallest value, in that unit, that is one: makers say "none" with a value that cannot be
 * @param most largest value that is one
 */
record SensorSource(SensorKind kind, Optional<Place> value, Optional<Place> name, Optional<Place> state, Map<String, String> states,
        Optional<Choice> choice, double scale, double least, double most) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,9})?");

    /** A column, an instance, or a text. */
    sealed interface Place {
    }

    record Column(String oid) implements Place {
    }

    record Scalar(String oid) implements Place {
    }

    record Word(String text) implements Place {
    }

    /** Rows whose cell in a column holds a pattern. */
    record Choice(String column, Pattern pattern) {

        boolean holds(Evidence evidence, String row) {
            return Optional.ofNullable(evidence.answers().column(column).get(row)).flatMap(cell -> BoundedText.find(pattern, cell)).isPresent();
        }
    }

    Stream<Place> places() {
        return Stream.of(value, name, state, choice.map(chosen -> (Place) new Column(chosen.column()))).flatMap(Optional::stream);
    }

    Stream<Reading> read(Evidence evidence) {
        return rows(evidence).stream().filter(row -> choice.isEmpty() || choice.get().holds(evidence, row)).flatMap(row -> {
            OptionalDouble number = value.flatMap(place -> text(evidence, place, row)).map(this::number).orElse(OptionalDouble.empty());
            Optional<String> word = state.flatMap(place -> text(evidence, place, row)).map(text -> states.getOrDefault(text, text));
            String label = name.flatMap(place -> text(evidence, place, row)).flatMap(Filler::unlessFiller).orElseGet(() -> (kind.word() + " " + row).strip());
            return number.isPresent() || word.isPresent() ? Stream.of(new Reading(kind, label, number, word)) : Stream.empty();
        });
    }

    /** The indices; one empty index for what is no table. */
    private Set<String> rows(Evidence evidence) {
        Set<String> rows = new LinkedHashSet<>();
        Stream.of(value, state).flatMap(Optional::stream).forEach(place -> {
            if (place instanceof Column(String oid)) {
                rows.addAll(evidence.answers().column(oid).keySet());
            } else {
                rows.add("");
            }
        });
        return rows;
    }

    private static Optional<String> text(Evidence evidence, Place place, String row) {
        return switch (place) {
            case Column(String oid) -> Optional.ofNullable(evidence.answers().column(oid).get(row));
            case Scalar(String oid) -> evidence.answers().text(oid);
            case Word(String text) -> Optional.of(text);
        };
    }

    /** Agents also write values as text, with their unit behind. */
    private OptionalDouble number(String text) {
        Optional<String> digits = BoundedText.find(NUMBER, text);
        if (digits.isEmpty()) {
            return OptionalDouble.empty();
        }
        double number = Math.round(Double.parseDouble(digits.get()) * scale * 1000) / 1000.0;
        return number < least || number > most ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
