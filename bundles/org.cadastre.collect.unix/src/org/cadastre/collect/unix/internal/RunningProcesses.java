package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Output of ps(1), in the forms the probe asks for: with numbers of users, or with their names, or (busybox) without age. */
final class RunningProcesses {

    /**
     * @param user name of the account, or its number where no name is known
     * @param seconds age; empty where it is not told
     */
    record Running(int pid, int parent, String user, long residentBytes, Optional<Long> seconds, String program) {
    }

    private static final Pattern LINE =
            Pattern.compile("(\\d+)\\s+(\\d+)\\s+(\\S+)\\s+(\\d+)([kmg]?)\\s+([\\d:-]+)\\s+(\\S.*)");
    private static final Pattern SHORT =
            Pattern.compile("(\\d+)\\s+(\\d+)\\s+(\\S+)\\s+(\\d+)([kmg]?)\\s+()(\\S.*)");

    private RunningProcesses() {
    }

    /** By process id; without the probe's own processes. Lines that are none are told to the sources. */
    static Map<Integer, Running> read(Optional<CommandOutput> output, Sources sources) {
        Map<Integer, Running> processes = new LinkedHashMap<>();
        if (output.isEmpty()) {
            return processes;
        }
        Map<String, String> names = userNames(sources);
        Pattern form = output.get().name().equals("ps-short") ? SHORT : LINE;
        for (String line : output.get().lines()) {
            Matcher matcher = form.matcher(line.strip());
            if (matcher.matches()) {
                parse(matcher, names).ifPresent(process -> processes.put(process.pid(), process));
            } else if (!line.isBlank() && !line.strip().startsWith("PID")) {
                sources.badLine(output.get());
            }
        }
        probeItself(processes, sources.probe().shellId()).forEach(processes::remove);
        return processes;
    }

    private static Optional<Running> parse(Matcher matcher, Map<String, String> names) {
        Optional<Integer> pid = Numbers.integer(matcher.group(1));
        Optional<Integer> parent = Numbers.integer(matcher.group(2));
        Optional<Long> resident = Numbers.whole(matcher.group(4)).filter(size -> size < 1L << 40);
        if (pid.isEmpty() || parent.isEmpty() || resident.isEmpty()) {
            return Optional.empty();
        }
        long unit = switch (matcher.group(5)) {
            case "m" -> 1L << 20;
            case "g" -> 1L << 30;
            default -> 1L << 10;
        };
        String user = matcher.group(3);
        String program = matcher.group(7);
        // macOS gives the whole path.
        String name = program.startsWith("/") ? program.substring(program.lastIndexOf('/') + 1) : program;
        return Optional.of(new Running(pid.get(), parent.get(), names.getOrDefault(user, user), resident.get() * unit,
                seconds(matcher.group(6)), name.isEmpty() ? program : name));
    }

    /** [[dd-]hh:]mm:ss */
    static Optional<Long> seconds(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int dash = text.indexOf('-');
        Optional<Long> days = dash < 0 ? Optional.of(0L) : Numbers.whole(text.substring(0, dash));
        long seconds = 0;
        for (String part : text.substring(dash + 1).split(":")) {
            Optional<Integer> number = Numbers.integer(part);
            if (number.isEmpty() || number.get() < 0 || number.get() > 10_000) {
                return Optional.empty();
            }
            seconds = seconds * 60 + number.get();
        }
        long rest = seconds;
        return days.filter(count -> count >= 0 && count < 100_000).map(count -> count * 86_400 + rest);
    }

    private static Map<String, String> userNames(Sources sources) {
        Map<String, String> names = new HashMap<>();
        sources.lookUp("passwd").or(() -> sources.lookUp("getent-passwd")).map(CommandOutput::lines).orElse(List.of())
                .forEach(line -> {
                    String[] fields = line.split(":", 4);
                    if (fields.length > 3) {
                        names.putIfAbsent(fields[2], fields[0]);
                    }
                });
        return names;
    }

    private static Set<Integer> probeItself(Map<Integer, Running> processes, int shell) {
        Map<Integer, List<Integer>> children = new HashMap<>();
        processes.values().forEach(p -> children.computeIfAbsent(p.parent(), id -> new ArrayList<>()).add(p.pid()));
        Set<Integer> own = new HashSet<>();
        List<Integer> open = new ArrayList<>(List.of(shell));
        while (!open.isEmpty()) {
            int pid = open.removeLast();
            if (pid > 0 && own.add(pid)) {
                open.addAll(children.getOrDefault(pid, List.of()));
            }
        }
        return own;
    }
}
