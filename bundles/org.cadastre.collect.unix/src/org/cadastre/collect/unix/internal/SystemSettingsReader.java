package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.KernelSetting;
import org.cadastre.model.host.SystemSettings;

/**
 * /proc/cmdline, locale.conf(5), selinux(8), the UEFI variable SecureBoot, chrony.conf(5), ntp.conf(5), timesyncd.conf(5),
 * sssd.conf(5), smb.conf(5), krb5.conf(5), sysctl.d(5) with the values that hold.
 */
public final class SystemSettingsReader implements SectionReader<SystemSettings> {

    private static final Pattern ASSIGNMENT = Pattern.compile("-?\\s*([\\w./*-]+)\\s*=\\s*(.*)");
    private static final Pattern TIME_SERVER = Pattern.compile("\\s*(?:server|pool|peer|servers)\\s+(\\S+).*");
    private static final Pattern TIMESYNCD = Pattern.compile("\\s*(?:Fallback)?NTP\\s*=\\s*(.*)");
    /** systemd's log shows a name cut off, as the kernel does. */
    private static final Map<String, String> TIME_SERVICES = Map.of("chronyd", "chronyd", "ntpd", "ntpd", "openntpd", "openntpd",
            "systemd-timesyn", "systemd-timesyncd", "systemd-timesyncd", "systemd-timesyncd", "timed", "timed", "vmtoolsd", "", "ptp4l", "ptp4l");

    @Override
    public SystemSettings create() {
        return HostFactory.eINSTANCE.createSystemSettings();
    }

    @Override
    public void read(SystemSettings section, Sources sources) {
        sources.extra("cmdline").map(CommandOutput::firstLine).filter(line -> !line.isEmpty())
                .ifPresent(line -> section.setBootParameters(SecretMask.apply(line)));
        sources.extra("default-target").map(CommandOutput::firstLine).filter(line -> !line.isEmpty())
                .ifPresent(section::setDefaultTarget);
        language(section, sources.extra("locale"));
        guards(section, sources);
        time(section, sources);
        section.getDomains().addAll(domains(sources));
        section.getKernelSettings().addAll(kernelSettings(sources));
    }

    private static void language(SystemSettings section, Optional<CommandOutput> output) {
        for (List<String> lines : FileLines.of(output).byPath().values()) {
            Map<String, String> facts = assignments(lines);
            Optional.ofNullable(facts.get("LANG")).ifPresent(section::setLocale);
            Optional.ofNullable(facts.getOrDefault("KEYMAP", facts.get("XKBLAYOUT"))).ifPresent(section::setKeyboard);
        }
    }

    private static void guards(SystemSettings section, Sources sources) {
        Values guards = Values.of(sources.extra("guards"));
        Optional<String> atStart = FileLines.of(sources.extra("selinux-config")).byPath().values().stream()
                .map(lines -> assignments(lines).get("SELINUX")).filter(mode -> mode != null).findFirst();
        Optional<String> now = guards.get("/sys/fs/selinux/enforce").map(flag -> flag.equals("1") ? "enforcing" : "permissive");
        atStart.ifPresent(section::setSelinuxAtStart);
        now.or(() -> atStart.map(mode -> "disabled")).ifPresent(section::setSelinux);
        guards.get("/sys/module/apparmor/parameters/enabled").ifPresent(flag -> section.setApparmor(flag.equals("Y")));
        guards.get("/proc/sys/crypto/fips_enabled").ifPresent(flag -> section.setFips(flag.equals("1")));
        sources.extra("secure-boot").map(CommandOutput::firstLine).flatMap(Numbers::integer)
                .ifPresent(flag -> section.setSecureBoot(flag == 1));
    }

