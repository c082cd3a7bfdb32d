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
 * @param volatileLines lines of the configuration that move by themselves
 * @param secrets patterns whose first group stays, and what follows it up to the end of the match is masked
 */
public record OperatingSystemDefinition(String name, String vendor, Optional<Pattern> greeting, String version, Pattern identified,
        Optional<String> paging, String configuration, Blocks blocks, Facts facts, List<Pattern> volatileLines, List<Pattern> secrets) {

    /** How a configuration is divided. */
    public enum Blocks {
        /** A line that is not indented begins a statement, indented ones belong to it. */
        INDENTED,
        /** Every line stands alone; lines with the same first three words are one statement. */
        WORDS,
        /** From "config" to "end" at the margin. */
        CONFIG_END,
        /** A line that begins with a slash names what the following ones are about. */
        HEADINGS
    }

    /** Patterns, each with one group. */
    public record Facts(Optional<Pattern> hostName, Optional<Pattern> model, Optional<Pattern> serialNumber, Optional<Pattern> release) {
    }

    static Optional<String> fact(Optional<Pattern> pattern, String text) {
        return pattern.map(found -> found.matcher(text)).filter(Matcher::find).map(matcher -> matcher.group(1)).filter(group -> group != null)
                .map(String::strip).filter(value -> !value.isEmpty());
    }
}
