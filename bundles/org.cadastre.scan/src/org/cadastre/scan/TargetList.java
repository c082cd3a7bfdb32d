package org.cadastre.scan;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.cadastre.collect.Target;

/**
 * Spells out the targets of a scan: "local", "HOST", "HOST:PORT", "[IPv6]:PORT", and ranges in CIDR notation (RFC 4632), each
 * but the first with the hosts that lead to it: "... via [USER@]HOST[:PORT],...", behind "via" as after "ssh -J". The order is kept, what is named twice is read once.
 */
public final class TargetList {

    /** A range of more addresses is taken for a slip of the pen. */
    static final int MOST_ADDRESSES = 1 << 16;

    private static final int MOST_JUMPS = 8;
    private static final Pattern VIA = Pattern.compile("(\\S+)\\s+via\\s+(.+)");
    private static final Pattern BRACKETED = Pattern.compile("\\[([0-9A-Fa-f:.%\\w]+)](?::(\\d{1,5}))?");
    private static final Pattern WITH_PORT = Pattern.compile("([^:\\[\\]]+):(\\d{1,5})");
    private static final Pattern CIDR = Pattern.compile("([0-9A-Fa-f:.]+)/(\\d{1,3})");
    private static final Pattern DOTTED = Pattern.compile("[0-9.]+");
    private static final Pattern IPV4 = Pattern
            .compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]+(?:%\\w+)?");
    /** RFC 1123, and the underscore that people use all the same. */
    private static final Pattern HOST_NAME = Pattern
            .compile("[\\p{Alnum}_](?:[\\p{Alnum}_-]{0,62})(?:\\.[\\p{Alnum}_](?:[\\p{Alnum}_-]{0,62}))*\\.?");

    private TargetList() {
    }

    /** @throws ScanException names the first entry that is no target */
    public static List<Target> parse(List<String> entries) throws ScanException {
        Map<String, Target> targets = new LinkedHashMap<>();
        for (String entry : entries) {
            for (Target target : targets(entry.strip())) {
                targets.merge(target.toString(), target, TargetList::named);
            }
        }
        return List.copyOf(targets.values());
    }

    /** An address that is named as well as part of a range is expected to answer. */
    private static Target named(Target first, Target second) {
        return switch (first) {
            case Target.Address address when address.swept() -> second;
            case Target.Through through when through.address().swept() -> second;
            default -> first;
        };
    }

    private static List<? extends Target> targets(String entry) throws ScanException {
        Matcher way = VIA.matcher(entry);
        if (!way.matches()) {
            return entry.equals("local") ? List.of(new Target.Local()) : addresses(entry);
        }
        if (way.group(1).equals("local")) {
            throw new ScanException("'" + entry + "' is no target; nothing leads to local");
        }
        List<Target.Jump> jumps = jumps(way.group(2));
        return addresses(way.group(1)).stream().map(address -> new Target.Through(address, jumps)).toList();
    }

    private static List<Target.Jump> jumps(String list) throws ScanException {
        List<Target.Jump> jumps = new ArrayList<>();
        for (String entry : list.split(",", -1)) {
            int at = entry.lastIndexOf('@');
            String host = entry.substring(at + 1).strip();
            String user = entry.substring(0, Math.max(at, 0)).strip();
            if (!isAddress(host) || at >= 0 && user.isEmpty() || user.matches(".*\\s.*")) {
                throw new ScanException("'" + entry.strip() + "' is no jump host; give [USER@]HOST[:PORT], several parted by commas");
            }
            jumps.add(new Target.Jump(user.isEmpty() ? Optional.empty() : Optional.of(user), single(host)));
        }
        if (jumps.size() > MOST_JUMPS) {
            throw new ScanException("'" + list + "' is a way over more than " + MOST_JUMPS + " hosts");
        }
        return jumps;
    }

    /** The entries with hosts that lead to them; "local", and those that name their own, stay as they are. */
    public static List<String> through(String jumps, List<String> entries) throws ScanException {
        String way = jumps(jumps).stream().map(Target.Jump::toString).collect(Collectors.joining(","));
        return entries.stream().map(String::strip)
                .map(entry -> entry.equals("local") || VIA.matcher(entry).matches() ? entry : entry + " via " + way).toList();
    }

    private static List<Target.Address> addresses(String entry) throws ScanException {
        Matcher range = CIDR.matcher(entry);
        return range.matches() ? spread(entry, range) : List.of(single(entry));
    }

    private static Target.Address single(String entry) throws ScanException {
        Matcher bracketed = BRACKETED.matcher(entry);
        if (bracketed.matches() && IPV6.matcher(bracketed.group(1)).matches()) {
            return new Target.Address(bracketed.group(1), port(entry, bracketed.group(2)), false);
        }
        Matcher withPort = WITH_PORT.matcher(entry);
        if (withPort.matches() && isHost(withPort.group(1))) {
            return new Target.Address(withPort.group(1), port(entry, withPort.group(2)), false);
        }
        if (isHost(entry) || IPV6.matcher(entry).matches()) {
            return new Target.Address(entry, Target.Address.DEFAULT_PORT, false);
        }
        throw new ScanException("'" + entry + "' is no target; give local, a host name, an address, HOST:PORT, or a range such as 192.0.2.0/24");
    }

    private static boolean isAddress(String entry) {
        try {
            single(entry);
            return true;
        } catch (ScanException told) {
            return false;
        }
    }

    private static boolean isHost(String text) {
        return DOTTED.matcher(text).matches() ? IPV4.matcher(text).matches() : HOST_NAME.matcher(text).matches();
    }

    private static int port(String entry, String digits) throws ScanException {
        int port = digits == null ? Target.Address.DEFAULT_PORT : Integer.parseInt(digits);
        if (digits != null && (port < 1 || port > 65535)) {
            throw new ScanException("'" + entry + "' has no valid port; ports are 1 to 65535");
        }
        return port;
    }

    private static List<Target.Address> spread(String entry, Matcher range) throws ScanException {
        byte[] network = address(entry, range.group(1));
        int bits = network.length * 8;
        int prefix = Integer.parseInt(range.group(2));
        if (prefix > bits) {
            throw new ScanException("'" + entry + "' is no range; its prefix is longer than " + bits);
        }
        int hostBits = bits - prefix;
        if (hostBits > 16) {
            throw new ScanException("'" + entry + "' is a range of more than " + MOST_ADDRESSES
                    + " addresses; split it into smaller ones");
        }
        BigInteger first = new BigInteger(1, network).shiftRight(hostBits).shiftLeft(hostBits);
        int count = 1 << hostBits;
        // The network's own address and the broadcast address of IPv4 are no hosts (RFC 3021 excepts /31).
        boolean ends = bits == 32 && hostBits > 1;
        return IntStream.range(ends ? 1 : 0, ends ? count - 1 : count)
                .mapToObj(i -> text(first.add(BigInteger.valueOf(i)), network.length))
                .map(host -> new Target.Address(host, Target.Address.DEFAULT_PORT, true)).toList();
    }

    private static byte[] address(String entry, String literal) throws ScanException {
        if (IPV4.matcher(literal).matches() || IPV6.matcher(literal).matches()) {
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException noLiteral) {
                // told below
            }
        }
        throw new ScanException("'" + entry + "' is no range; write it like 192.0.2.0/24 or 2001:db8::/120");
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
