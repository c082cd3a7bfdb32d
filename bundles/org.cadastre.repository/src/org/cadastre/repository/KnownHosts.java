package org.cadastre.repository;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.cadastre.repository.internal.EstateFiles;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The SSH host keys that the estate has seen (known_hosts on the branch "estate", in OpenSSH's format, sshd(8)). Lines
 * that other programs or people wrote are kept as they are; hashed names are not looked into. Thread-safe.
 */
public final class KnownHosts {

    private static final String FILE = "known_hosts";
    private static final int SSH = 22;
    private static final Pattern HOST = Pattern.compile("[^\\s,#@|*?!]+");
    private static final Pattern KEY = Pattern.compile("[\\w@.-]+ [A-Za-z0-9+/=]+");

    private final EstateFiles files;
    private final Set<String> unsaved = new LinkedHashSet<>();
    private ObjectId version = ObjectId.zeroId();
    private List<String> saved = List.of();

    KnownHosts(EstateFiles files) {
        this.files = files;
    }

    /** The keys known for an address, "ssh-ed25519 AAAA..."; empty at the first visit. */
    public synchronized Set<String> known(String host, int port) throws EstateException {
        String address = address(host, port);
        return all().stream().filter(known -> known.address().equals(address)).map(KnownHost::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All keys with the addresses that they are known for, in the order in which they were first seen. */
    public synchronized List<KnownHost> all() throws EstateException {
        ObjectId now = files.version();
        if (!now.equals(version)) {
            saved = files.read(FILE).lines().toList();
            version = now;
        }
        List<String> lines = new ArrayList<>(saved);
        lines.addAll(unsaved);
        List<KnownHost> all = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.strip().split("\\s+");
            if (fields.length >= 3 && !fields[0].startsWith("#")) {
                for (String address : fields[0].split(",")) {
                    all.add(new KnownHost(address, fields[1] + " " + fields[2]));
                }
            }
        }
        return all;
    }

    /**
     * Forgets the keys of an address, at once, so that the next one it shows is taken as the first.
     *
     * @return whether any was known
     */
    public synchronized boolean forget(String host, int port) throws EstateException {
        boolean known = !known(host, port).isEmpty();
        if (known) {
            String address = address(host, port);
            unsaved.removeIf(line -> line.startsWith(address + " "));
            files.change(FILE, text -> text.lines().flatMap(line -> without(address, line).stream())
                    .map(line -> line + "\n").collect(Collectors.joining()), "Forget the host keys of " + address);
        }
        return known;
    }

    /** A line of the file without one of its addresses; empty if it has no other. */
    private static Optional<String> without(String address, String line) {
        String[] fields = line.strip().split("\\s+", 2);
        List<String> addresses = List.of(fields[0].split(","));
        if (fields.length < 2 || !addresses.contains(address)) {
            return Optional.of(line);
        }
        String others = addresses.stream().filter(one -> !one.equals(address)).collect(Collectors.joining(","));
        return others.isEmpty() ? Optional.empty() : Optional.of(others + " " + fields[1]);
    }

    /**
     * Remembers a key from now on. It is written by {@link #save()}, at the latest when a snapshot is committed.
     *
     * @param key in OpenSSH's form, "ssh-ed25519 AAAA..."
     * @throws IllegalArgumentException if host or key would not fit into one line
     */
    public synchronized void remember(String host, int port, String key) {
        if (!HOST.matcher(host).matches() || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("neither host nor key may hold blanks or lines");
        }
        unsaved.add(address(host, port) + " " + key);
    }

    /** Writes what was remembered, beside what others have written meanwhile. */
    public synchronized void save() throws EstateException {
        if (unsaved.isEmpty()) {
            return;
        }
        files.change(FILE, text -> {
            Set<String> lines = text.lines().collect(Collectors.toCollection(LinkedHashSet::new));
            lines.addAll(unsaved);
            return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        }, "Remember host keys");
        unsaved.clear();
    }

    private static String address(String host, int port) {
        String lower = host.toLowerCase(Locale.ROOT);
        return port == SSH ? lower : "[" + lower + "]:" + port;
    }
}
