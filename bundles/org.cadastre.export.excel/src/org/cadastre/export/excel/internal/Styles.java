package org.cadastre.export.excel.internal;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFColor;

/** The cell styles of one workbook, each made once: Excel takes no more than 64,000. */
final class Styles {

    /** How a value is shown. */
    enum Format {
        GENERAL("General"), GROUPED("#,##0"), TIME("yyyy-mm-dd hh:mm:ss");

        private final String code;

        Format(String code) {
            this.code = code;
        }
    }

    /**
     * Everything in which cells differ.
     *
     * @param quoted Excel keeps the value a text when somebody edits it
     * @param points size of bold text; 0 for text that is not bold
     */
    record Look(Tint tint, Format format, boolean wrapped, boolean quoted, int points) {

        static final int NORMAL_POINTS = 11;
        static final Look PLAIN = new Look(Tint.NONE, Format.GENERAL, false, false, 0);
        static final Look BOLD = new Look(Tint.NONE, Format.GENERAL, false, false, NORMAL_POINTS);
        static final Look HEADER = BOLD.with(Tint.HEADER);

        Look with(Tint other) {
            return new Look(other, format, wrapped, quoted, points);
        }

        Look with(Format other) {
            return new Look(tint, other, wrapped, quoted, points);
        }

        Look wrapped(boolean on) {
            return new Look(tint, format, on, quoted, points);
        }

        Look quoted(boolean on) {
            return new Look(tint, format, wrapped, on, points);
        }

        Look sized(int size) {
            return new Look(tint, format, wrapped, quoted, size);
        }
    }

    private final Workbook book;
    private final Map<Look, CellStyle> styles = new HashMap<>();

    Styles(Workbook book) {
        this.book = book;
    }

    CellStyle style(Look look) {
        return styles.computeIfAbsent(look, this::create);
    }

    private CellStyle create(Look look) {
        CellStyle style = book.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setDataFormat(book.createDataFormat().getFormat(look.format().code));
        style.setWrapText(look.wrapped());
        style.setQuotePrefixed(look.quoted());
        if (look.tint() != Tint.NONE) {
            style.setFillForegroundColor(new XSSFColor(HexFormat.of().parseHex(look.tint().rgb()), null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (look.points() > 0) {
            Font font = book.createFont();
            font.setBold(true);
            font.setFontHeightInPoints((short) look.points());
            style.setFont(font);
        }
        return style;
    }
}
