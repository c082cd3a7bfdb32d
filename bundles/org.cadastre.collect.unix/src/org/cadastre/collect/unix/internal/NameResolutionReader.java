package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.NameResolution;

/** resolv.conf(5), and the servers behind systemd-resolved where that is the only one named there. */
public final class NameResolutionReader implements SectionReader<NameResolution> {

    @Override
    public NameResolution create() {
        return HostFactory.eINSTANCE.createNameResolution();
    }

    @Override
    public void read(NameResolution section, Sources sources) {
        Set<String> servers = new LinkedHashSet<>();
        Set<String> domains = new LinkedHashSet<>();
        sources.first("resolv.conf").ifPresent(output -> resolvConf(output, servers, domains));
        sources.extra("scutil-dns").ifPresent(output -> scutil(output, servers, domains));
        if (servers.contains("127.0.0.53")) {
            Optional<CommandOutput> answer = sources.first("resolvectl-dns", "resolve-status");
            answer.ifPresent(output -> {
                servers.remove("127.0.0.53");
                if (output.name().equals("resolve-status")) {
                    status(output, servers);
                } else {
                    links(output).stream().flatMap(word -> server(word).stream()).forEach(servers::add);
                }
            });
            sources.extra("resolvectl-domain").ifPresent(output -> links(output).forEach(domains::add));
        }
        section.getServers().addAll(servers);
        section.getSearchDomains().addAll(domains);
    }

    /** The first resolver of scutil(8) --dns of macOS: "nameserver[0] : 192.168.1.1", "search domain[0] : example.org". */
    private static void scutil(CommandOutput output, Set<String> servers, Set<String> domains) {
        for (String line : output.lines()) {
            int colon = line.indexOf(" : ");
            if (line.strip().equals("resolver #2")) {
                return;
            }
            if (colon > 0 && line.strip().startsWith("nameserver[")) {
                server(line.substring(colon + 3).strip()).ifPresent(servers::add);
            } else if (colon > 0 && line.strip().startsWith("search domain[")) {
                domains.add(line.substring(colon + 3).strip());
            }
        }
    }

    private static void resolvConf(CommandOutput output, Set<String> servers, Set<String> domains) {
        List<String> last = new ArrayList<>();
        for (String line : output.lines()) {
            String[] words = line.strip().split("\\s+");
            if (words[0].equals("nameserver") && words.length > 1) {
                server(words[1]).ifPresent(servers::add);
            } else if (words[0].equals("search") || words[0].equals("domain")) {
                // The last one of the two wins (resolv.conf(5)).
                last = List.of(words).subList(1, words.length);
            }
        }
        last.stream().filter(domain -> !domain.equals(".")).forEach(domains::add);
    }

    /** Lines "Global: ..." and "Link 2 (eth0): ..."; their order is that of the interfaces' numbers. */
    private static List<String> links(CommandOutput output) {
        return output.lines().stream().filter(line -> line.contains(":"))
                .flatMap(line -> List.of(line.substring(line.indexOf(line.startsWith("Link") ? "):" : ":")
                        + (line.startsWith("Link") ? 2 : 1)).strip().split("\\s+")).stream())
                .filter(word -> !word.isEmpty() && !word.equals("~.")).toList();
    }

    /** The indented list below "DNS Servers:" of each link. */
    private static void status(CommandOutput output, Set<String> servers) {
        boolean inside = false;
        for (String line : output.lines()) {
            int colon = line.indexOf(": ");
            boolean label = colon > 0 && !IpAddress.of(line.strip()).isPresent();
            if (label) {
                inside = line.substring(0, colon).strip().equals("DNS Servers");
            }
            if (inside) {
                server((label ? line.substring(colon + 1) : line).strip()).ifPresent(servers::add);
            }
        }
    }

    /** A server, without the port and the name for TLS that resolved appends (1.1.1.1:853#name). */
    private static Optional<String> server(String word) {
        String plain = word.replaceAll("#.*", "");
        return IpAddress.of(plain.matches("\\d+(\\.\\d+){3}:\\d+") ? plain.substring(0, plain.indexOf(':')) : plain);
    }
}
