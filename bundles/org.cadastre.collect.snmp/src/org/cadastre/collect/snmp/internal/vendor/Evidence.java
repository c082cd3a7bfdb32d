package org.cadastre.collect.snmp.internal.vendor;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of one device while its make is being found. */
final class Evidence {

    /** Columns are looked at again and again, cell by cell. */
    private record Remembered(Answers answers, Map<String, Map<String, String>> columns) implements Answers {

        @Override
        public Optional<String> text(String oid) {
            return answers.text(oid);
        }

        @Override
        public Map<String, String> column(String oid) {
            return columns.computeIfAbsent(oid, answers::column);
        }
    }

    private final String sysObjectId;
    private final String sysDescr;
    private final Answers answers;
    private final Chassis chassis;
    private final Map<Fact, String> found = new EnumMap<>(Fact.class);

    Evidence(String sysObjectId, String sysDescr, Answers answers) {
        this.sysObjectId = sysObjectId;
        this.sysDescr = sysDescr;
        this.answers = new Remembered(answers, new HashMap<>());
        this.chassis = new Chassis(this.answers);
    }

    Answers answers() {
        return answers;
    }

    Chassis chassis() {
        return chassis;
    }

    void found(Fact fact, Optional<String> value) {
        value.ifPresent(text -> found.put(fact, text));
    }

    Optional<String> found(Fact fact) {
        return Optional.ofNullable(found.get(fact));
    }

    /** What stands there, best first. */
    Stream<String> texts(Source.Origin origin) {
        return switch (origin) {
            case Source.Scalar scalar -> answers.text(scalar.at(sysObjectId)).stream();
            case Source.Column(String oid) -> answers.column(oid).values().stream();
            case Source.Entity(Fact fact) -> chassis.values(fact);
            case Source.Description() -> Stream.of(sysDescr);
            case Source.Found(Fact fact) -> found(fact).stream();
            case Source.Literal(String value) -> Stream.of(value);
        };
    }
}
