package org.cadastre.repository.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Cuts sections out of a device's file before it is parsed, for those who want few of many: most of a file is software. Relies on
 * the canonical form, which gives each section lines of its own, two spaces deep, and writes no "<" in a text.
 */
public final class SectionFilter {

    private static final byte[] BEGIN = "  <sections ".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "  </sections>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TYPE = "xsi:type=\"".getBytes(StandardCharsets.UTF_8);

    private SectionFilter() {
    }

    /**
     * Gives a file without the other sections; nothing if none is left.
     *
     * @param file a device or its observations
     * @param wanted told the name of a section's class
     */
    public static Optional<byte[]> keep(byte[] file, Predicate<String> wanted) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(Math.min(file.length, 1 << 14));
        boolean keeping = true;
        boolean any = false;
        for (int start = 0; start < file.length;) {
            int next = endOfLine(file, start);
            if (starts(file, start, BEGIN)) {
                keeping = wanted.test(type(file, start, next));
                any |= keeping;
            }
            if (keeping) {
                kept.write(file, start, next - start);
            }
            if (starts(file, start, END) || starts(file, start, BEGIN) && isClosed(file, next)) {
                keeping = true;
            }
            start = next;
        }
        return any ? Optional.of(kept.toByteArray()) : Optional.empty();
    }

    private static int endOfLine(byte[] file, int start) {
        int end = start;
        while (end < file.length && file[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, file.length);
    }

    private static boolean starts(byte[] file, int at, byte[] word) {
        if (at + word.length > file.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (file[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isClosed(byte[] file, int next) {
        int last = file[next - 1] == '\n' ? next - 2 : next - 1;
        return last > 0 && file[last] == '>' && file[last - 1] == '/';
    }

    /** The name behind the package's prefix; empty for a section of the declared class, of which there is none. */
    private static String type(byte[] file, int start, int next) {
        for (int i = start; i < next; i++) {
            if (starts(file, i, TYPE)) {
                int from = i + TYPE.length;
                int to = from;
                while (to < next && file[to] != '"') {
                    to++;
                }
                String type = new String(file, from, to - from, StandardCharsets.UTF_8);
                return type.substring(type.indexOf(':') + 1);
            }
        }
        return "";
    }
}
