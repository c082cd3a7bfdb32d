package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.collect.unix.networking.NetworkingFactory;
import org.cadastre.collect.unix.networking.RoutingRule;
import org.cadastre.collect.unix.networking.RoutingRules;

/** ip-rule(8): "1000: from 10.9.0.0/16 lookup 100". */
public final class RoutingRulesReader implements SectionReader<RoutingRules> {

    private static final Pattern RULE = Pattern.compile(
            "(\\d+):\\s+((?:not )?(?:from|to|fwmark|iif|oif|tos|all)\\b.*?)\\s+((?:lookup|unreachable|blackhole|prohibit|goto|nop|\\[).*)");

    @Override
    public RoutingRules create() {
        return NetworkingFactory.eINSTANCE.createRoutingRules();
    }

    @Override
    public void read(RoutingRules section, Sources sources) {
        Map<List<Object>, RoutingRule> rules = new LinkedHashMap<>();
        sources.first("ip-rule").ifPresent(output -> rules(output, "ipv4", rules, sources));
        // A kernel without IPv6 refuses; that is no gap.
        sources.lookUp("ip-rule6").filter(CommandOutput::succeeded).ifPresent(output -> rules(output, "ipv6", rules, sources));
        section.getRules().addAll(rules.values());
    }

    private static void rules(CommandOutput output, String family, Map<List<Object>, RoutingRule> rules, Sources sources) {
        for (String line : output.lines()) {
            Matcher matcher = RULE.matcher(line.strip());
            Optional<Long> priority = matcher.matches() ? Numbers.whole(matcher.group(1)) : Optional.empty();
            if (priority.isPresent()) {
                RoutingRule rule = NetworkingFactory.eINSTANCE.createRoutingRule();
                rule.setFamily(family);
                rule.setPriority(priority.get());
                rule.setSelector(matcher.group(2));
                rule.setAction(matcher.group(3).strip());
                rules.putIfAbsent(List.of(family, priority.get(), rule.getSelector(), rule.getAction()), rule);
            } else if (!line.isBlank()) {
                sources.badLine(output);
            }
        }
    }
}
