package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.collect.unix.access.AccessFactory;
import org.cadastre.collect.unix.access.SudoRule;
import org.cadastre.collect.unix.access.SudoRules;

/** sudoers(5): each rule and setting as one element. Lines that a backslash ends go on in the next one. */
public final class SudoRulesReader implements SectionReader<SudoRules> {

    /** A user may be several with commas, and quoted; Defaults may be for one user, host, command: "Defaults:ops". */
    private static final Pattern RULE = Pattern.compile("(\"[^\"]+\"|[^\\s\",]+(?:\\s*,\\s*[^\\s,]+)*)\\s+(\\S.*)");
    private static final int LONGEST = 8000;

    @Override
    public SudoRules create() {
        return AccessFactory.eINSTANCE.createSudoRules();
    }

    @Override
    public void read(SudoRules section, Sources sources) {
        sources.first("sudoers").ifPresent(output -> {
            FileLines files = FileLines.of(Optional.of(output));
            if (!files.denied().isEmpty()) {
                sources.denied("rules of sudo need root");
            }
            Map<List<String>, SudoRule> rules = new LinkedHashMap<>();
            files.byPath().forEach((path, lines) -> {
                for (String line : joined(lines)) {
                    if (!add(path, line, rules)) {
                        sources.badLine(output);
                    }
                }
            });
            section.getRules().addAll(rules.values());
        });
    }

    private static boolean add(String path, String line, Map<List<String>, SudoRule> rules) {
        // "#include" is no comment, neither is "#1000", a user's number.
        boolean comment = line.isEmpty() || line.startsWith("#") && !line.matches("#(include(dir)?\\s.*|\\d.*)");
        if (comment) {
            return true;
        }
        Matcher matcher = RULE.matcher(line);
        if (line.length() > LONGEST || !matcher.matches()) {
            return false;
        }
        SudoRule rule = AccessFactory.eINSTANCE.createSudoRule();
        rule.setSource(path);
        rule.setSubject(matcher.group(1).replaceAll("\\s*,\\s*", ",").replaceFirst("^[#@](include)", "$1"));
        // "NOPASSWD:" introduces commands, not a password.
        String text = matcher.group(2).replaceFirst("\\s#\\s.*$", "").strip().replaceAll("\\s+", " ");
        rule.setRule(SecretMask.apply(text.replace("PASSWD:", "PASSWD\0")).replace("PASSWD\0", "PASSWD:"));
        rules.putIfAbsent(List.of(path, rule.getSubject(), rule.getRule()), rule);
        return true;
    }

    private static List<String> joined(List<String> lines) {
        List<String> joined = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : lines) {
            boolean goesOn = line.endsWith("\\") && open.length() < LONGEST;
            open.append(goesOn ? line.substring(0, line.length() - 1) : line);
            if (!goesOn) {
                joined.add(open.toString().strip());
                open.setLength(0);
            }
        }
        joined.add(open.toString().strip());
        return joined;
    }
}
