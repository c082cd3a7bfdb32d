package org.cadastre.collect.unix.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.LogSign;
import org.cadastre.model.host.LogSigns;

/**
 * Lines of the kernel's and the service manager's log that tell of trouble, put together by kind and by what they are about:
 * journalctl(1) with short-unix times, else dmesg(1) with seconds since the start of the system.
 */
public final class LogSignsReader implements SectionReader<LogSigns> {

    private static final int LONGEST_EXAMPLE = 300;
    private static final Pattern JOURNAL = Pattern.compile("(\\d{9,11})\\.(\\d+) \\S+ [^:]+: (.*)");
    private static final Pattern DMESG = Pattern.compile("\\[\\s*(\\d+)\\.\\d+\\] (.*)");
    private static final String DEVICE = "\\b((?:sd|vd|hd|xvd)[a-z]+\\d*|nvme\\d+(?:n\\d+)?|md\\d+|dm-\\d+|sr\\d+|mmcblk\\d+|ata\\d+(?:\\.\\d+)?)\\b";

    /** A kind of trouble; the first group is what it is about. The first that fits is taken. */
    private record Sign(String kind, Pattern pattern) {
        Sign(String kind, String pattern) {
            this(kind, Pattern.compile(pattern));
        }
    }

    private static final List<Sign> SIGNS = List.of(
            new Sign("out of memory", "Killed process \\d+ \\(([^)]*)\\)"),
            new Sign("program crash", "(?:traps: )?([^\\s\\[]+)\\[\\d+\\]:? (?:segfault at|general protection|trap )"),
            new Sign("file system error", "(?:EXT[234]-fs|XFS|BTRFS)[^(]*\\((?:device )?([^)]+)\\)"),
            new Sign("file system error", "[Rr]emounting filesystem read-only"),
            new Sign("hardware error", "(EDAC \\w+|mce|MCE|[Mm]achine [Cc]heck|Hardware Error)"),
            new Sign("disk error", "(md/raid[^:]*)"),
            new Sign("disk error", "(?:I/O|[Ee]rror|exception|failed|timeout|reset).*?" + DEVICE),
            new Sign("disk error", DEVICE + ".*(?:I/O|[Ee]rror|exception|failed|timeout|reset)"),
            new Sign("kernel fault", "task ([^:]+):\\d+ blocked for more than"),
            new Sign("kernel fault", "(BUG|Oops|soft lockup|general protection)"),
            new Sign("failed unit", "^(\\S+\\.\\w+): Failed with result"));

    @Override
    public LogSigns create() {
        return HostFactory.eINSTANCE.createLogSigns();
    }

    @Override
    public void read(LogSigns section, Sources sources) {
        Map<List<String>, LogSign> signs = new LinkedHashMap<>();
        for (String answer : List.of("journal-kernel", "journal-units")) {
            if (sources.asked(answer).isPresent()) {
                sources.first(answer).ifPresent(output -> output.lines().forEach(line -> journal(line, signs)));
            }
        }
        if (sources.asked("dmesg").isPresent()) {
            Optional<Instant> boot = sources.lookUp("boot-time").flatMap(output -> Numbers.whole(output.firstLine()))
                    .filter(seconds -> seconds > 0 && seconds < 1L << 40).map(Instant::ofEpochSecond);
            sources.first("dmesg").ifPresent(output -> output.lines().forEach(line -> dmesg(line, boot, signs)));
        }
        if (sources.asked("failed-units").isPresent()) {
            sources.first("failed-units").ifPresent(output -> output.lines().forEach(line -> failedUnit(line, signs)));
        }
        if (sources.asked("launchctl").isPresent()) {
            sources.first("launchctl").ifPresent(output -> output.lines().forEach(line -> failedJob(line, signs)));
        }
        section.getSigns().addAll(signs.values());
    }

    private static void journal(String line, Map<List<String>, LogSign> signs) {
        Matcher matcher = JOURNAL.matcher(line);
        if (matcher.matches()) {
            Instant time = Instant.ofEpochSecond(Long.parseLong(matcher.group(1)));
            sign(matcher.group(3), Optional.of(time), signs);
        }
    }

    private static void dmesg(String line, Optional<Instant> boot, Map<List<String>, LogSign> signs) {
        Matcher matcher = DMESG.matcher(line);
        if (matcher.matches()) {
            Optional<Instant> time = Numbers.whole(matcher.group(1)).filter(seconds -> seconds < 1L << 40)
                    .flatMap(seconds -> boot.map(start -> start.plusSeconds(seconds)));
            sign(matcher.group(2), time, signs);
        }
    }

    private static void sign(String text, Optional<Instant> time, Map<List<String>, LogSign> signs) {
        for (Sign candidate : SIGNS) {
            Matcher matcher = candidate.pattern().matcher(text);
            if (matcher.find()) {
                String source = matcher.groupCount() > 0 ? matcher.group(1) : "kernel";
                LogSign sign = sign(candidate.kind(), source, signs);
                sign.setCount(sign.getCount() + 1);
                time.ifPresent(moment -> {
                    sign.setFirst(sign.getFirst() == null || moment.isBefore(sign.getFirst()) ? moment : sign.getFirst());
                    sign.setLast(sign.getLast() == null || moment.isAfter(sign.getLast()) ? moment : sign.getLast());
                });
                sign.setExample(example(text));
                return;
            }
        }
    }

    /** nginx.service loaded failed failed A web server */
    private static void failedUnit(String line, Map<List<String>, LogSign> signs) {
        String[] words = line.replaceFirst("^[\\s\u25cf*]+", "").split("\\s+", 5);
        if (words.length >= 4 && words[2].equals("failed")) {
            LogSign sign = sign("failed unit", words[0], signs);
            sign.setExample("failed at the time of the scan" + (words.length > 4 ? ": " + example(words[4]) : ""));
        }
    }

    /** Process, exit status (or minus the signal), label of a job that launchd keeps; a dash for a process that does not run. */
    private static void failedJob(String line, Map<List<String>, LogSign> signs) {
        String[] words = line.split("\t");
        if (words.length == 3 && words[0].equals("-") && Numbers.integer(words[1]).filter(status -> status != 0).isPresent()) {
            sign("failed unit", words[2], signs).setExample("does not run; ended with status " + words[1]);
        }
    }

    private static LogSign sign(String kind, String source, Map<List<String>, LogSign> signs) {
        return signs.computeIfAbsent(List.of(kind, source), key -> {
            LogSign sign = HostFactory.eINSTANCE.createLogSign();
            sign.setKind(kind);
            sign.setSource(source);
            sign.setCount(0);
            return sign;
        });
    }

    private static String example(String text) {
        String masked = SecretMask.apply(text.strip());
        return masked.length() > LONGEST_EXAMPLE ? masked.substring(0, LONGEST_EXAMPLE) + " ..." : masked;
    }
}
