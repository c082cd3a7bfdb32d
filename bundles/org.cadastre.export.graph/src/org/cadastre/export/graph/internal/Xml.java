package org.cadastre.export.graph.internal;

/** Text inside of XML 1.0. */
final class Xml {

    private Xml() {
    }

    /** For content and attributes; characters that XML has no place for become a question mark. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                case '\t' -> out.append(' ');
                default -> out.appendCodePoint(allowed(point) ? point : '?');
            }
        });
        return out.toString();
    }

    private static boolean allowed(int point) {
        return point >= 0x20 && point < 0xD800 || point > 0xDFFF && point != 0xFFFE && point != 0xFFFF;
    }
}
