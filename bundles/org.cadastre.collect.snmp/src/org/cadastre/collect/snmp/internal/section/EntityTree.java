package org.cadastre.collect.snmp.internal.section;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;

/** The parts of a device and what they are called (ENTITY-MIB, RFC 6933). */
final class EntityTree {

    static final Table ENTITIES = Table.of("entPhysicalTable", "1.3.6.1.2.1.47.1.1.1.1", 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16);

    static final int CHASSIS = 3;
    static final int STACK = 11;

    private final Mib mib;
    private final Map<Integer, String> names = new HashMap<>();

    private EntityTree(Mib mib) {
        this.mib = mib;
        Map<String, Integer> used = new HashMap<>();
        mib.rows(ENTITIES).forEach(row -> used.merge(label(row), 1, Integer::sum));
        mib.rows(ENTITIES).forEach(row -> names.put(row.number(),
                used.get(label(row)) == 1 && !label(row).isEmpty() ? label(row) : (label(row) + " (" + row.number() + ")").strip()));
    }

    static EntityTree of(Mib mib) {
        return new EntityTree(mib);
    }

    private static String label(Row row) {
        return row.text(7).or(() -> row.text(2)).orElse("").replace('\n', ' ');
    }

    Iterable<Row> parts() {
        return mib.rows(ENTITIES);
    }

    String name(int number) {
        return names.getOrDefault(number, "component " + number);
    }

    boolean isKnown(int number) {
        return names.containsKey(number);
    }

    /** The chassis of the device: of a stack the first member's. */
    Optional<Row> chassis() {
        return mib.rows(ENTITIES).stream().filter(row -> row.is(5, CHASSIS)).findFirst();
    }

    /** The chassis of a stack's members, in their order; of a device that is no stack its only one. */
    List<Row> members() {
        return mib.rows(ENTITIES).stream().filter(row -> row.is(5, CHASSIS)).toList();
    }
}
