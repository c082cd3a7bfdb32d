package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.SwapArea;

/** /proc/swaps of Linux, swapinfo(8) and swapctl(8) of the BSDs, swap(8) of Solaris, lsps of AIX: a heading, then a line each. */
final class SwapAreas {

    private static final int SECTOR = 512;
    private static final Pattern AIX_SIZE = Pattern.compile("(\\d+)MB");

    private SwapAreas() {
    }

    static Map<String, SwapArea> read(Sources sources) {
        Map<String, SwapArea> areas = new LinkedHashMap<>();
        for (String answer : java.util.List.of("swaps", "swapinfo", "swap-l", "lsps")) {
            sources.extra(answer).ifPresent(output -> output.lines().stream().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
                String[] words = line.strip().split("\\s+");
                if (!words[0].equals("Total")) {
                    area(answer, words).ifPresentOrElse(area -> areas.putIfAbsent(area.getDevice(), area), () -> sources.badLine(output));
                }
            }));
        }
        return areas;
    }

    private static Optional<SwapArea> area(String answer, String[] words) {
        if (words.length < 5) {
            return Optional.empty();
        }
        SwapArea area = HostFactory.eINSTANCE.createSwapArea();
        area.setDevice(words[0].replace("\\040", " "));
        area.setType(words[0].startsWith("/dev/") ? "partition" : "file");
        switch (answer) {
            case "swaps" -> {
                // Filename, Type, Size in kibibytes, Used, Priority
                area.setType(words[1]);
                Numbers.whole(words[2]).flatMap(DiskFree::kibibytes).ifPresent(area::setSize);
                Numbers.integer(words[4]).ifPresent(area::setPriority);
            }
            case "swapinfo" -> {
                // Device, 1K-blocks, Used, Avail, Capacity, on some BSDs Priority
                Numbers.whole(words[1]).flatMap(DiskFree::kibibytes).ifPresent(area::setSize);
                if (words.length > 5) {
                    Numbers.integer(words[5]).ifPresent(area::setPriority);
                }
            }
            case "swap-l" ->
                // swapfile, device, swaplo, sectors, free
                Numbers.whole(words[3]).filter(sectors -> sectors >= 0 && sectors < Long.MAX_VALUE / SECTOR)
                        .ifPresent(sectors -> area.setSize(sectors * SECTOR));
            default -> {
                // Page Space, Physical Volume, Volume Group, Size, %Used, ...
                area.setType("partition");
                Optional.of(AIX_SIZE.matcher(words[3])).filter(Matcher::matches).flatMap(size -> Numbers.whole(size.group(1)))
                        .filter(size -> size < 1L << 32).ifPresent(size -> area.setSize(size << 20));
            }
        }
        return Optional.of(area);
    }
}
