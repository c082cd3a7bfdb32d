package org.cadastre.collect.snmp.internal.mib;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.snmp4j.smi.OID;

/**
 * A table of a MIB, and the columns of it that are asked for.
 *
 * @param name as the MIB calls it
 * @param entry object identifier of its rows
 * @param unless another table with the same contents, newer: this one is asked only if that has no rows
 */
public record Table(String name, OID entry, List<Integer> columns, Optional<Table> unless) {

    public static Table of(String name, String entry, int... columns) {
        return new Table(name, new OID(entry), Arrays.stream(columns).boxed().toList(), Optional.empty());
    }

    public Table unless(Table newer) {
        return new Table(name, entry, columns, Optional.of(newer));
    }

    public OID column(int number) {
        return new OID(entry).append(number);
    }

    @Override
    public String toString() {
        return name + " " + entry + ".{" + columns.stream().map(String::valueOf).collect(Collectors.joining(",")) + "}";
    }
}
