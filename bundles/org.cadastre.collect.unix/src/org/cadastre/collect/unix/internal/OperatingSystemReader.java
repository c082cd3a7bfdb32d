package org.cadastre.collect.unix.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.OperatingSystem;

/** uname(1), os-release(5) and its kin, time zone, virtualisation. */
public final class OperatingSystemReader implements SectionReader<OperatingSystem> {

    private static final Pattern ZONE_LINK = Pattern.compile("-> .*zoneinfo(?:\\.default)?/(.+)$");
    private static final Pattern RED_HAT = Pattern.compile("(.+?) release (\\d+(?:\\.\\d+){0,5}).*");

    @Override
    public OperatingSystem create() {
        return HostFactory.eINSTANCE.createOperatingSystem();
    }

    @Override
    public void read(OperatingSystem system, Sources sources) {
        FileLines files = FileLines.of(sources.extra("release-files"));
        sources.first("uname").ifPresent(output -> uname(output, system, files, sources));
        Map<String, String> release = assignments(sources.extra("os-release"));
        if (!release.isEmpty()) {
            system.setName(release.getOrDefault("PRETTY_NAME", release.get("NAME")));
            system.setDistribution(release.get("ID"));
        }
        version(release, files).ifPresent(system::setVersion);
        if (release.isEmpty()) {
            other(system, files, sources);
        }
        Virtualization.of(sources).ifPresent(system::setVirtualization);
        timeZone(sources, files).ifPresent(system::setTimeZone);
    }

    private static void uname(CommandOutput output, OperatingSystem system, FileLines files, Sources sources) {
        String[] words = output.firstLine().split("\\s+");
        if (words.length < 4) {
            sources.badLine(output);
            return;
        }
        system.setKernel(words[0]);
        system.setKernelRelease(words[2]);
        system.setArchitecture(words[words.length - 1]);
        String node = words[1];
        int dot = node.indexOf('.');
        system.setHostName(dot < 0 ? node : node.substring(0, dot));
        if (dot > 0) {
            system.setDomainName(node);
        } else {
            qualifiedName(node, files).ifPresent(system::setDomainName);
        }
    }

    /** From the hosts file only: a question to the DNS would give what the DNS server says today. */
    private static Optional<String> qualifiedName(String host, FileLines files) {
        return files.get("/etc/hosts").stream().map(line -> line.replaceAll("#.*", "").strip().split("\\s+"))
                .filter(words -> List.of(words).subList(1, words.length).contains(host))
                .flatMap(words -> List.of(words).subList(1, words.length).stream())
                .filter(name -> name.startsWith(host + ".")).findFirst();
    }

    /** NAME=value, NAME="value" or NAME='value', as a shell would read them. */
    static Map<String, String> assignments(Optional<CommandOutput> output) {
        Map<String, String> values = new HashMap<>();
        output.map(CommandOutput::lines).ifPresent(lines -> lines.forEach(line -> {
            int sign = line.indexOf('=');
            if (sign > 0 && line.charAt(0) != '#') {
                String value = line.substring(sign + 1).strip();
                if (value.length() >= 2 && (value.startsWith("\"") && value.endsWith("\"")
                        || value.startsWith("'") && value.endsWith("'"))) {
                    value = value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
                }
                if (!value.isEmpty()) {
                    values.put(line.substring(0, sign).strip(), value);
                }
            }
        }));
        return values;
    }

    /** os-release often gives the major number only; the maker's own file or VERSION has the point release. */
    private static Optional<String> version(Map<String, String> release, FileLines files) {
        String id = release.get("VERSION_ID");
        Optional<String> debian = files.first("/etc/debian_version")
                .filter(text -> "debian".equals(release.get("ID")) && text.matches("\\d+(\\.\\d+)+"));
        Optional<String> redHat = files.first("/etc/redhat-release").map(RED_HAT::matcher).filter(Matcher::matches)
                .map(matcher -> matcher.group(2));
        Optional<String> words = Optional.ofNullable(release.get("VERSION")).map(text -> text.split(" ")[0]);
        return java.util.stream.Stream.of(debian, redHat, words).flatMap(Optional::stream)
                .filter(text -> id == null || text.startsWith(id + ".")).findFirst()
                .or(() -> Optional.ofNullable(id));
    }

    private static void other(OperatingSystem system, FileLines files, Sources sources) {
        if (system.getKernel() != null) {
            system.setDistribution(system.getKernel().toLowerCase(Locale.ROOT));
        }
        files.first("/etc/redhat-release").ifPresent(text -> {
            system.setName(text);
            system.setDistribution(text.startsWith("CentOS") ? "centos" : text.startsWith("Fedora") ? "fedora" : "rhel");
        });
        files.first("/etc/release").ifPresent(system::setName);
        Map<String, String> mac = new HashMap<>();
        sources.extra("sw_vers").map(CommandOutput::lines).orElse(List.of()).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                mac.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            }
        });
        if (mac.containsKey("ProductVersion")) {
            system.setName(mac.getOrDefault("ProductName", "macOS") + " " + mac.get("ProductVersion"));
            system.setVersion(mac.get("ProductVersion"));
        }
        sources.extra("freebsd-version").map(CommandOutput::firstLine).ifPresent(system::setVersion);
        sources.extra("oslevel").map(CommandOutput::firstLine).ifPresent(system::setVersion);
        if (system.getName() == null && system.getKernel() != null) {
            String version = system.getVersion() == null ? system.getKernelRelease() : system.getVersion();
            system.setName(system.getKernel() + " " + version);
        }
    }

    private static Optional<String> timeZone(Sources sources, FileLines files) {
        return sources.extra("localtime").map(CommandOutput::firstLine).map(ZONE_LINK::matcher).filter(Matcher::find)
                .map(matcher -> matcher.group(1).strip())
                .or(() -> files.first("/etc/timezone").filter(zone -> !zone.startsWith("#")))
                .or(() -> files.first("/var/db/zoneinfo"))
                .or(() -> files.get("/etc/TIMEZONE").stream().filter(line -> line.startsWith("TZ="))
                        .map(line -> line.substring(3).strip()).findFirst());
    }
}
