package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Share;
import org.cadastre.model.host.Shares;

/** exports(5) of NFS, smb.conf(5) of Samba. */
public final class SharesReader implements SectionReader<Shares> {

    private static final Pattern EXPORT = Pattern.compile("(\"[^\"]+\"|\\S+)(.*)");
    private static final Pattern HEADER = Pattern.compile("\\[([^\\]]+)\\]");
    private static final Pattern ASSIGNMENT = Pattern.compile("([^=]+?)\\s*=\\s*(.*)");
    /** How smb.conf names who may use a share. */
    private static final List<String> WHO = List.of("valid users", "invalid users", "write list", "read list", "admin users",
            "hosts allow", "hosts deny");

    @Override
    public Shares create() {
        return HostFactory.eINSTANCE.createShares();
    }

    @Override
    public void read(Shares section, Sources sources) {
        Map<List<String>, Share> shares = new LinkedHashMap<>();
        FileLines exports = FileLines.of(sources.first("exports"));
        FileLines smb = FileLines.of(sources.first("smb"));
        if (!exports.denied().isEmpty() || !smb.denied().isEmpty()) {
            sources.denied("some lists of shares need root");
        }
        exports.byPath().values().forEach(lines -> joined(lines).forEach(line -> export(line, shares)));
        smb.byPath().values().forEach(lines -> samba(joined(lines), shares));
        section.getShares().addAll(shares.values());
    }

    /** A backslash at the end of a line continues it. */
    private static List<String> joined(List<String> lines) {
        List<String> joined = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : lines) {
            if (part.endsWith("\\") && line.length() < 100_000) {
                line.append(part, 0, part.length() - 1).append(' ');
            } else {
                joined.add(line.append(part).toString().strip());
                line.setLength(0);
            }
        }
        return joined;
    }

    private static void export(String line, Map<List<String>, Share> shares) {
        Matcher matcher = EXPORT.matcher(line);
        if (matcher.matches() && line.startsWith("/") || matcher.matches() && line.startsWith("\"/")) {
            String path = matcher.group(1).replace("\"", "").replace("\\040", " ");
            Share share = shares.computeIfAbsent(List.of("nfs", path), key -> create("nfs", path));
            share.setPath(path);
            TreeSet<String> clients = new TreeSet<>(share.getClients());
            for (String client : matcher.group(2).strip().split("\\s+")) {
                if (!client.isEmpty() && !client.startsWith("-")) {
                    clients.add(client);
                }
            }
            share.getClients().clear();
            share.getClients().addAll(clients);
            share.setReadOnly(clients.stream().noneMatch(client -> client.matches(".*[(,]rw[,)].*")));
        }
    }

    private static void samba(List<String> lines, Map<List<String>, Share> shares) {
        Share share = null;
        for (String line : lines) {
            Matcher header = HEADER.matcher(line);
            Matcher assignment = ASSIGNMENT.matcher(line);
            if (header.matches()) {
                String name = header.group(1).strip();
                share = name.equalsIgnoreCase("global") ? null : shares.computeIfAbsent(List.of("smb", name), key -> create("smb", name));
                if (share != null) {
                    share.setReadOnly(true);
                    share.setGuest(false);
                }
            } else if (share != null && assignment.matches()) {
                set(share, assignment.group(1).toLowerCase(Locale.ROOT).replaceAll("\\s+", " "), assignment.group(2));
            }
        }
    }

    private static void set(Share share, String name, String value) {
        boolean yes = value.equalsIgnoreCase("yes") || value.equalsIgnoreCase("true") || value.equals("1");
        switch (name) {
            case "path", "directory" -> share.setPath(value);
            case "comment" -> share.setComment(value);
            case "read only" -> share.setReadOnly(yes);
            case "writable", "writeable", "write ok" -> share.setReadOnly(!yes);
            case "guest ok", "public" -> share.setGuest(yes);
            default -> {
                if (WHO.contains(name) && !share.getClients().contains(name + ": " + value)) {
                    share.getClients().add(name + ": " + value);
                }
            }
        }
    }

    private static Share create(String protocol, String name) {
        Share share = HostFactory.eINSTANCE.createShare();
        share.setProtocol(protocol);
        share.setName(name);
        return share;
    }
}
