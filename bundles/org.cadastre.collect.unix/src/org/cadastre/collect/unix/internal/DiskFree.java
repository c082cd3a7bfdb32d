package org.cadastre.collect.unix.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Output of {@code df -P}, of blocks or of inodes (-i). */
final class DiskFree {

    /** One line; in units of the head line's blocks, or inodes. */
    record Usage(String device, long size, long used, long available) {
    }

    private DiskFree() {
    }

    /** By mount point. Lines without numbers (pseudo file systems show dashes) are passed over. */
    static Map<String, Usage> read(Optional<CommandOutput> output) {
        Map<String, Usage> usages = new HashMap<>();
        output.ifPresent(answer -> answer.lines().forEach(line -> {
            String[] words = line.strip().split("\\s+");
            for (int i = 1; i + 4 < words.length; i++) {
                // Device and mount point may have blanks in them; the numbers between have not.
                if (words[i + 3].matches("\\d+%|-") && words[i + 4].startsWith("/")) {
                    String device = String.join(" ", List.of(words).subList(0, i));
                    String place = String.join(" ", List.of(words).subList(i + 4, words.length));
                    usage(device, words, i).ifPresent(usage -> usages.put(place, usage));
                    break;
                }
            }
        }));
        return usages;
    }

    private static Optional<Usage> usage(String device, String[] words, int at) {
        return Numbers.whole(words[at]).flatMap(size -> Numbers.whole(words[at + 1])
                .flatMap(used -> Numbers.whole(words[at + 2]).map(available -> new Usage(device, size, used, available))));
    }

    /** Bytes, or empty where the product would be no number of bytes that a disk can have. */
    static Optional<Long> kibibytes(long blocks) {
        return Math.abs(blocks) < Long.MAX_VALUE / 1024 ? Optional.of(blocks * 1024) : Optional.empty();
    }
}
