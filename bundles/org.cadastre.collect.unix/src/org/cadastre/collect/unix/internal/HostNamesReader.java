package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.cadastre.collect.unix.networking.HostName;
import org.cadastre.collect.unix.networking.HostNames;
import org.cadastre.collect.unix.networking.NameSource;
import org.cadastre.collect.unix.networking.NetworkingFactory;

/** hosts(5) and nsswitch.conf(5). */
public final class HostNamesReader implements SectionReader<HostNames> {

    @Override
    public HostNames create() {
        return NetworkingFactory.eINSTANCE.createHostNames();
    }

    @Override
    public void read(HostNames section, Sources sources) {
        sources.first("hosts").ifPresent(output -> {
            FileLines files = FileLines.of(Optional.of(output));
            Map<String, HostName> names = new LinkedHashMap<>();
            for (String line : files.get("/etc/hosts")) {
                List<String> words = words(line);
                if (!words.isEmpty() && !entry(words, names)) {
                    sources.badLine(output);
                }
            }
            section.getEntries().addAll(names.values());
            Map<String, NameSource> databases = new TreeMap<>();
            for (String line : files.get("/etc/nsswitch.conf")) {
                List<String> words = words(line.replaceFirst(":", ": "));
                if (words.size() > 1 && words.getFirst().endsWith(":")) {
                    NameSource source = NetworkingFactory.eINSTANCE.createNameSource();
                    source.setDatabase(words.getFirst().substring(0, words.getFirst().length() - 1));
                    source.getSources().addAll(words.subList(1, words.size()));
                    databases.putIfAbsent(source.getDatabase(), source);
                }
            }
            section.getSources().addAll(databases.values());
        });
    }

    private static boolean entry(List<String> words, Map<String, HostName> names) {
        String address = words.getFirst();
        int zone = address.indexOf('%');
        Optional<String> canonical = IpAddress.of(zone < 0 ? address : address.substring(0, zone))
                .map(plain -> zone < 0 ? plain : plain + address.substring(zone));
        canonical.ifPresent(found -> {
            HostName entry = names.computeIfAbsent(found, key -> {
                HostName created = NetworkingFactory.eINSTANCE.createHostName();
                created.setAddress(key);
                return created;
            });
            words.subList(1, words.size()).stream().filter(name -> !entry.getNames().contains(name)).limit(1000)
                    .forEach(entry.getNames()::add);
        });
        return canonical.isPresent();
    }

    private static List<String> words(String line) {
        String text = line.replaceFirst("#.*", "").strip();
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }
}
