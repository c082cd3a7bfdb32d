package org.cadastre.collect.snmp.internal.vendor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.cadastre.collect.snmp.internal.vendor.Make.Member;

/** The chassis that ENTITY-MIB's entPhysicalTable (RFC 6933) tells of. */
final class Chassis {

    /** Columns of entPhysicalTable: entPhysicalContainedIn, entPhysicalClass, entPhysicalName and those of the facts. */
    private static final String ENTRY = "1.3.6.1.2.1.47.1.1.1.1.";
    private static final String CONTAINED_IN = ENTRY + 4;
    private static final String CLASS = ENTRY + 5;
    private static final String NAME = ENTRY + 7;
    private static final String FIRMWARE = ENTRY + 9;
    private static final String CHASSIS = "3";
    private static final String STACK = "11";
    private static final String NOWHERE = "0";

    private final Answers answers;

    Chassis(Answers answers) {
        this.answers = answers;
    }

    static Stream<String> columns() {
        return Stream.concat(Stream.of(CONTAINED_IN, CLASS, NAME, FIRMWARE),
                Stream.of(Fact.values()).filter(fact -> fact.entityColumn() > 0).map(fact -> ENTRY + fact.entityColumn()));
    }

    /**
     * The value of the first chassis with a serial number or a model, in the order of the indices, then that of the stack. Where
     * there is neither, that of what contains everything.
     */
    Stream<String> values(Fact fact) {
        Stream<String> chassis = all(CHASSIS).stream().filter(index -> value(Fact.SERIAL, index).or(() -> value(Fact.MODEL, index)).isPresent()).limit(1);
        List<String> told = Stream.concat(chassis, all(STACK).stream()).toList();
        Stream<String> outermost = answers.column(CONTAINED_IN).entrySet().stream().filter(cell -> cell.getValue().equals(NOWHERE)).map(Map.Entry::getKey);
        return (told.isEmpty() ? outermost : told.stream()).flatMap(index -> value(fact, index).stream());
    }

    /** The chassis that a stack contains; none where the device does not tell of a stack. */
    List<Member> members() {
        List<String> stacks = all(STACK);
        Map<String, String> containers = answers.column(CONTAINED_IN);
        List<Member> members = new ArrayList<>();
        for (String index : all(CHASSIS)) {
            Optional<String> serial = value(Fact.SERIAL, index);
            Optional<String> model = value(Fact.MODEL, index);
            if (stacks.contains(containers.getOrDefault(index, NOWHERE)) && (serial.isPresent() || model.isPresent())) {
                String name = Optional.ofNullable(answers.column(NAME).get(index)).flatMap(Filler::unlessFiller).orElse(index);
                members.add(new Member(name, model, serial, value(Fact.FIRMWARE, index)));
            }
        }
        return members;
    }

    private List<String> all(String type) {
        return answers.column(CLASS).entrySet().stream().filter(cell -> cell.getValue().equals(type)).map(Map.Entry::getKey).toList();
    }

    private Optional<String> value(Fact fact, String index) {
        if (fact.entityColumn() == 0) {
            return Optional.empty();
        }
        Optional<String> value = cell(ENTRY + fact.entityColumn(), index);
        return fact == Fact.FIRMWARE ? value.or(() -> cell(FIRMWARE, index)) : value;
    }

    private Optional<String> cell(String column, String index) {
        return Optional.ofNullable(answers.column(column).get(index)).flatMap(Filler::unlessFiller);
    }
}
