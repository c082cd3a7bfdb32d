package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.collect.unix.networking.FilterChain;
import org.cadastre.collect.unix.networking.NetworkingFactory;

/**
 * Output of {@code nft -s list ruleset} (nft(8)): tables that hold chains, sets, maps. Left out: counters, and elements that
 * come and go by themselves (sets with a timeout or that rules fill).
 */
final class NftRuleset {

    private static final Pattern TABLE = Pattern.compile("table (?:(\\w+) )?(\\S+) \\{.*");
    private static final Pattern PART = Pattern.compile("(chain|set|map|flowtable|meter|ct helper|ct timeout|counter|quota|limit) (\\S+) \\{.*");
    private static final Pattern HOOK = Pattern.compile("type (.*?); *(?:policy (\\w+);)?");
    private static final Pattern COUNTER = Pattern.compile("counter packets \\d+ bytes \\d+");
    private static final int LONGEST = 20_000;

    private final Sources sources;
    private final CommandOutput output;
    private final List<FilterChain> chains = new ArrayList<>();
    private String family = "";
    private String table = "";
    private FilterChain chain;
    /** What stands in the chain or set at hand is written by a program all the time. */
    private boolean churning;

    private NftRuleset(CommandOutput output, Sources sources) {
        this.output = output;
        this.sources = sources;
    }

    static List<FilterChain> read(CommandOutput output, Sources sources) {
        NftRuleset ruleset = new NftRuleset(output, sources);
        StringBuilder statement = new StringBuilder();
        for (String raw : output.lines()) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            statement.append(statement.isEmpty() ? "" : " ").append(line);
            // Lists in braces go over several lines.
            boolean opensBlock = ruleset.chain == null && line.endsWith("{");
            if (opensBlock || balance(statement) <= 0 || statement.length() > LONGEST) {
                ruleset.statement(statement.toString());
                statement.setLength(0);
            }
        }
        return ruleset.chains;
    }

    private static int balance(CharSequence text) {
        int open = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            open += quoted ? 0 : c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return open;
    }

    private void statement(String text) {
        Matcher outer = TABLE.matcher(text);
        Matcher inner = PART.matcher(text);
        if (chain == null && outer.matches()) {
            family = outer.group(1) == null ? "ip" : outer.group(1);
            table = outer.group(2);
        } else if (chain == null && inner.matches() && !table.isEmpty()) {
            begin(inner.group(1), inner.group(2));
        } else if (text.startsWith("}")) {
            if (chain == null) {
                table = "";
            }
            chain = null;
        } else if (chain != null && text.length() <= LONGEST) {
            inside(text);
        } else if (!text.matches("(flags|comment) .*")) {
            sources.badLine(output);
        }
    }

    private void begin(String kind, String name) {
        chain = NetworkingFactory.eINSTANCE.createFilterChain();
        chain.setTool("nftables");
        chain.setFamily(family);
        chain.setTable(table);
        chain.setName(kind.equals("chain") ? name : kind + " " + name);
        churning = ChurningChains.isChurning(name) || ChurningChains.isChurning(table);
        chains.add(chain);
    }

    private void inside(String text) {
        Matcher hook = HOOK.matcher(text);
        if (text.startsWith("type ") && hook.lookingAt() && text.contains(" hook ")) {
            chain.setHook(hook.group(1));
            chain.setPolicy(hook.group(2) == null ? "accept" : hook.group(2));
            return;
        }
        churning |= text.matches("(flags .*(dynamic|timeout).*|timeout .*)");
        boolean isRule = chain.getName().indexOf(' ') < 0;
        boolean leftOut = churning && (isRule || text.startsWith("elements = ")) || ChurningChains.isOfContainer(text);
        if (!leftOut) {
            chain.getRules().add(COUNTER.matcher(text).replaceAll("counter").replaceAll("\\s+", " "));
        }
    }
}
