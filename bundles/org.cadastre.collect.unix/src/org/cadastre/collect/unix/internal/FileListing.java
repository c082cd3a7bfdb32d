package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of {@code ls -ldn} (POSIX; the same with GNU, busybox and the BSDs): kind and rights, links, numbers of owner and
 * group, size (or two numbers of a device), three words of time, the path, and for a link its target.
 *
 * @param kind first letter of the rights: - file, d folder, l link, others are devices and sockets
 * @param mode rights as four octal digits
 * @param target of a link; empty for anything else
 */
record FileListing(String path, char kind, String mode, long uid, long gid, long size, Optional<String> target) {

    private static final Pattern LINE = Pattern.compile(
            "([-dlbcpsDP])([-r][-w][-xsS][-r][-w][-xsS][-r][-w][-xtT])[.+@]?\\s+\\d+\\s+(\\d+)\\s+(\\d+)\\s+(?:\\d+,\\s*)?(\\d+)"
                    + "\\s+\\S+\\s+\\S+\\s+\\S+ (/.*)");

    static Optional<FileListing> of(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        char kind = matcher.group(1).charAt(0);
        String name = matcher.group(6);
        int arrow = kind == 'l' ? name.indexOf(" -> ") : -1;
        Optional<Long> uid = Numbers.whole(matcher.group(3));
        Optional<Long> gid = Numbers.whole(matcher.group(4));
        Optional<Long> size = Numbers.whole(matcher.group(5));
        if (uid.isEmpty() || gid.isEmpty() || size.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FileListing(arrow < 0 ? name : name.substring(0, arrow), kind, octal(matcher.group(2)),
                uid.get(), gid.get(), size.get(),
                arrow < 0 ? Optional.empty() : Optional.of(name.substring(arrow + 4))));
    }

    /** All lines of an answer; one that makes no sense is told to the sources. */
    static List<FileListing> read(CommandOutput output, Sources sources) {
        List<FileListing> entries = new ArrayList<>();
        for (String line : output.lines()) {
            of(line).ifPresentOrElse(entries::add, () -> {
                if (!line.isBlank()) {
                    sources.badLine(output);
                }
            });
        }
        return entries;
    }

    String type() {
        return switch (kind) {
            case '-' -> "file";
            case 'd' -> "folder";
            case 'l' -> "link";
            default -> "other";
        };
    }

    boolean isSetUid() {
        return (mode.charAt(0) - '0' & 4) != 0;
    }

    boolean isSetGid() {
        return (mode.charAt(0) - '0' & 2) != 0;
    }

    /** Everyone may write, and the sticky bit does not keep people from one another's files. */
    boolean isWritableByAll() {
        return (mode.charAt(3) - '0' & 2) != 0 && (mode.charAt(0) - '0' & 1) == 0;
    }

    private static String octal(String rights) {
        int[] digits = new int[4];
        for (int who = 0; who < 3; who++) {
            String three = rights.substring(3 * who, 3 * who + 3);
            char last = three.charAt(2);
            digits[who + 1] = (three.charAt(0) == 'r' ? 4 : 0) + (three.charAt(1) == 'w' ? 2 : 0)
                    + (last == 'x' || last == 's' || last == 't' ? 1 : 0);
            digits[0] += Character.toLowerCase(last) == 's' || Character.toLowerCase(last) == 't' ? 4 >> who : 0;
        }
        return "" + digits[0] + digits[1] + digits[2] + digits[3];
    }
}
