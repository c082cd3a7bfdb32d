package org.cadastre.collect.snmp.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The index of a row, read part by part (RFC 2578, 7.7).
 *
 * <p>Whoever reads beyond its end gets an {@link IndexOutOfBoundsException}: the row does not belong to the table, see
 * {@link Mib#each}.
 */
final class Index {

    /** Octets of an address by its type (RFC 4001, InetAddressType). */
    private static final Map<Long, Integer> LENGTHS = Map.of(1L, 4, 2L, 16, 3L, 8, 4L, 20);

    private final int[] parts;
    private int next;

    Index(int[] parts) {
        this.parts = parts;
    }

    /** A whole number, unsigned. */
    long next() {
        return parts[next++] & 0xffffffffL;
    }

    int nextInt() {
        return (int) next();
    }

    boolean hasNext() {
        return next < parts.length;
    }

    /** Octets, one a part, of a fixed length. */
    byte[] octets(int length) {
        if (length < 0 || length > parts.length - next) {
            throw new IndexOutOfBoundsException(length);
        }
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) parts[next++];
        }
        return octets;
    }

    /** Octets with their length before them. */
    byte[] octets() {
        return octets(nextInt());
    }

    /** All the rest. */
    byte[] rest() {
        return octets(left());
    }

    /** Length before it, then the parts of an object identifier, which are skipped. */
    void skipOid() {
        int length = nextInt();
        if (length < 0 || length > parts.length - next) {
            throw new IndexOutOfBoundsException(length);
        }
        next += length;
    }

    /** An IPv4 address of four parts. */
    String ipv4() {
        return Values.address(octets(4)).orElseThrow(IndexOutOfBoundsException::new);
    }

    /**
     * Type, length and octets of an address (RFC 4001); nothing for a name or an unknown type. Some agents leave the length out:
     * then what comes is not the length that the type has.
     */
    Optional<String> address() {
        long type = next();
        int length = LENGTHS.getOrDefault(type, 0);
        boolean isBare = length > 0 && hasNext() && parts[next] != length && parts[next] != 0;
        return Values.address(isBare ? octets(length) : octets());
    }

    /**
     * The same at the end of an index, where some agents leave the length out: what is left tells whether it is there.
     */
    Optional<String> lastAddress() {
        next();
        if (left() == 17 && parts[next] != 16) {
            // A zone of one part behind the sixteen octets.
            return Values.address(octets(16));
        }
        boolean isBare = Set.of(4, 8, 16, 20).contains(left());
        return Values.address(isBare ? rest() : octets());
    }

    int left() {
        return parts.length - next;
    }

    /** A hardware address of six parts; zeros are kept as no address. */
    Optional<String> mac() {
        return Values.mac(octets(6));
    }

    @Override
    public String toString() {
        return Arrays.toString(parts);
    }
}
