package org.cadastre.export.excel.internal;

import java.util.regex.Pattern;

import org.apache.poi.ss.SpreadsheetVersion;

/**
 * Text as a cell can hold it: no characters that XML forbids, no more of them than Excel takes (32,767), and nothing that
 * Excel would read as an escape (ECMA-376, 22.9.2.19, ST_Xstring).
 */
final class CellText {

    private static final int LIMIT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final int CONTROL_PICTURES = 0x2400;

    private CellText() {
    }

    /** The text, or as much of it as fits and a mark that says how much is missing. */
    static String of(String text) {
        String clean = clean(text);
        String escaped = escape(clean);
        if (escaped.length() <= LIMIT) {
            return escaped;
        }
        String mark = " ... [cut: the text has " + text.length() + " characters]";
        int end = LIMIT - mark.length();
        String cut = clean.substring(0, end);
        while (escape(cut).length() > LIMIT - mark.length()) {
            cut = cut.substring(0, cut.length() - (escape(cut).length() - (LIMIT - mark.length())));
        }
        if (Character.isHighSurrogate(cut.charAt(cut.length() - 1))) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return escape(cut) + mark;
    }

    /** Whether Excel would take the text for a formula when somebody edits the cell. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    private static String escape(String text) {
        return text.indexOf("_x") < 0 ? text : ESCAPE.matcher(text).replaceAll("_x005F_");
    }

    private static String clean(String text) {
        return isLegal(text) ? text
                : text.codePoints().map(CellText::legal)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** Asked of every text of the workbook. */
    private static boolean isLegal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                return text.codePoints().allMatch(CellText::isLegal);
            }
            if (!isLegal(c)) {
                return false;
            }
        }
        return true;
    }

    /** XML 1.0, 2.2. */
    private static boolean isLegal(int c) {
        return c >= 0x20 ? !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) && c != 0xFFFE && c != 0xFFFF
                : c == '\t' || c == '\n' || c == '\r';
    }

    private static int legal(int c) {
        if (isLegal(c)) {
            return c;
        }
        return c < 0x20 ? CONTROL_PICTURES + c : 0xFFFD;
    }
}
