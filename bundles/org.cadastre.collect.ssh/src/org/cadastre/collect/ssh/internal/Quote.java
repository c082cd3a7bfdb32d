package org.cadastre.collect.ssh.internal;

/** Text that a device sent, made fit to stand in a message: one line, no control characters, not long. */
final class Quote {

    private static final int LONGEST = 120;

    private Quote() {
    }

    static String of(String text) {
        String line = text.replaceAll("[\\p{C}\\uFFFD\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
