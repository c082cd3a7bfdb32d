package org.cadastre.collect.snmp.internal.vendor;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What agents answer when they have nothing to say. */
final class Filler {

    private static final Set<String> FILLERS = Set.of("none", "n/a", "na", "null", "nil", "unknown", "unspecified", "not specified",
            "not available", "notavailable", "not applicable", "not supported", "no data", "empty", "default", "default string", "invalid", "uninitialized",
            "to be filled by o.e.m.", "to be filled by o.e.m", "serial number", "serial", "system serial number", "oem", "error", "unavailable",
            "not set", "not defined", "undefined", "0123456789", "123456789", "1234567890");
    private static final Pattern REPEATED = Pattern.compile("([0.\\-_ xX*#?:])\\1*");

    private Filler() {
    }

    /** The text without blanks at its ends, unless that is one of these. */
    static Optional<String> unlessFiller(String text) {
        String plain = text.strip();
        boolean filler = plain.isEmpty() || FILLERS.contains(plain.toLowerCase(Locale.ROOT)) || REPEATED.matcher(plain).matches();
        return filler ? Optional.empty() : Optional.of(plain);
    }
}
