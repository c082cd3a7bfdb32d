package org.cadastre.collect.snmp.internal.section;

import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;

/** Tables of printers (Printer-MIB, RFC 3805). */
final class PrinterTables {

    static final Table GENERAL = Table.of("prtGeneralTable", "1.3.6.1.2.1.43.5.1.1", 16, 17);
    static final Table INPUTS = Table.of("prtInputTable", "1.3.6.1.2.1.43.8.2.1", 9, 10, 12, 13, 18);
    static final Table MARKERS = Table.of("prtMarkerTable", "1.3.6.1.2.1.43.10.2.1", 4);
    static final Table SUPPLIES = Table.of("prtMarkerSuppliesTable", "1.3.6.1.2.1.43.11.1.1", 3, 5, 6, 7, 8, 9);
    static final Table COLORANTS = Table.of("prtMarkerColorantTable", "1.3.6.1.2.1.43.12.1.1", 4);
    static final Table LANGUAGES = Table.of("prtInterpreterTable", "1.3.6.1.2.1.43.15.1.1", 2, 5);
    static final Table CONSOLE = Table.of("prtConsoleDisplayBufferTable", "1.3.6.1.2.1.43.16.5.1", 2);
    static final Table ALERTS = Table.of("prtAlertTable", "1.3.6.1.2.1.43.18.1.1", 8);

    private PrinterTables() {
    }

    /** Levels and capacities below zero mean "other", "unknown" and "some" (RFC 3805, prtMarkerSuppliesLevel). */
    static Optional<Integer> amount(Row row, int column) {
        return row.integer(column).filter(value -> value >= 0);
    }

    static String input(Row row) {
        return row.text(13).or(() -> row.text(18)).orElse("tray " + row.number());
    }

    static String supply(Mib mib, Row row) {
        String name = row.text(6).orElse("supply " + row.number());
        long same = mib.rows(SUPPLIES).stream().filter(other -> other.text(6).equals(row.text(6))).count();
        return same > 1 ? name + " (" + row.number() + ")" : name;
    }
}
