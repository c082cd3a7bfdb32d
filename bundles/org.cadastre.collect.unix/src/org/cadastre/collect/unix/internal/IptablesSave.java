package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.collect.unix.networking.FilterChain;
import org.cadastre.collect.unix.networking.NetworkingFactory;

/** Output of iptables-save(8): "*table", ":CHAIN POLICY [packets:bytes]", "-A CHAIN rule", COMMIT. */
final class IptablesSave {

    private static final Pattern CHAIN = Pattern.compile(":(\\S+) (\\S+)(?: \\[\\d+:\\d+\\])?");
    private static final Pattern RULE = Pattern.compile("(?:\\[\\d+:\\d+\\] )?-A (\\S+) ?(.*)");

    private IptablesSave() {
    }

    static List<FilterChain> read(CommandOutput output, String tool, Sources sources) {
        String family = output.name().startsWith("ip6") ? "ip6" : "ip";
        Map<String, FilterChain> chains = new LinkedHashMap<>();
        String table = "";
        for (String raw : output.lines()) {
            String line = raw.strip();
            Matcher chain = CHAIN.matcher(line);
            Matcher rule = RULE.matcher(line);
            if (line.startsWith("*")) {
                table = line.substring(1);
            } else if (chain.matches()) {
                FilterChain found = chain(chain.group(1), table, family, tool, chains);
                if (!chain.group(2).equals("-")) {
                    found.setHook(chain.group(1).toLowerCase(java.util.Locale.ROOT));
                    found.setPolicy(chain.group(2).toLowerCase(java.util.Locale.ROOT));
                }
            } else if (rule.matches()) {
                FilterChain found = chain(rule.group(1), table, family, tool, chains);
                if (!ChurningChains.isChurning(found.getName()) && !ChurningChains.isOfContainer(line)) {
                    found.getRules().add(rule.group(2));
                }
            } else if (!line.isEmpty() && !line.startsWith("#") && !line.equals("COMMIT")) {
                sources.badLine(output);
            }
        }
        return new ArrayList<>(chains.values());
    }

    private static FilterChain chain(String name, String table, String family, String tool, Map<String, FilterChain> chains) {
        return chains.computeIfAbsent(table + " " + name, key -> {
            FilterChain created = NetworkingFactory.eINSTANCE.createFilterChain();
            created.setTool(tool);
            created.setFamily(family);
            created.setTable(table);
            created.setName(name);
            return created;
        });
    }
}
