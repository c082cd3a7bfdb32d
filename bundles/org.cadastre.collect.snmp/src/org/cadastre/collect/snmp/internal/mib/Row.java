package org.cadastre.collect.snmp.internal.mib;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** A row of a table: its index, and the cells that the agent gave. */
public final class Row {

    private final int[] index;
    private final List<Integer> columns;
    private final Variable[] cells;

    public Row(int[] index, List<Integer> columns) {
        this.index = index;
        this.columns = columns;
        this.cells = new Variable[columns.size()];
    }

    public void put(int column, Variable value) {
        cells[columns.indexOf(column)] = value;
    }

    public Index index() {
        return new Index(index);
    }

    public int[] parts() {
        return index.clone();
    }

    /** The last part of the index, which for most tables is all of it. */
    public int number() {
        return index[index.length - 1];
    }

    public boolean has(int column) {
        return cell(column).isPresent();
    }

    public Optional<Variable> cell(int column) {
        int place = columns.indexOf(column);
        return place < 0 ? Optional.empty() : Optional.ofNullable(cells[place]);
    }

    public Optional<String> text(int column) {
        return cell(column).flatMap(Values::text);
    }

    public OptionalLong number(int column) {
        return cell(column).map(Values::number).orElse(OptionalLong.empty());
    }

    /** A number that fits, of a column that holds 32 bits. */
    public Optional<Integer> integer(int column) {
        OptionalLong number = number(column);
        return number.isPresent() && number.getAsLong() == (int) number.getAsLong() ? Optional.of((int) number.getAsLong()) : Optional.empty();
    }

    public Optional<Long> whole(int column) {
        OptionalLong number = number(column);
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    /** Whether an enumeration has a value. */
    public boolean is(int column, int value) {
        OptionalLong number = number(column);
        return number.isPresent() && number.getAsLong() == value;
    }

    /** The name of an enumeration's value; its number where the names do not have it. */
    public Optional<String> word(int column, Words words) {
        OptionalLong number = number(column);
        return number.isPresent() ? Optional.of(words.of(number.getAsLong())) : Optional.empty();
    }

    public Optional<String> mac(int column) {
        return cell(column).flatMap(Values::mac);
    }

    public Optional<String> address(int column) {
        return cell(column).flatMap(Values::address);
    }

    public Optional<OID> oid(int column) {
        return cell(column).filter(OID.class::isInstance).map(OID.class::cast);
    }

    /**
     * The IPv4 address that a table has both as a column and, from the place on, in its index. Some agents count their rows instead;
     * others do not tell such columns.
     */
    public String ipv4(int column, int place) {
        return index.length >= place + 4 ? indexFrom(place).ipv4() : address(column).orElseThrow(IndexOutOfBoundsException::new);
    }

    private Index indexFrom(int place) {
        return new Index(Arrays.copyOfRange(index, place, index.length));
    }

    public byte[] octets(int column) {
        return cell(column).map(value -> switch (value) {
            case OctetString octets -> octets.getValue();
            case IpAddress ip -> ip.toByteArray();
            default -> new byte[0];
        }).orElse(new byte[0]);
    }
}
