package org.cadastre.export.excel.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.apache.poi.ss.usermodel.Cell;
import org.cadastre.export.excel.internal.Styles.Format;
import org.cadastre.export.excel.internal.Styles.Look;

/** Writes values into cells as what they are: numbers, booleans and dates (UTC) real, everything else as text. */
final class CellWriter {

    /** Numbers of more digits lose the last ones in Excel, so they are written as text. */
    private static final long LARGEST_EXACT = 999_999_999_999_999L;
    private static final int TIME_WIDTH = 19;
    private static final int BOOLEAN_WIDTH = 5;

    private final Styles styles;

    CellWriter(Styles styles) {
        this.styles = styles;
    }

    /**
     * Writes one value.
     *
     * @param value null for an empty cell
     * @param look whether numbers are {@link Format#GROUPED} is taken from it; else the format follows from the value
     * @return how many characters wide the value is shown
     */
    int write(Cell cell, Object value, Look look) {
        return switch (value) {
            case null -> {
                cell.setCellStyle(styles.style(look));
                yield 0;
            }
            case Boolean truth -> {
                cell.setCellValue(truth);
                cell.setCellStyle(styles.style(look.with(Format.TEXT)));
                yield BOOLEAN_WIDTH;
            }
            case Instant time -> {
                cell.setCellValue(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
                cell.setCellStyle(styles.style(look.with(Format.TIME)));
                yield TIME_WIDTH;
            }
            case Number number when isExact(number) -> {
                cell.setCellValue(number.doubleValue());
                cell.setCellStyle(styles.style(look.format() == Format.GROUPED ? look : look.with(format(number))));
                int digits = number.toString().length();
                yield 1 + (look.format() == Format.GROUPED ? digits + digits / 3 : digits);
            }
            default -> {
                String text = CellText.of(value.toString());
                cell.setCellValue(text);
                cell.setCellStyle(styles.style(look.with(Format.TEXT).quoted(CellText.looksLikeFormula(text))));
                yield width(text);
            }
        };
    }

    /** Length of the longest line. */
    private static int width(String text) {
        int width = 0;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            width = Math.max(width, end - start);
            start = end + 1;
        }
        return Math.max(width, text.length() - start);
    }

    private static Format format(Number number) {
        return number instanceof Double || number instanceof Float ? Format.REAL : Format.INTEGER;
    }

    private static boolean isExact(Number number) {
        return switch (number) {
            case Double real -> Double.isFinite(real);
            case Float real -> Float.isFinite(real);
            default -> Math.abs(number.longValue()) <= LARGEST_EXACT;
        };
    }
}
