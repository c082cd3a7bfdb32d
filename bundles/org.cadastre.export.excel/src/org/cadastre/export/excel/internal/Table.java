package org.cadastre.export.excel.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.cadastre.export.excel.internal.Styles.Format;
import org.cadastre.export.excel.internal.Styles.Look;

/**
 * A table of a workbook: a frozen header, filters, and rows that are written out as they come. Where one sheet cannot hold
 * all rows, it goes on in "NAME (2)", with the same header.
 */
public final class Table {

    private static final int NARROWEST = 8;
    private static final int WIDEST = 60;
    private static final int WIDEST_WRAPPED = 45;
    /** The button of the filter covers that much of a header. */
    private static final int FILTER_BUTTON = 3;

    private final Book book;
    private final String wantedName;
    private final List<Column> columns;
    private final Look[] looks;
    private final int[] widths;
    private final List<SXSSFSheet> sheets = new ArrayList<>();
    private int nextRow;
    private long rows;

    Table(Book book, String wantedName, List<Column> columns) {
        this.book = book;
        this.wantedName = wantedName;
        this.columns = List.copyOf(columns);
        this.looks = columns.stream().map(Table::look).toArray(Look[]::new);
        this.widths = columns.stream().mapToInt(column -> Math.min(WIDEST, column.title().length() + FILTER_BUTTON)).toArray();
        startSheet();
    }

    public void add(List<?> values) {
        add(values, Tint.NONE);
    }

    /**
     * Adds a row.
     *
     * @param values one for each column: text, number, boolean, {@link Instant}, or null for an empty cell
     * @param tint colour of the row's tinted columns
     */
    public void add(List<?> values, Tint tint) {
        if (nextRow == book.rowLimit()) {
            startSheet();
        }
        SXSSFRow row = sheets.getLast().createRow(nextRow++);
        rows++;
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            Column column = columns.get(i);
            Tint cellTint = column.tinted() ? tint : Tint.NONE;
            if (value != null || cellTint != Tint.NONE) {
                int width = book.cells().write(row.createCell(i), value, looks[i].with(cellTint));
                widths[i] = Math.max(widths[i], Math.min(column.wrapped() ? WIDEST_WRAPPED : WIDEST, width));
            }
        }
    }

    /** Rows so far, over all sheets, without headers. */
    public long rows() {
        return rows;
    }

    /** Name of the first sheet. */
    public String name() {
        return sheets.getFirst().getSheetName();
    }

    /** The sheets after the first one, for people; empty if all rows are on the first. */
    public String continuation() {
        return sheets.stream().skip(1).map(SXSSFSheet::getSheetName).collect(Collectors.joining(", "));
    }

    List<SXSSFSheet> sheets() {
        return sheets;
    }

    /** What can be said only when all rows are known: widths, the filters' and the printed area. */
    void finish() {
        for (SXSSFSheet sheet : sheets) {
            for (int i = 0; i < columns.size(); i++) {
                sheet.setColumnWidth(i, (Math.max(NARROWEST, widths[i]) + 1) * 256);
            }
            int last = Math.max(0, sheet.getLastRowNum());
            sheet.setAutoFilter(new CellRangeAddress(0, last, 0, columns.size() - 1));
            sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
            // Versions and values that are all digits are meant to be text.
            book.xssf(sheet).addIgnoredErrors(new CellRangeAddress(0, last, 0, columns.size() - 1),
                    IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        }
    }

    private static Look look(Column column) {
        return Look.PLAIN.with(column.grouped() ? Format.GROUPED : Format.TEXT).wrapped(column.wrapped());
    }

    private void startSheet() {
        SXSSFSheet sheet = book.createSheet(wantedName, sheets.size() + 1);
        sheets.add(sheet);
        SXSSFRow header = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            book.cells().write(header.createCell(i), columns.get(i).title(), Look.HEADER);
        }
        sheet.createFreezePane(0, 1);
        nextRow = 1;
    }
}
