package org.cadastre.collect.networkos.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left of a terminal's output when it is not painted but read. Of the control sequences of ECMA-48 those are heeded that
 * work within a line, for devices wipe the marks of their pagers with them; all others are left out.
 */
final class ScreenText {

    /** Control sequences with parameter and final letter, operating system commands, single escapes. */
    private static final Pattern CONTROL = Pattern.compile(
            "\u001b\\[([0-9;?]{0,20})[ -/]{0,4}([@-~])|\u001b\\][^\u0007\u001b]{0,500}(?:\u0007|\u001b\\\\)|\u001b[()#][0-9A-Za-z]|\u001b[@-Z\\\\^_=>78]");
    /** What pagers write at the end of a page, alone on its line. */
    private static final Pattern PAGER = Pattern.compile("(?i)\\s*(?:[-<]*-{2,} ?\\(?more.{0,60}|.{0,40}\\(q to quit\\)|(?:press|hit) any key.{0,60}"
            + "|lines? \\d+-\\d+.{0,30}|-- \\[q quit.{0,40}|: ?\\(end\\))\\s*");
    /** Longer than any prompt or mark of a pager. */
    private static final int SHORT = 300;
    /** Farther than any device moves within a line: what is beyond is a device that lies. */
    private static final int WIDEST = 1000;

    private ScreenText() {
    }

    /** Some devices go to a line by its number, or to the next, in place of a line feed; and some move on behind their prompt. */
    private static final Pattern OTHER_LINE = Pattern.compile("\u001b(?:\\[\\d{0,4};?\\d{0,4}[Hf]|E)");
    private static final Pattern MOVES_AT_THE_END = Pattern.compile("(?:\u001b\\[[0-9;?]{0,20}[@-~]|[ \u0000\u0007]){1,40}$");

    /** Whether the last line asks for a key to show the next page. */
    static boolean endsWithPager(String text) {
        return isPager(lastLine(text));
    }

    /** The last line, without control sequences: where a prompt can stand. */
    static String lastLine(String text) {
        String end = MOVES_AT_THE_END.matcher(text.substring(Math.max(0, text.length() - SHORT))).replaceFirst("");
        String tail = CONTROL.matcher(OTHER_LINE.matcher(end).replaceAll("\n")).replaceAll("").replaceAll("[\u0000\u0007]| +$", "");
        return tail.substring(Math.max(tail.lastIndexOf('\n'), tail.lastIndexOf('\r')) + 1);
    }

    private static boolean isPager(String line) {
        return line.length() <= SHORT && PAGER.matcher(line).matches();
    }

    /** The lines as a person would see them at last: what was overwritten and the marks of pages are gone. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String raw : OTHER_LINE.matcher(text).replaceAll("\n").split("\n", -1)) {
            String line = painted(raw);
            if (!isPager(line)) {
                lines.add(line.stripTrailing());
            }
        }
        return lines;
    }

    private static String painted(String raw) {
        StringBuilder line = new StringBuilder();
        int column = 0;
        Matcher control = CONTROL.matcher(raw);
        boolean controls = raw.indexOf('\u001b') >= 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (controls && c == '\u001b' && control.region(i, raw.length()).lookingAt()) {
                column = moved(column, control, line);
                i = control.end() - 1;
            } else if (c == '\r') {
                column = 0;
            } else if (c == '\b') {
                column = Math.max(0, column - 1);
            } else if (c == '\t' || c >= ' ' && c != 0x7F) {
                while (line.length() < column) {
                    line.append(' ');
                }
                line.replace(column, Math.min(column + 1, line.length()), String.valueOf(c));
                column++;
            }
        }
        return line.toString();
    }

    /** @return the column after a control sequence, which may have erased some of the line */
    private static int moved(int column, Matcher control, StringBuilder line) {
        if (control.group(2) == null) {
            return column;
        }
        int count = control.group(1).matches("\\d{1,4}") ? Math.min(WIDEST, Integer.parseInt(control.group(1))) : 1;
        return switch (control.group(2)) {
            case "C" -> Math.min(column + count, Math.max(line.length(), WIDEST));
            case "D" -> Math.max(0, column - count);
            case "G" -> Math.max(0, count - 1);
            case "K" -> erased(column, control.group(1), line);
            default -> column;
        };
    }

    private static int erased(int column, String mode, StringBuilder line) {
        if (mode.equals("2")) {
            line.setLength(0);
        } else if (mode.isEmpty() || mode.equals("0")) {
            line.setLength(Math.min(column, line.length()));
        }
        return column;
    }
}
