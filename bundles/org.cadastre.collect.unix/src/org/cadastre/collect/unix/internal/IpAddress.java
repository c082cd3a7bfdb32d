package org.cadastre.collect.unix.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses and networks as commands print them. */
final class IpAddress {

    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}(:?" + V4.pattern() + ")?");

    private IpAddress() {
    }

    /** The address without its zone, lower case; empty when it is none. Commands print IPv6 as in RFC 5952 already. */
    static Optional<String> of(String text) {
        int zone = text.indexOf('%');
        String address = (zone < 0 ? text : text.substring(0, zone)).toLowerCase(Locale.ROOT);
        boolean valid = address.length() <= 45 && (V4.matcher(address).matches() || V6.matcher(address).matches());
        return valid ? Optional.of(address) : Optional.empty();
    }

    static boolean isV6(String address) {
        return address.indexOf(':') >= 0;
    }

    /** A network in CIDR notation; a single address gets its full length; "default" needs the family. */
    static Optional<String> network(String text, boolean v6) {
        if (text.equals("default")) {
            return Optional.of(v6 ? "::/0" : "0.0.0.0/0");
        }
        int slash = text.indexOf('/');
        Optional<String> address = of(slash < 0 ? text : text.substring(0, slash));
        Optional<Integer> length = slash < 0 ? address.map(a -> isV6(a) ? 128 : 32)
                : Numbers.integer(text.substring(slash + 1));
        return address.flatMap(a -> length.map(bits -> a + "/" + bits));
    }

    static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("::1");
    }

    /** Prefix length of a netmask, dotted or as hexadecimal (0xffffff00). */
    static Optional<Integer> maskLength(String mask) {
        try {
            long bits = 0;
            if (mask.startsWith("0x")) {
                bits = Long.parseLong(mask.substring(2), 16);
            } else {
                for (String part : mask.split("\\.")) {
                    bits = bits << 8 | Integer.parseInt(part) & 0xff;
                }
            }
            return Optional.of(Long.bitCount(bits & 0xffffffffL));
        } catch (NumberFormatException noMask) {
            return Optional.empty();
        }
    }
}
