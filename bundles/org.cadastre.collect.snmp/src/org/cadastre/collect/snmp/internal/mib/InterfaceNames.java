package org.cadastre.collect.snmp.internal.mib;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.snmp4j.smi.OID;

/**
 * What the interfaces of a device are called: ifName, else ifDescr, with the ifIndex behind it where several have one name (IF-MIB,
 * RFC 2863). Other tables speak of them by ifIndex, by the number of the bridge's port (BRIDGE-MIB), or by a name.
 */
public final class InterfaceNames {

    public static final Table INTERFACES = Table.of("ifTable", "1.3.6.1.2.1.2.2.1", 2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 16, 19, 20);
    public static final Table EXTENSIONS = Table.of("ifXTable", "1.3.6.1.2.1.31.1.1.1", 1, 6, 10, 15, 18);
    public static final Table BRIDGE_PORTS = Table.of("dot1dBasePortTable", "1.3.6.1.2.1.17.1.4.1", 2);

    public static final int DESCRIPTION = 2;
    public static final int NAME = 1;
    private static final int ALIAS = 18;
    private static final int MAC = 6;

    private final Map<Integer, String> byNumber = new LinkedHashMap<>();
    private final Map<Integer, Integer> byBridgePort = new HashMap<>();
    private final Map<String, Optional<Integer>> byMark = new HashMap<>();

    private InterfaceNames(Mib mib) {
        Map<String, Integer> used = new HashMap<>();
        for (Row row : mib.rows(INTERFACES)) {
            name(mib, row).ifPresent(name -> used.merge(name, 1, Integer::sum));
        }
        for (Row row : mib.rows(INTERFACES)) {
            Optional<String> name = name(mib, row);
            byNumber.put(row.number(), name.filter(one -> used.get(one) == 1).orElseGet(() -> (name.orElse("") + " (" + row.number() + ")").strip()));
        }
        for (Row row : mib.rows(INTERFACES)) {
            row.text(DESCRIPTION).ifPresent(mark -> mark(mark, row.number()));
            row.mac(MAC).ifPresent(mark -> mark(mark, row.number()));
            extension(mib, row).flatMap(one -> one.text(ALIAS)).ifPresent(mark -> mark(mark, row.number()));
        }
        // A name that is told outright is worth more than a text that happens to be the same.
        byNumber.forEach((number, name) -> byMark.put(name.toLowerCase(Locale.ROOT), Optional.of(number)));
        bridgePorts(mib);
    }

    /** Of a device that has been read; made once. */
    public static InterfaceNames of(Mib mib) {
        return mib.names(InterfaceNames::new);
    }

    /** The same interfaces, with the bridge ports of a part of the device. */
    public InterfaceNames with(Mib context) {
        return new InterfaceNames(this, context);
    }

    private InterfaceNames(InterfaceNames all, Mib context) {
        byNumber.putAll(all.byNumber);
        byMark.putAll(all.byMark);
        byBridgePort.putAll(all.byBridgePort);
        bridgePorts(context);
    }

    private void bridgePorts(Mib mib) {
        mib.rows(BRIDGE_PORTS).forEach(row -> row.integer(2).ifPresent(number -> byBridgePort.put(row.number(), number)));
    }

    private static Optional<Row> extension(Mib mib, Row row) {
        return mib.row(EXTENSIONS, row.number());
    }

    private static Optional<String> name(Mib mib, Row row) {
        return extension(mib, row).flatMap(one -> one.text(NAME)).or(() -> row.text(DESCRIPTION)).map(name -> name.replace('\n', ' '));
    }

    private void mark(String mark, int number) {
        byMark.merge(mark.toLowerCase(Locale.ROOT), Optional.of(number), (one, other) -> one.equals(other) ? one : Optional.empty());
    }

    public boolean isKnown(int number) {
        return byNumber.containsKey(number);
    }

    /** Of an ifIndex; "interface 7" if the device speaks of one that it does not list. */
    public String of(long number) {
        return byNumber.getOrDefault((int) number, "interface " + number);
    }

    /** Of a bridge's port. Bridges that do not tell which interface a port is mostly number both alike. */
    public String ofBridgePort(int port) {
        Integer number = byBridgePort.get(port);
        if (number == null) {
            return byBridgePort.isEmpty() && isKnown(port) ? of(port) : "port " + port;
        }
        return of(number);
    }

    /** By name, description, alias or hardware address, if only one has it. */
    public Optional<String> of(String mark) {
        return byMark.getOrDefault(mark.toLowerCase(Locale.ROOT), Optional.empty()).map(number -> of(number.longValue()));
    }

    /** Of an object identifier that points to a row of the ifTable: ifIndex.N. */
    public Optional<String> ofPointer(OID pointer) {
        return pointer.size() > 1 && pointer.startsWith(INTERFACES.entry()) ? Optional.of(of(pointer.last())) : Optional.empty();
    }
}
