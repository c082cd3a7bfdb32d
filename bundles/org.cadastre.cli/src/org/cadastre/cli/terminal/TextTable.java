package org.cadastre.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows whose columns stand below each other. Columns without any value are left out; numbers stand to the right. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<String> titles;
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] numeric;
    private final int[] widths;

    public TextTable(List<String> titles) {
        this.titles = List.copyOf(titles);
        this.numeric = new boolean[titles.size()];
        this.widths = new int[titles.size()];
    }

    /** @param values one for each column: a number, or anything else as text; null for no value */
    public void add(List<?> values) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            String text = value == null ? "" : Printable.line(value.toString());
            numeric[i] |= value instanceof Number;
            widths[i] = Math.max(widths[i], width(text));
            row.add(text);
        }
        rows.add(row);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Prints the titles and all rows. */
    public void print(Terminal terminal, String indent) {
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            if (widths[i] > 0) {
                shown.add(i);
                widths[i] = Math.max(widths[i], width(titles.get(i)));
            }
        }
        terminal.line(indent + Colour.DIM.of(line(titles, shown), terminal));
        for (List<String> row : rows) {
            terminal.line(indent + line(row, shown));
        }
    }

    private String line(List<String> cells, List<Integer> shown) {
        return shown.stream().map(i -> cell(cells.get(i), i)).collect(Collectors.joining(GAP)).stripTrailing();
    }

    private String cell(String text, int column) {
        String fill = " ".repeat(widths[column] - width(text));
        return numeric[column] ? fill + text : text + fill;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
