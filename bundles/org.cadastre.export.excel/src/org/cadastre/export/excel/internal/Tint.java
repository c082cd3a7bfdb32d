package org.cadastre.export.excel.internal;

/** Background of a cell. Each is light enough for black text on paper. */
public enum Tint {
    NONE(""), HEADER("D9E1EC"), ADDED("DDF0DC"), REMOVED("F8DCDA"), CHANGED("FFF1C9"), MOVED("DAE8F8"), UNKNOWN("E4E2E8");

    private final String rgb;

    Tint(String rgb) {
        this.rgb = rgb;
    }

    /** Six hexadecimal digits; empty for no background. */
    String rgb() {
        return rgb;
    }
}
