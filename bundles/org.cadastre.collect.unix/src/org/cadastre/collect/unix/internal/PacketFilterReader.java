package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.cadastre.collect.unix.networking.FilterChain;
import org.cadastre.collect.unix.networking.NetworkingFactory;
import org.cadastre.collect.unix.networking.PacketFilter;

/** Firewalls of Linux (nftables, iptables, ufw, firewalld) of the BSDs (pf, ipfw), and of macOS. */
public final class PacketFilterReader implements SectionReader<PacketFilter> {

    @Override
    public PacketFilter create() {
        return NetworkingFactory.eINSTANCE.createPacketFilter();
    }

    @Override
    public void read(PacketFilter section, Sources sources) {
        List<FilterChain> chains = new ArrayList<>();
        TreeSet<String> active = new TreeSet<>();
        asked("nft", sources).ifPresent(output -> chains.addAll(NftRuleset.read(output, sources)));
        for (String family : List.of("iptables", "ip6tables")) {
            Optional<CommandOutput> own = asked(family, sources);
            Optional<CommandOutput> older = asked(family + "-legacy", sources)
                    .filter(output -> own.isEmpty() || !rules(output).equals(rules(own.get())));
            own.ifPresent(output -> chains.addAll(IptablesSave.read(output, "iptables", sources)));
            older.ifPresent(output -> chains.addAll(IptablesSave.read(output, "iptables-legacy", sources)));
        }
        chains.forEach(chain -> active.add(chain.getTool()));
        asked("ufw", sources).ifPresent(output -> ufw(output, chains, active, sources));
        asked("firewalld", sources).ifPresent(output -> firewalld(output, chains, active));
        asked("pf", sources).ifPresent(output -> pf(output, chains, active));
        asked("ipfw", sources).ifPresent(output -> ipfw(output, chains, active));
        asked("application-firewall", sources).ifPresent(output -> {
            // 0 is off, 1 is on, 2 lets nothing in but what the system needs.
            if (output.firstLine().matches("[12]")) {
                active.add("application firewall");
                FilterChain chain = chain("application firewall", null, "incoming");
                chain.getRules().add(output.firstLine().equals("2") ? "block all" : "allow by program");
                chains.add(chain);
            }
        });
        section.getChains().addAll(chains);
        section.getActive().addAll(active);
    }

    /** A tool that the host does not have says nothing. */
    private static Optional<CommandOutput> asked(String name, Sources sources) {
        Optional<CommandOutput> answer = sources.asked(name);
        return answer.isPresent() && answer.get().end() != CommandOutput.End.MISSING ? sources.first(name) : Optional.empty();
    }

    private static List<String> rules(CommandOutput output) {
        return output.lines().stream().filter(line -> line.startsWith("-")).toList();
    }

    private static FilterChain chain(String tool, String table, String name) {
        FilterChain chain = NetworkingFactory.eINSTANCE.createFilterChain();
        chain.setTool(tool);
        chain.setTable(table);
        chain.setName(name);
        return chain;
    }

    /** ufw-framework(8): a comment "### tuple ### ..." for each rule that a person gave. */
    private static void ufw(CommandOutput output, List<FilterChain> chains, TreeSet<String> active, Sources sources) {
        FileLines files = FileLines.of(Optional.of(output));
        if (!files.denied().isEmpty()) {
            sources.denied("rules of ufw need root");
        }
        files.byPath().forEach((path, lines) -> {
            if (path.endsWith("ufw.conf") && lines.stream().anyMatch(line -> line.strip().equalsIgnoreCase("ENABLED=yes"))) {
                active.add("ufw");
            } else if (path.endsWith(".rules")) {
                FilterChain chain = chain("ufw", null, path.contains("6") ? "user6" : "user");
                lines.stream().filter(line -> line.startsWith("### tuple ###"))
                        .forEach(line -> chain.getRules().add(line.substring(13).strip()));
                chains.add(chain);
            }
        });
    }

    /** Zones of {@code firewall-cmd --list-all-zones}: a name at the margin, settings indented. */
    private static void firewalld(CommandOutput output, List<FilterChain> chains, TreeSet<String> active) {
        FilterChain zone = null;
        for (String line : output.lines()) {
            if (line.equals("running")) {
                active.add("firewalld");
            } else if (!line.isBlank() && !Character.isWhitespace(line.charAt(0)) && !line.equals("not running")) {
                // "public (default, active)"
                int bracket = line.indexOf(" (");
                zone = chain("firewalld", null, bracket < 0 ? line : line.substring(0, bracket));
                zone.setHook(bracket < 0 ? null : line.substring(bracket + 2).replace(")", ""));
                chains.add(zone);
            } else if (zone != null && !line.isBlank()) {
                String setting = line.strip();
                if (setting.startsWith("target:")) {
                    zone.setPolicy(setting.substring(7).strip());
                } else if (!setting.endsWith(":")) {
                    zone.getRules().add(setting);
                }
            }
        }
    }

    private static void pf(CommandOutput output, List<FilterChain> chains, TreeSet<String> active) {
        FilterChain rules = chain("pf", null, "rules");
        for (String line : output.lines()) {
            if (line.startsWith("Status: Enabled")) {
                active.add("pf");
            } else if (!line.isBlank() && !line.startsWith("Status:")) {
                rules.getRules().add(line.strip());
            }
        }
        chains.add(rules);
    }

    /** "00100 allow ip from any to any via lo0"; the last rule of all is the policy. */
    private static void ipfw(CommandOutput output, List<FilterChain> chains, TreeSet<String> active) {
        FilterChain rules = chain("ipfw", null, "rules");
        output.lines().stream().map(String::strip).filter(line -> line.matches("\\d+ .*")).forEach(rules.getRules()::add);
        chains.add(rules);
        if (!rules.getRules().isEmpty()) {
            active.add("ipfw");
        }
    }
}
