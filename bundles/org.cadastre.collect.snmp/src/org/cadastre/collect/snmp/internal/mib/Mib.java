package org.cadastre.collect.snmp.internal.mib;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

import org.cadastre.model.Coverage;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/**
 * Everything that one agent answered, by object identifier, and what went wrong with which table. Bounded: a device that says more
 * than its {@link Room} holds is not listened to any longer. Filled by several threads, read when they are done.
 */
public final class Mib {

    private static final long MOST_BYTES = 32L << 20;

    /** Why a table was not read well. */
    public record Trouble(Coverage coverage, String reason) {
    }

    private final NavigableMap<OID, Variable> values = new ConcurrentSkipListMap<>();
    private final Map<OID, Trouble> troubles = new ConcurrentHashMap<>();
    private final Map<String, Mib> contexts = new TreeMap<>();
    private final Map<Table, Map<OID, Row>> rows = new HashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final Room room;
    private InterfaceNames names;

    public Mib(Room room) {
        this.room = room;
    }

    /** @return false when it is too much */
    public boolean put(OID oid, Variable value) {
        if (!room.take() || bytes.addAndGet(value.getBERLength()) > MOST_BYTES) {
            return false;
        }
        values.put(oid, value);
        return true;
    }

    public boolean has(OID oid) {
        return values.containsKey(oid);
    }

    /** The first trouble of a table is the one that counts: the others follow from it. */
    public void trouble(OID asked, Coverage coverage, String reason) {
        troubles.putIfAbsent(asked, new Trouble(coverage, reason));
    }

    public Optional<Trouble> trouble(OID asked) {
        return Optional.ofNullable(troubles.get(asked));
    }

    /** What the agent says of another part of the device. */
    public Mib context(String name) {
        return contexts.computeIfAbsent(name, none -> new Mib(room));
    }

    public Map<String, Mib> contexts() {
        return contexts;
    }

    public InterfaceNames names(Function<Mib, InterfaceNames> first) {
        if (names == null) {
            names = first.apply(this);
        }
        return names;
    }

    public Optional<Variable> value(OID oid) {
        return Optional.ofNullable(values.get(oid));
    }

    public Optional<String> text(OID oid) {
        return value(oid).flatMap(Values::text);
    }

    public Optional<Long> number(OID oid) {
        OptionalLong number = value(oid).map(Values::number).orElse(OptionalLong.empty());
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    public Optional<Integer> integer(OID oid) {
        return number(oid).filter(number -> number == number.intValue()).map(Long::intValue);
    }

    /** All values below an object identifier. */
    public NavigableMap<OID, Variable> below(OID place) {
        return values.subMap(place, false, place.nextPeer(), false);
    }

    /** Whether there is anything of a table. */
    public boolean holds(Table table) {
        OID first = values.ceilingKey(table.entry());
        return first != null && first.startsWith(table.entry());
    }

    public boolean isEmpty(Table table) {
        return rows(table).isEmpty();
    }

    /** The rows of a table in the order of their indices. */
    public Collection<Row> rows(Table table) {
        return rows.computeIfAbsent(table, this::assemble).values();
    }

    public Optional<Row> row(Table table, int... index) {
        rows(table);
        return Optional.ofNullable(rows.get(table).get(new OID(index)));
    }

    /** Reads row by row. A row whose index does not fit the table is left out, and told. */
    public void each(Table table, Consumer<Row> reader) {
        for (Row row : rows(table)) {
            try {
                reader.accept(row);
            } catch (IndexOutOfBoundsException malformed) {
                trouble(table.entry(), Coverage.PARTIAL, "rows of " + table.name() + " whose index does not fit were left out");
            }
        }
    }

    private Map<OID, Row> assemble(Table table) {
        Map<OID, Row> assembled = new TreeMap<>();
        for (int column : table.columns()) {
            OID prefix = table.column(column);
            for (Map.Entry<OID, Variable> cell : below(prefix).entrySet()) {
                int[] index = Arrays.copyOfRange(cell.getKey().getValue(), prefix.size(), cell.getKey().size());
                assembled.computeIfAbsent(new OID(index), one -> new Row(index, table.columns())).put(column, cell.getValue());
            }
        }
        return assembled;
    }
}
