package org.cadastre.collect.unix.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Service;
import org.cadastre.model.host.Services;

/** Services of systemd, OpenRC, FreeBSD's rc.d, OpenBSD's rcctl, SMF, AIX's SRC, launchd, or the scripts of System V. */
public final class ServicesReader implements SectionReader<Services> {

    private static final Set<String> RUNNING = Set.of("active", "reloading", "activating", "deactivating", "refreshing");
    private static final Pattern OPENRC_STATUS = Pattern.compile("\\s*(\\S+)\\s+\\[\\s*(\\S+).*\\].*");
    private static final Pattern DISABLED = Pattern.compile("\\s*\"([^\"]+)\" => (\\w+)\\s*");
    private static final Pattern START_LINK = Pattern.compile(".*/S\\d\\d([^/]+)");

    @Override
    public Services create() {
        return HostFactory.eINSTANCE.createServices();
    }

    @Override
    public void read(Services section, Sources sources) {
        sources.first("systemd-services", "openrc", "rc.d", "rcctl", "smf", "lssrc", "launchd", "sysv").ifPresent(output -> {
            switch (output.name()) {
                case "systemd-services" -> UnitProperties.read(output).forEach(unit -> section.getServices().add(systemd(unit)));
                case "openrc" -> openrc(output, section, sources);
                case "rc.d" -> paths(output, "rc.d", section);
                case "rcctl" -> rcctl(output, section, sources);
                case "smf" -> smf(output, section, sources);
                case "lssrc" -> lssrc(output, section);
                case "launchd" -> launchd(output, section, sources);
                default -> sysv(output, section);
            }
            if (Set.of("rc.d", "launchd", "sysv").contains(output.name())) {
                sources.partial("this service manager does not tell without running scripts which services run");
            }
        });
    }

    private static Service systemd(Map<String, String> unit) {
        Service service = create(unit.get("Id"), "systemd", section -> { });
        service.setDescription(value(unit, "Description"));
        String startup = value(unit, "UnitFileState");
        service.setStartup(startup == null ? value(unit, "LoadState") : startup);
        // Whether such a unit runs just now depends on the clock, on a peer, or on another program that asks.
        boolean comesAndGoes = "oneshot".equals(unit.get("Type")) || value(unit, "TriggeredBy") != null
                || value(unit, "BusName") != null && value(unit, "WantedBy") == null && value(unit, "RequiredBy") == null;
        if (!comesAndGoes && unit.containsKey("ActiveState")) {
            service.setRunning(RUNNING.contains(unit.get("ActiveState")));
        }
        return service;
    }

    private static String value(Map<String, String> unit, String name) {
        String value = unit.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    private static Service create(String name, String manager, java.util.function.Consumer<Service> then) {
        Service service = HostFactory.eINSTANCE.createService();
        service.setName(name);
        service.setManager(manager);
        then.accept(service);
        return service;
    }

    private static void openrc(CommandOutput output, Services section, Sources sources) {
        Map<String, Boolean> running = new java.util.HashMap<>();
        sources.extra("openrc-status").map(CommandOutput::lines).orElse(List.of()).forEach(line -> {
            Matcher matcher = OPENRC_STATUS.matcher(line);
            if (matcher.matches()) {
                running.put(matcher.group(1), matcher.group(2).equals("started"));
            }
        });
        for (String line : output.lines()) {
            int bar = line.indexOf('|');
            if (bar > 0 && !line.substring(0, bar).isBlank()) {
                String levels = line.substring(bar + 1).strip().replaceAll("\\s+", " ");
                section.getServices().add(create(line.substring(0, bar).strip(), "openrc", service -> {
                    service.setStartup(levels.isEmpty() ? "disabled" : levels);
                    service.setRunning(running.get(service.getName()));
                }));
            } else if (!line.isBlank()) {
                sources.badLine(output);
            }
        }
    }

    private static void paths(CommandOutput output, String manager, Services section) {
        output.lines().stream().map(String::strip).filter(line -> line.startsWith("/")).forEach(line -> section.getServices()
                .add(create(line.substring(line.lastIndexOf('/') + 1), manager, service -> service.setStartup("enabled"))));
    }

    private static void smf(CommandOutput output, Services section, Sources sources) {
        for (String line : output.lines()) {
            String[] words = line.strip().split("\\s+");
            if (words.length == 2 && words[1].contains(":")) {
                String state = words[0].replace("*", "");
                section.getServices().add(create(words[1], "smf", service -> {
                    service.setStartup(state.equals("disabled") ? "disabled" : "enabled");
                    service.setRunning(state.equals("online") || state.equals("degraded"));
                }));
            } else if (!line.isBlank()) {
                sources.badLine(output);
            }
        }
    }

    /** rcctl(8) of OpenBSD: "ls on" and "ls started", a name in each line. */
    private static void rcctl(CommandOutput output, Services section, Sources sources) {
        Set<String> started = names(sources.extra("rcctl-started"));
        names(Optional.of(output)).forEach(name -> section.getServices().add(create(name, "rcctl", service -> {
            service.setStartup("enabled");
            service.setRunning(started.contains(name));
        })));
    }

    private static Set<String> names(Optional<CommandOutput> output) {
        return output.map(CommandOutput::lines).orElse(List.of()).stream().map(String::strip).filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** lssrc -a of AIX: subsystem, group, process, status; the two in the middle may be missing. */
    private static void lssrc(CommandOutput output, Services section) {
        output.lines().stream().skip(1).map(line -> line.strip().split("\\s+")).filter(words -> words.length >= 2)
                .filter(words -> List.of("active", "inoperative").contains(words[words.length - 1]))
                .forEach(words -> section.getServices().add(create(words[0], "src",
                        service -> service.setRunning(words[words.length - 1].equals("active")))));
    }

    /** Names of definitions; and as launchctl(1) print-disabled tells it: "com.openssh.sshd" => disabled (older: true). */
    private static void launchd(CommandOutput output, Services section, Sources sources) {
        Map<String, String> startup = new java.util.HashMap<>();
        sources.extra("launchd-disabled").map(CommandOutput::lines).orElse(List.of()).stream().map(DISABLED::matcher)
                .filter(Matcher::matches).forEach(found -> startup.put(found.group(1), found.group(2).matches("disabled|true") ? "disabled" : "enabled"));
        output.lines().stream().filter(line -> line.endsWith(".plist"))
                .map(line -> line.substring(line.lastIndexOf('/') + 1, line.length() - 6)).distinct()
                .forEach(name -> section.getServices().add(create(name, "launchd", service -> service.setStartup(startup.get(name)))));
    }

    private static void sysv(CommandOutput output, Services section) {
        Set<String> started = new HashSet<>();
        for (String line : output.lines()) {
            Matcher link = START_LINK.matcher(line);
            if (line.startsWith("start\t") && link.matches()) {
                started.add(link.group(1));
            }
        }
        output.lines().stream().filter(line -> line.startsWith("script\t")).map(line -> line.substring(line.lastIndexOf('/') + 1))
                .filter(name -> !name.isBlank()).forEach(name -> section.getServices().add(create(name, "sysv",
                        service -> service.setStartup(started.contains(name) ? "enabled" : "disabled"))));
    }
}
