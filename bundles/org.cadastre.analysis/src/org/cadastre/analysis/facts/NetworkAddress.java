package org.cadastre.analysis.facts;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IPv4 and IPv6 addresses as text, without ever asking a resolver. */
public final class NetworkAddress {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";
    private static final Pattern FORM = Pattern.compile(OCTET + "(\\." + OCTET + "){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    private NetworkAddress() {
    }

    public static boolean isAddress(String text) {
        return FORM.matcher(plain(text)).matches();
    }

    /** Without a zone, and without the IPv6 prefix that some systems show IPv4 with (RFC 4291, 2.5.5.2). */
    public static String plain(String address) {
        String bare = address.split("%", 2)[0];
        return bare.startsWith("::ffff:") && bare.contains(".") ? bare.substring("::ffff:".length()) : bare;
    }

    /** Whether it means the device itself, or nobody in particular. */
    public static boolean isOwn(String address) {
        String plain = plain(address);
        return plain.isEmpty() || plain.startsWith("127.") || plain.equals("::1") || plain.equals("0.0.0.0") || plain.equals("::")
                || plain.equals("*");
    }

    /** The network that an address lies in, in CIDR notation; nothing for what is no address. */
    public static Optional<String> network(String address, int prefixLength) {
        return bytes(address).filter(bytes -> prefixLength >= 0 && prefixLength <= bytes.length * Byte.SIZE).map(bytes -> {
            for (int bit = prefixLength; bit < bytes.length * Byte.SIZE; bit++) {
                bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
            }
            return text(bytes) + "/" + prefixLength;
        });
    }

    /** Whether a network in CIDR notation holds an address. */
    public static boolean holds(String network, String address) {
        String[] parts = network.split("/", 2);
        return parts.length == 2 && bytes(parts[0]).isPresent()
                && bytes(parts[0]).get().length == bytes(address).map(bytes -> bytes.length).orElse(0)
                && network(address, Integer.parseInt(parts[1])).equals(network(parts[0], Integer.parseInt(parts[1])));
    }

    /** For sorting networks and addresses as numbers. */
    public static BigInteger order(String address) {
        return bytes(address.split("/", 2)[0]).map(bytes -> new BigInteger(1, bytes)).orElse(BigInteger.ZERO);
    }

    private static String text(byte[] bytes) {
        try {
            String text = InetAddress.getByAddress(bytes).getHostAddress();
            return bytes.length == 4 ? text : text.replaceFirst("(^|:)(0(:|$)){2,}", "::");
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<byte[]> bytes(String address) {
        if (!isAddress(address)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(plain(address)).getAddress());
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }
}
