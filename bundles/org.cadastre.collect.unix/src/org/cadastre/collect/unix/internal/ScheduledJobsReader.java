package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.ScheduledJob;
import org.cadastre.model.host.ScheduledJobs;

/** crontab(5) of the system and of the accounts, cron folders, anacron, timers of systemd, jobs of launchd. */
public final class ScheduledJobsReader implements SectionReader<ScheduledJobs> {

    /** Cron itself takes at most 1,000 characters. */
    private static final int LONGEST_LINE = 4000;
    private static final Pattern SYSTEM = Pattern.compile("(@\\w+|\\S+\\s+\\S+\\s+\\S+\\s+\\S+\\s+\\S+)\\s+(\\S+)\\s+(.+)");
    private static final Pattern PERSONAL = Pattern.compile("(@\\w+|\\S+\\s+\\S+\\s+\\S+\\s+\\S+\\s+\\S+)\\s+(.+)");
    private static final Pattern ANACRON = Pattern.compile("(\\d+|@\\w+)\\s+(\\d+)\\s+(\\S+)\\s+(.+)");
    private static final Pattern TIME = Pattern.compile("[@0-9*].*");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_]\\w*\\s*=.*");
    private static final Pattern TIMER = Pattern.compile("\\{ (\\w+)=(.*?) ; next_elapse=[^}]*\\}");
    /** Files that lie beside cron tables but are none. */
    private static final Pattern OTHER_FILE = Pattern.compile(".*(\\.dpkg-\\w+|\\.rpm(new|save|orig)|~|/\\.[^/]*)");

    @Override
    public ScheduledJobs create() {
        return HostFactory.eINSTANCE.createScheduledJobs();
    }

    @Override
    public void read(ScheduledJobs section, Sources sources) {
        Map<List<String>, ScheduledJob> jobs = new LinkedHashMap<>();
        sources.first("cron").ifPresent(output -> table(FileLines.of(Optional.of(output)), false, output, jobs, sources));
        sources.first("cron-tables")
                .ifPresent(output -> table(FileLines.of(Optional.of(output)), true, output, jobs, sources));
        sources.first("cron-folders").ifPresent(output -> output.lines().stream().map(String::strip)
                .filter(line -> line.startsWith("/")).forEach(path -> folder(path, jobs)));
        if (sources.asked("systemd-timers").isPresent()) {
            sources.first("systemd-timers")
                    .ifPresent(output -> UnitProperties.read(output).forEach(timer -> timer(timer, jobs)));
        }
        sources.extra("launchd-jobs").ifPresent(output -> launchd(output, jobs));
        section.getJobs().addAll(jobs.values());
    }

    private static void table(FileLines files, boolean personal, CommandOutput output, Map<List<String>, ScheduledJob> jobs,
            Sources sources) {
        if (!files.denied().isEmpty()) {
            sources.partial(personal ? "cron tables of the accounts need root" : "some cron tables need root");
        }
        files.byPath().forEach((path, lines) -> {
            for (String raw : lines) {
                String line = raw.strip();
                if (line.isEmpty() || line.startsWith("#") || VARIABLE.matcher(line).matches()
                        || OTHER_FILE.matcher(path).matches()) {
                    continue;
                }
                if (!job(path, line, personal, jobs)) {
                    sources.badLine(output);
                }
            }
        });
    }

    private static boolean job(String path, String line, boolean personal, Map<List<String>, ScheduledJob> jobs) {
        if (line.length() > LONGEST_LINE) {
            return false;
        }
        Matcher anacron = ANACRON.matcher(line);
        if (path.endsWith("/anacrontab")) {
            if (anacron.matches()) {
                add(path, anacron.group(4), "every " + anacron.group(1) + " days, " + anacron.group(2) + " minutes later",
                        "root", true, jobs);
            }
            return anacron.matches();
        }
        Matcher matcher = (personal ? PERSONAL : SYSTEM).matcher(line);
        if (!matcher.matches() || !TIME.matcher(line).matches()) {
            return false;
        }
        String user = personal ? path.substring(path.lastIndexOf('/') + 1) : matcher.group(2);
        add(path, matcher.group(personal ? 2 : 3), matcher.group(1).replaceAll("\\s+", " "), user, true, jobs);
        return true;
    }

    /** /etc/cron.daily/name: what run-parts starts each day. */
    private static void folder(String path, Map<List<String>, ScheduledJob> jobs) {
        String folder = path.substring(0, path.lastIndexOf('/'));
        if (!OTHER_FILE.matcher(path).matches() && !path.endsWith("/.placeholder")) {
            add(folder, path, folder.substring(Math.max(folder.lastIndexOf('.'), folder.lastIndexOf('/')) + 1), "root", true,
                    jobs);
        }
    }

    private static void timer(Map<String, String> timer, Map<List<String>, ScheduledJob> jobs) {
        String schedule = Stream.of("TimersCalendar", "TimersMonotonic").map(name -> timer.getOrDefault(name, ""))
                .flatMap(text -> TIMER.matcher(text).results()).map(found -> found.group(1) + "=" + found.group(2)).sorted()
                .collect(Collectors.joining("; "));
        String startup = timer.getOrDefault("UnitFileState", "");
        add(timer.get("Id"), timer.getOrDefault("Unit", ""), schedule, null,
                startup.startsWith("enabled") || startup.equals("static") || startup.equals("generated"), jobs);
    }

    /** Property lists of launchd.plist(5), each after a line "plist", path. */
    private static void launchd(CommandOutput output, Map<List<String>, ScheduledJob> jobs) {
        for (String part : String.join("\n", output.lines()).split("(?m)^plist\t")) {
            int end = part.indexOf('\n');
            if (end > 0 && PropertyList.parse(part.substring(end + 1)).orElse(null) instanceof Map<?, ?> job
                    && (job.containsKey("StartInterval") || job.containsKey("StartCalendarInterval"))) {
                Object arguments = job.get("ProgramArguments");
                String command = arguments instanceof List<?> words ? words.stream().map(String::valueOf).collect(Collectors.joining(" "))
                        : PropertyList.text(job, "Program").orElse("");
                String schedule = PropertyList.text(job, "StartInterval").map(seconds -> "every " + seconds + " seconds")
                        .orElseGet(() -> String.valueOf(job.get("StartCalendarInterval")).replaceAll("[{}\\[\\]]", ""));
                add(part.substring(0, end), command, schedule, PropertyList.text(job, "UserName").orElse("root"),
                        !Boolean.TRUE.equals(job.get("Disabled")), jobs);
            }
        }
    }

    /** The same command at several times of one source is one job. */
    private static void add(String source, String command, String schedule, String user, boolean enabled,
            Map<List<String>, ScheduledJob> jobs) {
        String masked = SecretMask.apply(command);
        ScheduledJob job = jobs.computeIfAbsent(List.of(source, masked), key -> {
            ScheduledJob created = HostFactory.eINSTANCE.createScheduledJob();
            created.setSource(source);
            created.setCommand(masked);
            created.setEnabled(enabled);
            return created;
        });
        job.setSchedule(joined(job.getSchedule(), schedule, "; "));
        job.setUser(joined(job.getUser(), user, ", "));
    }

    private static String joined(String known, String more, String between) {
        Set<String> parts = new TreeSet<>();
        Stream.of(known, more).filter(text -> text != null && !text.isEmpty())
                .forEach(text -> parts.addAll(List.of(text.split(between))));
        return parts.isEmpty() ? null : String.join(between, parts);
    }
}
