package org.cadastre.export.excel.internal;

/**
 * One column of a {@link Table}.
 *
 * @param title text of the header cell
 * @param wrapped long texts go on in the next line of the cell rather than being hidden by the next cell
 * @param tinted takes the colour of its row, where the row has one
 * @param grouped numbers are shown with thousands separators
 */
public record Column(String title, boolean wrapped, boolean tinted, boolean grouped) {

    public static Column of(String title) {
        return new Column(title, false, false, false);
    }

    /** A column of sizes or counts. */
    public static Column grouped(String title) {
        return new Column(title, false, false, true);
    }

    /** A column of sentences. */
    public static Column wrapped(String title) {
        return new Column(title, true, false, false);
    }

    public Column withTint() {
        return new Column(title, wrapped, true, grouped);
    }
}
