package org.cadastre.collect.snmp.internal.section;

import java.util.List;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.network.InputLevel;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.PrinterLevels;
import org.cadastre.collect.snmp.network.SupplyLevel;

/** How full a printer's supplies are, and what it says. */
final class PrinterLevelsReader implements SectionReader<PrinterLevels> {

    @Override
    public PrinterLevels create() {
        return NetworkFactory.eINSTANCE.createPrinterLevels();
    }

    @Override
    public List<Table> tables() {
        return List.of(PrinterTables.INPUTS, PrinterTables.SUPPLIES, PrinterTables.MARKERS, PrinterTables.CONSOLE, PrinterTables.ALERTS);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(PrinterLevels section, Mib mib) {
        mib.rows(PrinterTables.MARKERS).stream().flatMap(row -> row.whole(4).stream()).filter(count -> count >= 0).reduce(Long::sum)
                .ifPresent(section::setPages);
        for (Row row : mib.rows(PrinterTables.SUPPLIES)) {
            SupplyLevel level = NetworkFactory.eINSTANCE.createSupplyLevel();
            level.setName(PrinterTables.supply(mib, row));
            PrinterTables.amount(row, 9).ifPresent(level::setLevel);
            section.getSupplies().add(level);
        }
        for (Row row : mib.rows(PrinterTables.INPUTS)) {
            InputLevel level = NetworkFactory.eINSTANCE.createInputLevel();
            level.setName(PrinterTables.input(row));
            PrinterTables.amount(row, 10).ifPresent(level::setLevel);
            section.getInputs().add(level);
        }
        mib.rows(PrinterTables.CONSOLE).forEach(row -> row.text(2).ifPresent(section.getMessages()::add));
        mib.rows(PrinterTables.ALERTS).forEach(row -> row.text(8).ifPresent(section.getMessages()::add));
    }
}
