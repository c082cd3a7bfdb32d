package org.cadastre.collect.snmp.internal.vendor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.cadastre.collect.snmp.internal.vendor.Make.Member;

/** Where the units of a stack are told. */
sealed interface MemberSource {

    Stream<String> columns();

    List<Member> read(Evidence evidence);

    /** The chassis within ENTITY-MIB's stack. */
    record Entity() implements MemberSource {

        @Override
        public Stream<String> columns() {
            return Chassis.columns();
        }

        @Override
        public List<Member> read(Evidence evidence) {
            return evidence.chassis().members();
        }
    }

    /** The maker's own table: a row is a unit if it has a serial number or a model. */
    record Table(Optional<String> name, Map<Fact, String> facts) implements MemberSource {

        @Override
        public Stream<String> columns() {
            return Stream.concat(name.stream(), facts.values().stream());
        }

        @Override
        public List<Member> read(Evidence evidence) {
            Set<String> rows = new LinkedHashSet<>();
            facts.values().forEach(column -> rows.addAll(evidence.answers().column(column).keySet()));
            List<Member> members = new ArrayList<>();
            for (String row : rows) {
                Map<Fact, String> told = new EnumMap<>(Fact.class);
                facts.forEach((fact, column) -> cell(evidence, column, row).ifPresent(text -> told.put(fact, text)));
                if (told.containsKey(Fact.SERIAL) || told.containsKey(Fact.MODEL)) {
                    members.add(new Member(name.flatMap(column -> cell(evidence, column, row)).orElse(row), Optional.ofNullable(told.get(Fact.MODEL)),
                            Optional.ofNullable(told.get(Fact.SERIAL)), Optional.ofNullable(told.get(Fact.FIRMWARE))));
                }
            }
            return members;
        }

        private static Optional<String> cell(Evidence evidence, String column, String row) {
            return Optional.ofNullable(evidence.answers().column(column).get(row)).flatMap(Filler::unlessFiller);
        }
    }
}
