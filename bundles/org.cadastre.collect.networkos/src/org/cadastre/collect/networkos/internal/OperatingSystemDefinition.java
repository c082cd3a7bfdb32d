package org.cadastre.collect.networkos.internal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one network operating system is talked to, as network-operating-systems.txt describes it.
 *
 * @param name what it is called
 * @param vendor who makes it
 * @param greeting fits the identification that its SSH server gives; empty where that says nothing
 * @param version command that tells version and model
 * @param identified fits the answer to that command
 * @param paging command that ends the division into pages for this login; empty where there is none
 * @param configuration command that tells the running configuration
 * @param blocks how statements are told from the lines that belong to them
 * @param facts patterns with one group, searched in the answer to the version command
 * @param lines what is special about lines of the configuration
 */
public record OperatingSystemDefinition(String name, String vendor, Optional<Pattern> greeting, String version, Pattern identified,
        Optional<String> paging, String configuration, Blocks blocks, Facts facts, Lines lines) {

    /** How a configuration is divided. */
    enum Blocks {
        /** A line that is not indented begins a statement, indented ones belong to it. */
        INDENTED,
        /** Every line stands alone; lines with the same first three words are one statement. */
        WORDS,
        /** From "config" to "end" at the margin. */
        CONFIG_END
    }

    /** Patterns, each with one group. */
    record Facts(Optional<Pattern> hostName, Optional<Pattern> model, Optional<Pattern> serialNumber, Optional<Pattern> release) {
    }

    /**
     * Patterns that are searched in each line of the configuration.
     *
     * @param moving lines that move by themselves
     * @param together lines whose order matters: those where the same text fits are one statement with that text as its name
     * @param secrets the first group stays, what follows it up to the end of the match is masked
     */
    record Lines(List<Pattern> moving, List<Pattern> together, List<Pattern> secrets) {

        boolean moves(String line) {
            return moving.stream().anyMatch(pattern -> pattern.matcher(line).find());
        }

        Optional<String> togetherName(String line) {
            return together.stream().map(pattern -> pattern.matcher(line)).filter(Matcher::find).map(Matcher::group).findFirst();
        }
    }

    /** A fact in the answer to the version command: the first group that took part in the match. */
    static Optional<String> fact(Optional<Pattern> pattern, String text) {
        return pattern.map(found -> found.matcher(text)).filter(Matcher::find).flatMap(OperatingSystemDefinition::firstGroup)
                .map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Optional<String> firstGroup(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return Optional.of(matcher.group(group));
            }
        }
        return Optional.empty();
    }
}
