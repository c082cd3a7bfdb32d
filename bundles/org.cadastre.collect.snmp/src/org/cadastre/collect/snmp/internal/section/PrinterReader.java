package org.cadastre.collect.snmp.internal.section;

import java.util.List;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Words;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.Printer;
import org.cadastre.collect.snmp.network.PrinterInput;
import org.cadastre.collect.snmp.network.PrinterSupply;

/** A printer's parts. */
final class PrinterReader implements SectionReader<Printer> {

    /** PrtMarkerSuppliesTypeTC of IANA-PRINTER-MIB. */
    private static final Words TYPES = Words.of("other", "unknown", "toner", "wasteToner", "ink", "inkCartridge", "inkRibbon", "wasteInk", "drum",
            "developer", "fuserOil", "solidWax", "ribbonWax", "wasteWax", "fuser", "coronaWire", "fuserOilWick", "cleanerUnit",
            "fuserCleaningPad", "transferUnit", "tonerCartridge", "fuserOiler", "water", "wasteWater", "glueWaterAdditive", "wastePaper",
            "bindingSupply", "bandingSupply", "stitchingWire", "shrinkWrap", "paperWrap", "staples", "inserts", "covers");
    /** PrtMarkerSuppliesSupplyUnitTC. */
    private static final Words UNITS = Words.of("other", "unknown", "tenThousandthsOfInches", "micrometers", "", "", "impressions", "sheets", "", "",
            "hours", "thousandthsOfOunces", "tenthsOfGrams", "hundrethsOfFluidOunces", "tenthsOfMilliliters", "feet", "meters", "items", "percent");
    /** PrtInterpreterLangFamilyTC, the ones in use. */
    private static final Words LANGUAGES = Words.of("other", "", "PCL", "HPGL", "PJL", "PostScript", "IPDS", "PPDS", "Escape/P", "Epson", "DDIF",
            "Interpress", "ISO 6429", "line data", "MODCA", "REGIS", "SCS", "SPDL", "TEK4014", "PDS", "IGP", "CodeV", "DSC/DSE", "WPS", "LN03", "CCITT",
            "QUIC", "CPAP", "DecPPL", "simple text", "NPAP", "DOC", "imPress", "PinWriter", "NPDL", "NEC 201PL", "automatic", "pages", "LIPS", "TIFF",
            "diagnostic", "CaPSL", "EXCL", "LCDS", "XES", "PCLXL", "ART", "TIPSI", "Prescribe", "LinePrinter", "IDP", "XJCL", "PDF", "RPDL");

    @Override
    public Printer create() {
        return NetworkFactory.eINSTANCE.createPrinter();
    }

    @Override
    public List<Table> tables() {
        return List.of(PrinterTables.GENERAL, PrinterTables.INPUTS, PrinterTables.SUPPLIES, PrinterTables.COLORANTS, PrinterTables.LANGUAGES);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(Printer section, Mib mib) {
        mib.rows(PrinterTables.GENERAL).stream().findFirst().ifPresent(row -> {
            row.text(16).ifPresent(section::setName);
            row.text(17).ifPresent(section::setSerialNumber);
        });
        for (Row row : mib.rows(PrinterTables.INPUTS)) {
            PrinterInput input = NetworkFactory.eINSTANCE.createPrinterInput();
            input.setName(PrinterTables.input(row));
            row.text(18).ifPresent(input::setDescription);
            row.text(12).ifPresent(input::setMedium);
            PrinterTables.amount(row, 9).ifPresent(input::setCapacity);
            section.getInputs().add(input);
        }
        mib.each(PrinterTables.SUPPLIES, row -> {
            PrinterSupply supply = NetworkFactory.eINSTANCE.createPrinterSupply();
            supply.setName(PrinterTables.supply(mib, row));
            row.word(5, TYPES).ifPresent(supply::setType);
            row.word(7, UNITS).ifPresent(supply::setUnit);
            PrinterTables.amount(row, 8).ifPresent(supply::setCapacity);
            int device = row.index().nextInt();
            row.integer(3).flatMap(colorant -> mib.row(PrinterTables.COLORANTS, device, colorant)).flatMap(colorant -> colorant.text(4))
                    .ifPresent(supply::setColour);
            section.getSupplies().add(supply);
        });
        mib.rows(PrinterTables.LANGUAGES).stream().flatMap(row -> row.word(2, LANGUAGES).stream()).distinct().sorted()
                .forEach(section.getLanguages()::add);
    }
}
