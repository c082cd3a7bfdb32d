package org.cadastre.export.excel.internal;

import java.util.List;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.cadastre.export.excel.internal.Styles.Format;
import org.cadastre.export.excel.internal.Styles.Look;

/** A sheet to be read from top to bottom: a title, sentences, facts, small tables. */
public final class Page {

    private static final int COLUMNS = 9;
    private static final int FIRST_WIDTH = 26;
    /** Room for a time. */
    private static final int SECOND_WIDTH = 22;
    private static final int OTHER_WIDTH = 15;
    private static final int SENTENCE_WIDTH = FIRST_WIDTH + SECOND_WIDTH + (COLUMNS - 2) * OTHER_WIDTH;
    private static final double LINE_HEIGHT = 1.35;

    private static final Look NUMBERS = Look.PLAIN.with(Format.GROUPED);

    private final Book book;
    private final SXSSFSheet sheet;
    private int nextRow;

    Page(Book book, SXSSFSheet sheet) {
        this.book = book;
        this.sheet = sheet;
        sheet.setDisplayGridlines(false);
        sheet.setColumnWidth(0, FIRST_WIDTH * 256);
        sheet.setColumnWidth(1, SECOND_WIDTH * 256);
        for (int i = 2; i < COLUMNS; i++) {
            sheet.setColumnWidth(i, OTHER_WIDTH * 256);
        }
    }

    public Page title(String text) {
        return heading(text, 16);
    }

    public Page heading(String text) {
        gap();
        return heading(text, 12);
    }

    /** A sentence over the whole width. */
    public Page sentence(String text) {
        return sentence(text, Tint.NONE);
    }

    /** A sentence that must not be overlooked. */
    public Page warning(String text) {
        return sentence(text, Tint.CHANGED);
    }

    /** A name and a value; left out where there is no value. */
    public Page fact(String name, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            SXSSFRow row = sheet.createRow(nextRow);
            book.cells().write(row.createCell(0), name, Look.BOLD);
            if (value instanceof String text) {
                wide(row, 1, text, SENTENCE_WIDTH - FIRST_WIDTH, Tint.NONE);
            } else {
                book.cells().write(row.createCell(1), value, NUMBERS);
            }
            nextRow++;
        }
        return this;
    }

    public Page gap() {
        nextRow++;
        return this;
    }

    /** The header of a small table. */
    public Page header(List<String> titles) {
        SXSSFRow row = sheet.createRow(nextRow++);
        for (int i = 0; i < titles.size(); i++) {
            book.cells().write(row.createCell(i), titles.get(i), Look.HEADER.wrapped(true));
        }
        return this;
    }

    /**
     * A row of a small table.
     *
     * @param tints one for each value; those after the last have no colour
     */
    public Page row(List<?> values, Tint... tints) {
        SXSSFRow row = sheet.createRow(nextRow++);
        for (int i = 0; i < values.size(); i++) {
            book.cells().write(row.createCell(i), values.get(i), NUMBERS.with(i < tints.length ? tints[i] : Tint.NONE));
        }
        return this;
    }

    /** A row of a small table whose first value leads to a sheet. */
    public Page link(String text, Table table, List<?> furtherValues) {
        SXSSFRow row = sheet.createRow(nextRow++);
        Cell cell = row.createCell(0);
        cell.setHyperlink(book.linkTo(table));
        book.cells().write(cell, text, Look.LINK);
        for (int i = 0; i < furtherValues.size(); i++) {
            book.cells().write(row.createCell(i + 1), furtherValues.get(i), NUMBERS);
        }
        return this;
    }

    private Page sentence(String text, Tint tint) {
        wide(sheet.createRow(nextRow), 0, text, SENTENCE_WIDTH, tint);
        nextRow++;
        return this;
    }

    private Page heading(String text, int points) {
        SXSSFRow row = sheet.createRow(nextRow++);
        book.cells().write(row.createCell(0), text, Look.PLAIN.sized(points));
        row.setHeightInPoints((float) (points * LINE_HEIGHT));
        return this;
    }

    /** A text from a column to the last one. No program fits the height of a row to merged cells, so it is estimated. */
    private void wide(SXSSFRow row, int column, String text, int width, Tint tint) {
        book.cells().write(row.createCell(column), text, Look.PLAIN.wrapped(true).with(tint));
        sheet.addMergedRegion(new CellRangeAddress(nextRow, nextRow, column, COLUMNS - 1));
        long lines = CellText.of(text).lines().mapToLong(line -> 1 + line.length() / width).sum();
        row.setHeightInPoints(Math.min(400, Math.max(1, lines) * sheet.getDefaultRowHeightInPoints() + 1));
    }
}