    private static void time(SystemSettings section, Sources sources) {
        TreeSet<String> services = new TreeSet<>();
        sources.lookUp("ps").or(() -> sources.lookUp("ps-plain")).ifPresent(output -> output.lines().forEach(line -> {
            String program = line.substring(line.lastIndexOf(' ') + 1);
            services.add(TIME_SERVICES.getOrDefault(program.substring(program.lastIndexOf('/') + 1), ""));
        }));
        services.remove("");
        section.getTimeServices().addAll(services);
        TreeSet<String> servers = new TreeSet<>();
        FileLines.of(sources.extra("time-servers")).byPath().forEach((path, lines) -> lines.forEach(line -> {
            Matcher server = TIME_SERVER.matcher(line);
            Matcher timesyncd = TIMESYNCD.matcher(line);
            if (server.matches()) {
                servers.add(server.group(1));
            } else if (timesyncd.matches()) {
                servers.addAll(List.of(timesyncd.group(1).strip().split("\\s+")));
            }
        }));
        servers.remove("");
        section.getTimeServers().addAll(servers);
    }

    private static Collection<String> domains(Sources sources) {
        FileLines files = FileLines.of(sources.extra("domains"));
        if (!files.denied().isEmpty()) {
            sources.denied("the domains that the host belongs to need root");
        }
        TreeSet<String> domains = new TreeSet<>();
        files.byPath().forEach((path, lines) -> {
            Map<String, String> facts = assignments(lines);
            if (path.contains("/sssd/")) {
                for (String line : lines) {
                    if (line.strip().startsWith("[domain/")) {
                        domains.add(line.strip().replaceAll("^\\[domain/|\\]$", "") + " (sssd"
                                + (facts.containsKey("id_provider") ? ", " + facts.get("id_provider") : "") + ")");
                    }
                }
            } else if (path.endsWith("/smb.conf")) {
                boolean member = Set.of("ads", "domain").contains(facts.getOrDefault("security", "").toLowerCase(java.util.Locale.ROOT));
                Optional.ofNullable(facts.getOrDefault("realm", facts.get("workgroup"))).filter(name -> member)
                        .ifPresent(name -> domains.add(name + " (winbind)"));
            } else if (path.endsWith("/krb5.conf")) {
                Optional.ofNullable(facts.get("default_realm")).ifPresent(realm -> domains.add(realm + " (Kerberos)"));
            } else if (path.endsWith("/ipa/default.conf")) {
                Optional.ofNullable(facts.get("domain")).ifPresent(domain -> domains.add(domain + " (IPA)"));
            } else if (path.endsWith("/nslcd.conf")) {
                lines.stream().map(line -> line.strip().split("\\s+", 2)).filter(words -> words.length > 1 && words[0].equals("base"))
                        .forEach(words -> domains.add(words[1] + " (LDAP)"));
            }
        });
        return domains;
    }

    /** Files of the same name hide each other, and all are read in the order of their names; sysctl.conf comes last. */
    private static Collection<KernelSetting> kernelSettings(Sources sources) {
        Map<String, String> files = new TreeMap<>();
        FileLines lines = FileLines.of(sources.extra("sysctl-files"));
        for (String path : lines.byPath().keySet()) {
            files.put(path.endsWith("/sysctl.conf") ? "~" : path.substring(path.lastIndexOf('/') + 1), path);
        }
        Map<String, String> values = sysctl(sources);
        Map<String, KernelSetting> settings = new TreeMap<>();
        for (String path : files.values()) {
            assignments(lines.get(path)).keySet().forEach(written -> {
                String name = written.replace('/', '.');
                if (values.containsKey(name)) {
                    KernelSetting setting = HostFactory.eINSTANCE.createKernelSetting();
                    setting.setName(name);
                    setting.setValue(values.get(name));
                    setting.setSource(path);
                    settings.put(name, setting);
                }
            });
        }
        return settings.values();
    }

    private static Map<String, String> sysctl(Sources sources) {
        Map<String, String> values = new HashMap<>();
        sources.lookUp("sysctl").ifPresent(output -> output.lines().forEach(line -> {
            Matcher matcher = ASSIGNMENT.matcher(line);
            if (matcher.matches()) {
                values.put(matcher.group(1), matcher.group(2).strip().replaceAll("\\s+", " "));
            }
        }));
        return values;
    }

    private static Map<String, String> assignments(List<String> lines) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String line : new ArrayList<>(lines)) {
            Matcher matcher = ASSIGNMENT.matcher(line.strip());
            if (matcher.matches()) {
                facts.put(matcher.group(1), matcher.group(2).strip().replaceAll("^[\"']|[\"']$", ""));
            }
        }
        return facts;
    }
}
