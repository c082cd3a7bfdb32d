package org.cadastre.analysis.layout;

/**
 * How much room things take. Texts are measured by their number of characters rather than by a font, so that the picture has the
 * same form on every machine; who draws them shortens what is longer than its room.
 */
public final class Metrics {

    /** Of a node's name, in a font 12 high. */
    public static final double CHARACTER = 7.2;
    /** Of a line's label and a caption, in a font 10 high. */
    public static final double SMALL_CHARACTER = 6;
    public static final double HEIGHT = 30;
    public static final double CAPTION = 14;
    public static final double SMALL_HEIGHT = 13;
    private static final int SHORTEST = 6;
    private static final int LONGEST = 26;
    private static final double ICON = 34;
    private static final double SIGN = 20;

    private Metrics() {
    }

    static double width(String name) {
        return ICON + CHARACTER * Math.clamp(name.length(), SHORTEST, LONGEST);
    }

    /** With room beside the text for the sign of a change, which lies on the line. */
    static double labelWidth(String label) {
        return SMALL_CHARACTER * Math.min(label.length(), LONGEST) + SIGN;
    }

    /** A text cut to a width, with an ellipsis where something is missing. */
    public static String fitted(String text, double width, double character) {
        int room = Math.max(1, (int) (width / character));
        if (text.length() <= room) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
        return text.substring(0, Math.max(0, end - 1)) + "\u2026";
    }

    /** The room for the text of a node's box. */
    public static double textWidth(Box box) {
        return box.width() - ICON + CHARACTER;
    }
}
