package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Repositories;
import org.cadastre.model.host.Repository;

/**
 * sources.list(5) in both its forms, the .repo files of yum, dnf (dnf.conf(5)) and zypper, apk's list, pacman.conf(5). The
 * same repository in two files is told once, by the first of them.
 */
public final class RepositoriesReader implements SectionReader<Repositories> {

    private static final Pattern APT_LINE = Pattern.compile("(deb|deb-src)\\s+(?:\\[([^\\]]*)\\]\\s*)?(\\S+)\\s+(\\S+)((?:\\s+\\S+)*)");
    private static final Pattern HEADER = Pattern.compile("\\[([^\\]]+)\\]");
    private static final Pattern ASSIGNMENT = Pattern.compile("([\\w.-]+)\\s*=\\s*(.*)");
    private static final Pattern FIELD = Pattern.compile("([\\w-]+):\\s*(.*)");

    @Override
    public Repositories create() {
        return HostFactory.eINSTANCE.createRepositories();
    }

    @Override
    public void read(Repositories section, Sources sources) {
        Map<List<String>, Repository> found = new LinkedHashMap<>();
        sources.first("repositories").ifPresent(output -> {
            FileLines files = FileLines.of(Optional.of(output));
            if (!files.denied().isEmpty()) {
                sources.denied("some lists of repositories need root");
            }
            files.byPath().forEach((path, lines) -> {
                for (Repository repository : repositories(path, lines, () -> sources.badLine(output))) {
                    repository.setSource(path);
                    found.putIfAbsent(List.of(repository.getManager(), repository.getName()), repository);
                }
            });
        });
        section.getRepositories().addAll(found.values());
    }

    private static List<Repository> repositories(String path, List<String> lines, Runnable badLine) {
        if (path.endsWith(".sources")) {
            return stanzas(lines);
        }
        if (path.endsWith(".repo")) {
            return ini(lines, path.startsWith("/etc/zypp/") ? "zypper" : "yum");
        }
        return switch (path) {
            case "/etc/apk/repositories" -> lines.stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> repository("apk", line, line)).toList();
            case "/etc/pacman.conf" -> ini(lines, "pacman").stream().filter(one -> !one.getName().equals("options")).toList();
            case "/etc/dnf/dnf.conf" -> List.of();
            default -> aptLines(lines, badLine);
        };
    }

    private static List<Repository> aptLines(List<String> lines, Runnable badLine) {
        List<Repository> found = new ArrayList<>();
        for (String line : lines) {
            String text = line.replaceFirst("#.*", "").strip();
            Matcher matcher = APT_LINE.matcher(text);
            if (matcher.matches()) {
                String options = matcher.group(2) == null ? "" : matcher.group(2);
                found.add(apt(matcher.group(1), matcher.group(3), matcher.group(4), words(matcher.group(5)),
                        options.contains("trusted=yes")));
            } else if (!text.isEmpty()) {
                badLine.run();
            }
        }
        return found;
    }

    /** Paragraphs of "Name: value", continued by lines that begin with a blank (deb822(5)). */
    private static List<Repository> stanzas(List<String> lines) {
        List<Repository> found = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        String last = "";
        List<String> all = new ArrayList<>(lines);
        all.add("");
        for (String line : all) {
            Matcher field = FIELD.matcher(line);
            if (line.isBlank()) {
                found.addAll(stanza(fields));
                fields.clear();
            } else if (field.matches()) {
                last = field.group(1).toLowerCase(java.util.Locale.ROOT);
                fields.put(last, field.group(2).strip());
            } else if (Character.isWhitespace(line.charAt(0))) {
                fields.merge(last, line.strip(), (before, more) -> before + " " + more);
            }
        }
        return found;
    }

    private static List<Repository> stanza(Map<String, String> fields) {
        List<Repository> found = new ArrayList<>();
        for (String type : words(fields.get("types"))) {
            for (String address : words(fields.get("uris"))) {
                for (String suite : words(fields.get("suites"))) {
                    Repository repository = apt(type, address, suite, words(fields.get("components")),
                            "yes".equals(fields.get("trusted")));
                    repository.setEnabled(!"no".equals(fields.get("enabled")));
                    found.add(repository);
                }
            }
        }
        return found;
    }

    private static Repository apt(String type, String address, String suite, List<String> components, boolean trusted) {
        Repository repository = repository("apt", type + " " + SecretMask.apply(address) + " " + suite, address);
        repository.getComponents().addAll(components.stream().distinct().sorted().toList());
        if (trusted) {
            repository.setVerified(false);
        }
        return repository;
    }

    private static List<Repository> ini(List<String> lines, String manager) {
        List<Repository> found = new ArrayList<>();
        for (String line : lines) {
            String text = line.strip();
            Matcher header = HEADER.matcher(text);
            Matcher assignment = ASSIGNMENT.matcher(text);
            if (header.matches()) {
                found.add(repository(manager, header.group(1), null));
            } else if (assignment.matches() && !found.isEmpty()) {
                set(found.getLast(), assignment.group(1), assignment.group(2).strip());
            }
        }
        return found;
    }

    private static void set(Repository repository, String name, String value) {
        switch (name) {
            case "baseurl", "Server" -> repository.setAddress(SecretMask.apply(value));
            case "mirrorlist", "metalink", "Include" -> {
                if (repository.getAddress() == null) {
                    repository.setAddress(SecretMask.apply(value));
                }
            }
            case "enabled" -> repository.setEnabled(isTrue(value));
            case "gpgcheck" -> repository.setVerified(isTrue(value));
            case "SigLevel" -> repository.setVerified(!value.contains("Never"));
            default -> {
                // A setting that says nothing here.
            }
        }
    }

    private static boolean isTrue(String value) {
        return value.equals("1") || value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes");
    }

    private static Repository repository(String manager, String name, String address) {
        Repository repository = HostFactory.eINSTANCE.createRepository();
        repository.setManager(manager);
        repository.setName(SecretMask.apply(name));
        repository.setAddress(address == null ? null : SecretMask.apply(address));
        repository.setEnabled(true);
        return repository;
    }

    private static List<String> words(String text) {
        return text == null || text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
    }
}
