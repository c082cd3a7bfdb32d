package org.cadastre.collect.snmp.internal.mib;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import org.snmp4j.smi.AssignableFromLong;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** What the values that agents send mean. Agents mix up types; what can be understood is. */
public final class Values {

    private static final int LONGEST_TEXT = 4_096;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\uFFFE\\uFFFF&&[^\n]]");
    private static final Pattern DIGITS = Pattern.compile("\\s*[-+]?\\d{1,18}\\s*");

    private static final Pattern SEPARATORS = Pattern.compile("[:. -]");
    private static final Pattern MAC = Pattern.compile("(0[xX])?[0-9a-fA-F]{12}");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final int LONGEST_MAC = 32;
    private static final String NO_MAC = "00:00:00:00:00:00";

    private Values() {
    }

    /** Text without control characters and spaces around; octets that are no text as 0x and hexadecimal digits. */
    public static Optional<String> text(Variable value) {
        String text = switch (value) {
            case OctetString octets -> text(octets.getValue());
            case OID oid -> oid.toDottedString();
            default -> value.toString();
        };
        return Optional.of(text).filter(one -> !one.isEmpty());
    }

    public static String text(byte[] octets) {
        int end = octets.length;
        while (end > 0 && octets[end - 1] == 0) {
            end--;
        }
        String decoded;
        try {
            decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets, 0, end)).toString();
        } catch (CharacterCodingException otherCharset) {
            decoded = new String(octets, 0, end, StandardCharsets.ISO_8859_1);
            if (decoded.chars().anyMatch(one -> one >= 0x7f && one < 0xa0)) {
                return hex(octets);
            }
        }
        String lines = decoded.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        String clean = CONTROL.matcher(lines).replaceAll("");
        if (lines.length() - clean.length() > lines.length() / 8) {
            return hex(octets);
        }
        return clean.strip().substring(0, Math.min(LONGEST_TEXT, clean.strip().length()));
    }

    public static String hex(byte[] octets) {
        return "0x" + HexFormat.of().formatHex(octets, 0, Math.min(octets.length, LONGEST_TEXT));
    }

    /** Also of a text of digits. */
    public static OptionalLong number(Variable value) {
        return switch (value) {
            case Integer32 number -> OptionalLong.of(number.toLong());
            case AssignableFromLong number -> OptionalLong.of(value.toLong());
            case OctetString octets when DIGITS.matcher(octets.toString()).matches() ->
                OptionalLong.of(Long.parseLong(octets.toString().strip()));
            default -> OptionalLong.empty();
        };
    }

    /** A hardware address, lower case with colons: of six octets, or of a text that shows them. One of zeros is none. */
    public static Optional<String> mac(Variable value) {
        if (!(value instanceof OctetString octets)) {
            return Optional.empty();
        }
        if (octets.length() == 6) {
            return mac(octets.getValue());
        }
        String digits = octets.length() > LONGEST_MAC ? "" : SEPARATORS.matcher(octets.toString()).replaceAll("");
        return MAC.matcher(digits).matches() ? mac(HexFormat.of().parseHex(digits.substring(digits.length() - 12)))
                : Optional.empty();
    }

    public static Optional<String> mac(byte[] octets) {
        String mac = HexFormat.ofDelimiter(":").formatHex(octets);
        return octets.length != 6 || mac.equals(NO_MAC) ? Optional.empty() : Optional.of(mac);
    }

    /** An IPv4 or IPv6 address: as such, as its octets, or as text. */
    public static Optional<String> address(Variable value) {
        return switch (value) {
            case IpAddress ip -> address(ip.toByteArray());
            case OctetString octets when octets.length() == 4 || octets.length() == 16 -> address(octets.getValue());
            case OctetString octets when octets.length() < LONGEST_MAC && IPV4.matcher(octets.toString().strip()).matches() -> Optional.of(octets.toString().strip());
            default -> Optional.empty();
        };
    }

    /**
     * IPv4 dotted, IPv6 as in RFC 5952.
     *
     * @param octets 4 or 16, or four more for a zone (RFC 4001, InetAddressIPv6z), which is left out
     */
    public static Optional<String> address(byte[] octets) {
        int length = octets.length == 20 ? 16 : octets.length == 8 ? 4 : octets.length;
        if (length != 4 && length != 16) {
            return Optional.empty();
        }
        byte[] bare = Arrays.copyOf(octets, length);
        if (length == 16) {
            return Optional.of(ipv6(bare));
        }
        try {
            return Optional.of(InetAddress.getByAddress(bare).getHostAddress());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The longest run of two or more zero groups is shortened, the first of equal ones (RFC 5952, 4.2). */
    private static String ipv6(byte[] octets) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (octets[2 * i] & 0xff) << 8 | octets[2 * i + 1] & 0xff;
        }
        int start = -1;
        int longest = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > longest) {
                start = i;
                longest = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i += longest - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":").append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }

    /** Length of the prefix that a netmask means. */
    public static int prefixLength(byte[] mask) {
        int length = 0;
        for (byte octet : mask) {
            length += Integer.bitCount(octet & 0xff);
        }
        return length;
    }
}
