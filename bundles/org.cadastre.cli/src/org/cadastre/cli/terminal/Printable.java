package org.cadastre.cli.terminal;

import java.util.regex.Pattern;

/** Texts from devices and messages as a terminal may show them: nothing in them can move the cursor or hide other text. */
public final class Printable {

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");
    /** Control and format characters (escape sequences, changes of the writing direction), lone surrogates. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    private Printable() {
    }

    /** On one line. */
    public static String line(String text) {
        return text == null ? "" : UNSAFE.matcher(LINE_BREAKS.matcher(text.strip()).replaceAll(" ")).replaceAll("?");
    }
}
