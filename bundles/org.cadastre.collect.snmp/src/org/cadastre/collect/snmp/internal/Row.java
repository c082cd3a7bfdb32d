package org.cadastre.collect.snmp.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** A row of a table: its index, and the cells that the agent gave. */
final class Row {

    private final int[] index;
    private final Map<Integer, Variable> cells = new HashMap<>();

    Row(int[] index) {
        this.index = index;
    }

    void put(int column, Variable value) {
        cells.put(column, value);
    }

    Index index() {
        return new Index(index);
    }

    /** The last part of the index, which for most tables is all of it. */
    int number() {
        return index[index.length - 1];
    }

    boolean has(int column) {
        return cells.containsKey(column);
    }

    Optional<Variable> cell(int column) {
        return Optional.ofNullable(cells.get(column));
    }

    Optional<String> text(int column) {
        return cell(column).flatMap(Values::text);
    }

    OptionalLong number(int column) {
        return cell(column).map(Values::number).orElse(OptionalLong.empty());
    }

    /** A number that fits, of a column that holds 32 bits. */
    Optional<Integer> integer(int column) {
        OptionalLong number = number(column);
        return number.isPresent() && number.getAsLong() == (int) number.getAsLong() ? Optional.of((int) number.getAsLong()) : Optional.empty();
    }

    Optional<Long> whole(int column) {
        OptionalLong number = number(column);
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    /** Whether an enumeration has a value. */
    boolean is(int column, int value) {
        OptionalLong number = number(column);
        return number.isPresent() && number.getAsLong() == value;
    }

    /** The name of an enumeration's value; its number where the names do not have it. */
    Optional<String> word(int column, Words words) {
        OptionalLong number = number(column);
        return number.isPresent() ? Optional.of(words.of(number.getAsLong())) : Optional.empty();
    }

    Optional<String> mac(int column) {
        return cell(column).flatMap(Values::mac);
    }

    Optional<String> address(int column) {
        return cell(column).flatMap(Values::address);
    }

    Optional<OID> oid(int column) {
        return cell(column).filter(OID.class::isInstance).map(OID.class::cast);
    }

    byte[] octets(int column) {
        return cell(column).map(value -> switch (value) {
            case OctetString octets -> octets.getValue();
            case IpAddress ip -> ip.toByteArray();
            default -> new byte[0];
        }).orElse(new byte[0]);
    }
}
