package org.cadastre.collect.snmp.internal.mib;

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
public final class Index {

    /** Octets of an address by its type (RFC 4001, InetAddressType). */
    private static final Map<Long, Integer> LENGTHS = Map.of(1L, 4, 2L, 16, 3L, 8, 4L, 20);

    private final int[] parts;
    private int next;

    public Index(int[] parts) {
        this.parts = parts;
    }

    /** A whole number, unsigned. */
    public long next() {
        return parts[next++] & 0xffffffffL;
    }

    public int nextInt() {
        return (int) next();
    }

    public boolean hasNext() {
        return next < parts.length;
    }

    /** Octets, one a part, of a fixed length. */
    public byte[] octets(int length) {
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
    public byte[] octets() {
        return octets(nextInt());
    }

    /** All the rest. */
    public byte[] rest() {
        return octets(left());
    }

    /** Length before it, then the parts of an object identifier, which are skipped. */
    public void skipOid() {
        int length = nextInt();
        if (length < 0 || length > parts.length - next) {
            throw new IndexOutOfBoundsException(length);
        }
        next += length;
    }

    /** An IPv4 address of four parts. */
    public String ipv4() {
        return Values.address(octets(4)).orElseThrow(IndexOutOfBoundsException::new);
    }

    /**
     * Type, length and octets of an address (RFC 4001); nothing for a name or an unknown type. Some agents leave the length out:
     * then what comes is not the length that the type has.
     */
    public Optional<String> address() {
        long type = next();
        int length = LENGTHS.getOrDefault(type, 0);
        boolean isBare = length > 0 && hasNext() && parts[next] != length && parts[next] != 0;
        return Values.address(isBare ? octets(length) : octets());
    }

    /**
     * The same at the end of an index, where some agents leave the length out: what is left tells whether it is there.
     */
    public Optional<String> lastAddress() {
        next();
        if (left() == 17 && parts[next] != 16) {
            // A zone of one part behind the sixteen octets.
            return Values.address(octets(16));
        }
        boolean isBare = Set.of(4, 8, 16, 20).contains(left());
        return Values.address(isBare ? rest() : octets());
    }

    public int left() {
        return parts.length - next;
    }

    /** A hardware address of six parts; zeros are kept as no address. */
    public Optional<String> mac() {
        return Values.mac(octets(6));
    }

    @Override
    public String toString() {
        return Arrays.toString(parts);
    }
}
