package org.cadastre.collect.networkos.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is left of a terminal's output when it is not painted but read: without control sequences, overwritten text and pages. */
final class ScreenText {

    /** ECMA-48: control sequences, operating system commands, single escapes. */
    private static final Pattern CONTROL = Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)|\u001b[()#][0-9A-Za-z]|\u001b[@-Z\\\\^_=>78]");
    /** What pagers write at the end of a page. */
    static final Pattern PAGER = Pattern.compile(
            "(?i)(?:-{2,} ?\\(?more.{0,40}|<-{2,} ?more ?-{2,}>|\\(q to quit\\)|press any key.{0,60}|hit any key.{0,60}|lines? \\d+-\\d+.{0,20}|: ?\\(end\\))\\s*$");

    private ScreenText() {
    }

    static String plain(String text) {
        return CONTROL.matcher(text).replaceAll("");
    }

    /** The lines as a person would see them at last: carriage returns and backspaces overwrite, marks of pages are gone. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String raw : plain(text).split("\n", -1)) {
            String line = raw.endsWith("\r") ? raw.replaceAll("\r+$", "") : raw;
            StringBuilder seen = new StringBuilder();
            int at = 0;
            for (char c : line.toCharArray()) {
                if (c == '\r') {
                    at = 0;
                } else if (c == '\b') {
                    at = Math.max(0, at - 1);
                } else if (c == '\t' || c >= ' ') {
                    if (at < seen.length()) {
                        seen.setCharAt(at, c);
                    } else {
                        seen.append(c);
                    }
                    at++;
                }
            }
            lines.add(PAGER.matcher(seen.toString().stripTrailing()).replaceFirst("").stripTrailing());
        }
        return lines;
    }
}
