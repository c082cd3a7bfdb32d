package org.cadastre.collect.snmp.internal.mib;

import java.util.ArrayList;
import java.util.List;

/** The names of the values of an enumeration, or of bits, as a MIB gives them. */
public record Words(int first, List<String> words) {

    /** An enumeration that counts from 1, as nearly all do. */
    public static Words of(String... words) {
        return new Words(1, List.of(words));
    }

    public static Words from(int first, String... words) {
        return new Words(first, List.of(words));
    }

    /** A number that has no name stays a number. */
    public String of(long value) {
        long place = value - first;
        return place >= 0 && place < words.size() && !words.get((int) place).isEmpty() ? words.get((int) place) : String.valueOf(value);
    }

    /** Names of the bits that are set, the first of the highest bit of the first octet (RFC 2578, 7.1.4). */
    public List<String> bits(byte[] octets) {
        List<String> set = new ArrayList<>();
        for (int bit = 0; bit < words.size() && bit < octets.length * Byte.SIZE; bit++) {
            if ((octets[bit / Byte.SIZE] & 0x80 >> bit % Byte.SIZE) != 0) {
                set.add(words.get(bit));
            }
        }
        return set;
    }

    /** Numbers of the bits that are set, from 1: a list of ports (RFC 4188, PortList). */
    public static List<Integer> ports(byte[] octets) {
        List<Integer> ports = new ArrayList<>();
        for (int bit = 0; bit < octets.length * Byte.SIZE; bit++) {
            if ((octets[bit / Byte.SIZE] & 0x80 >> bit % Byte.SIZE) != 0) {
                ports.add(bit + 1);
            }
        }
        return ports;
    }
}
