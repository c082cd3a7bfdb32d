package org.cadastre.collect.unix.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Output of {@code df -P}, of blocks or of inodes (-i). */
final class DiskFree {

    /** One line; in units of the head line's blocks, or inodes. */
    record Usage(String device, long size, long used, long available) {
    }

    private static final Pattern LINE = Pattern.compile("(.+?)\\s+(\\d+)\\s+(\\d+)\\s+(-?\\d+)\\s+(?:\\d+%|-)\\s+(/.*)");

    private DiskFree() {
    }

    /** By mount point. Lines without numbers (pseudo file systems show dashes) are passed over. */
    static Map<String, Usage> read(Optional<CommandOutput> output) {
        Map<String, Usage> usages = new HashMap<>();
        output.ifPresent(answer -> answer.lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                Optional<Long> size = Numbers.whole(matcher.group(2));
                Optional<Long> used = Numbers.whole(matcher.group(3));
                Optional<Long> available = Numbers.whole(matcher.group(4));
                if (size.isPresent() && used.isPresent() && available.isPresent()) {
                    usages.put(matcher.group(5), new Usage(matcher.group(1), size.get(), used.get(), available.get()));
                }
            }
        }));
        return usages;
    }

    /** Bytes, or empty where the product would be no number of bytes that a disk can have. */
    static Optional<Long> kibibytes(long blocks) {
        return Math.abs(blocks) < Long.MAX_VALUE / 1024 ? Optional.of(blocks * 1024) : Optional.empty();
    }
}
