package org.cadastre.export.excel.internal;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFColor;

/** The cell styles of one workbook, each made once: Excel takes no more than 64,000. */
final class Styles {

    /** How a value is shown. */
    enum Format {
        TEXT("General", HorizontalAlignment.GENERAL),
        INTEGER("0", HorizontalAlignment.RIGHT),
        REAL("General", HorizontalAlignment.RIGHT),
        GROUPED("#,##0", HorizontalAlignment.RIGHT),
        TIME("yyyy-mm-dd hh:mm:ss", HorizontalAlignment.LEFT);

        private final String code;
        private final HorizontalAlignment alignment;

        Format(String code, HorizontalAlignment alignment) {
            this.code = code;
            this.alignment = alignment;
        }
    }

    /**
     * Everything in which cells differ.
     *
     * @param quoted Excel keeps the value a text when somebody edits it
     * @param points size of bold text; 0 for text that is not bold
     * @param link leads to another sheet
     */
    record Look(Tint tint, Format format, boolean wrapped, boolean quoted, int points, boolean link) {

        static final int NORMAL_POINTS = 11;
        static final Look PLAIN = new Look(Tint.NONE, Format.TEXT, false, false, 0, false);
        static final Look BOLD = PLAIN.sized(NORMAL_POINTS);
        static final Look LINK = new Look(Tint.NONE, Format.TEXT, false, false, 0, true);
        static final Look HEADER = BOLD.with(Tint.HEADER);

        Look with(Tint other) {
            return new Look(other, format, wrapped, quoted, points, link);
        }

        Look with(Format other) {
            return new Look(tint, other, wrapped, quoted, points, link);
        }

        Look wrapped(boolean on) {
            return new Look(tint, format, on, quoted, points, link);
        }

        Look quoted(boolean on) {
            return new Look(tint, format, wrapped, on, points, link);
        }

        Look sized(int size) {
            return new Look(tint, format, wrapped, quoted, size, link);
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
        style.setAlignment(look.format().alignment);
        // Keeps numbers off the text in the next column.
        style.setIndention((short) (look.format().alignment == HorizontalAlignment.RIGHT ? 1 : 0));
        style.setQuotePrefixed(look.quoted());
        if (look.tint() != Tint.NONE) {
            style.setFillForegroundColor(new XSSFColor(HexFormat.of().parseHex(look.tint().rgb()), null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (look.points() > 0 || look.link()) {
            Font font = book.createFont();
            font.setBold(look.points() > 0);
            font.setFontHeightInPoints((short) (look.link() ? Look.NORMAL_POINTS : look.points()));
            font.setUnderline(look.link() ? Font.U_SINGLE : Font.U_NONE);
            font.setColor(look.link() ? IndexedColors.BLUE.getIndex() : Font.COLOR_NORMAL);
            style.setFont(font);
        }
        return style;
    }
}
