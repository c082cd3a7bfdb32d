package org.cadastre.collect.snmp.internal.vendor;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of one device while its make is being found. */
final class Evidence {

    private final String sysDescr;
    private final Answers answers;
    private final Chassis chassis;
    private final Map<Fact, String> found = new EnumMap<>(Fact.class);

    Evidence(String sysDescr, Answers answers) {
        this.sysDescr = sysDescr;
        this.answers = answers;
        this.chassis = new Chassis(answers);
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
            case Source.Scalar(String oid) -> answers.text(oid).stream();
            case Source.Column(String oid) -> answers.column(oid).values().stream();
            case Source.Entity(Fact fact) -> chassis.values(fact);
            case Source.Description() -> Stream.of(sysDescr);
            case Source.Found(Fact fact) -> found(fact).stream();
            case Source.Literal(String value) -> Stream.of(value);
        };
    }
}
