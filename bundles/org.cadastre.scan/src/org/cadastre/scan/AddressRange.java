package org.cadastre.scan;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Addresses one after the other: CIDR notation (RFC 4632), "192.0.2.10-192.0.2.20", or "192.0.2.10-20".
 *
 * @param length of an address in bytes: 4 or 16
 */
record AddressRange(BigInteger first, BigInteger last, int length) {

    /** A range of more addresses is taken for a slip of the pen. */
    static final int MOST_ADDRESSES = 1 << 16;

    static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]+(?:%\\w+)?");
    private static final Pattern CIDR = Pattern.compile("([0-9A-Fa-f:.]+)/(\\d{1,3})");
    private static final Pattern SPAN = Pattern.compile("([0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)\\s*-\\s*([0-9A-Fa-f:.]+)");

    /**
     * Reads a range.
     *
     * @return nothing for what does not look like a range
     * @throws ScanException for what looks like a range and is none
     */
    static Optional<AddressRange> parse(String entry) throws ScanException {
        Matcher cidr = CIDR.matcher(entry);
        if (cidr.matches()) {
            return Optional.of(network(entry, address(entry, cidr.group(1)), Integer.parseInt(cidr.group(2))));
        }
        Matcher span = SPAN.matcher(entry);
        return span.matches() ? Optional.of(span(entry, span.group(1), span.group(2))) : Optional.empty();
    }

    /** As above; a single address is a range too. */
    static AddressRange of(String entry) throws ScanException {
        Optional<AddressRange> range = parse(entry);
        return range.isPresent() ? range.get() : span(entry, entry, entry);
    }

    private static AddressRange network(String entry, byte[] network, int prefix) throws ScanException {
        int bits = network.length * Byte.SIZE;
        if (prefix > bits) {
            throw new ScanException("'" + entry + "' is no range; its prefix is longer than " + bits);
        }
        int hostBits = bits - prefix;
        BigInteger first = new BigInteger(1, network).shiftRight(hostBits).shiftLeft(hostBits);
        BigInteger last = first.add(BigInteger.ONE.shiftLeft(hostBits)).subtract(BigInteger.ONE);
        // The network's own address and the broadcast address of IPv4 are no hosts (RFC 3021 excepts /31).
        boolean ends = bits == 32 && hostBits > 1;
        return ends ? new AddressRange(first.add(BigInteger.ONE), last.subtract(BigInteger.ONE), network.length)
                : new AddressRange(first, last, network.length);
    }

    private static AddressRange span(String entry, String from, String to) throws ScanException {
        byte[] first = address(entry, from);
        byte[] last = address(entry, to.matches("\\d{1,3}") ? from.substring(0, from.lastIndexOf('.') + 1) + to : to);
        AddressRange range = new AddressRange(new BigInteger(1, first), new BigInteger(1, last), first.length);
        if (first.length != last.length || range.first.compareTo(range.last) > 0) {
            throw new ScanException("'" + entry + "' is no range; its end comes before its beginning");
        }
        return range;
    }

    /** @throws ScanException for more than are meant to be swept */
    List<String> addresses(String entry) throws ScanException {
        BigInteger count = last.subtract(first).add(BigInteger.ONE);
        if (count.compareTo(BigInteger.valueOf(MOST_ADDRESSES)) > 0) {
            throw new ScanException("'" + entry + "' is a range of more than " + MOST_ADDRESSES
                    + " addresses; split it into smaller ones");
        }
        return IntStream.range(0, count.intValue()).mapToObj(i -> text(first.add(BigInteger.valueOf(i)), length)).toList();
    }

    /** Whether an address, as text, lies in it. No name does. */
    boolean holds(String host) {
        if (!IPV4.matcher(host).matches() && !IPV6.matcher(host).matches()) {
            return false;
        }
        try {
            byte[] bytes = InetAddress.getByName(host).getAddress();
            BigInteger number = new BigInteger(1, bytes);
            return bytes.length == length && number.compareTo(first) >= 0 && number.compareTo(last) <= 0;
        } catch (UnknownHostException noSuchZone) {
            return false;
        }
    }

    private static byte[] address(String entry, String literal) throws ScanException {
        if (IPV4.matcher(literal).matches() || IPV6.matcher(literal).matches()) {
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException noLiteral) {
                // told below
            }
        }
        throw new ScanException("'" + entry
                + "' is no range; write it like 192.0.2.0/24, 192.0.2.10-192.0.2.20, 192.0.2.10-20 or 2001:db8::/120");
    }

    private static String text(BigInteger address, int length) {
        byte[] bytes = new byte[length];
        byte[] digits = address.toByteArray();
        int used = Math.min(digits.length, length);
        System.arraycopy(digits, digits.length - used, bytes, length - used, used);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
