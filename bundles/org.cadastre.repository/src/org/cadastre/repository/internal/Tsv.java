package org.cadastre.repository.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Tables as text: one row a line, a tab between cells, a header line first. Inside a cell, tab, line feed, carriage
 * return and backslash are written as \t, \n, \r and \\ (IANA's text/tab-separated-values has no way to write them).
 */
public final class Tsv {

    private Tsv() {
    }

    /** A row with the line feed at its end. */
    public static String row(List<String> cells) {
        StringBuilder row = new StringBuilder();
        for (String cell : cells) {
            if (!row.isEmpty()) {
                row.append('\t');
            }
            escape(cell, row);
        }
        return row.append('\n').toString();
    }

    private static void escape(String cell, StringBuilder row) {
        for (int i = 0; i < cell.length(); i++) {
            char character = cell.charAt(i);
            switch (character) {
                case '\t' -> row.append("\\t");
                case '\n' -> row.append("\\n");
                case '\r' -> row.append("\\r");
                case '\\' -> row.append("\\\\");
                default -> row.append(character);
            }
        }
    }

    /** The rows below the header, each with as many cells as the line has. */
    public static List<List<String>> rows(String text) {
        return text.lines().skip(1).map(Tsv::cells).toList();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\t", -1)) {
            cells.add(unescape(cell));
        }
        return cells;
    }

    private static String unescape(String cell) {
        if (cell.indexOf('\\') < 0) {
            return cell;
        }
        StringBuilder text = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char character = cell.charAt(i);
            if (character == '\\' && i + 1 < cell.length()) {
                i++;
                character = switch (cell.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> cell.charAt(i);
                };
            }
            text.append(character);
        }
        return text.toString();
    }
}
