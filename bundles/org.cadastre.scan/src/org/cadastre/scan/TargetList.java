package org.cadastre.scan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.cadastre.collect.Target;

/**
 * Spells out the targets of a scan: "local", "HOST", "HOST:PORT", "[IPv6]:PORT", ranges, several of these parted by commas, each
 * but the first with the hosts that lead to it: "... via [USER@]HOST[:PORT],...", behind "via" as after "ssh -J". The order is kept, what is named
 * twice is read once. "!RANGE" takes addresses out, wherever it stands.
 */
public final class TargetList {

    private static final int MOST_JUMPS = 8;
    private static final Pattern VIA = Pattern.compile("(\\S+)\\s+via\\s+(.+)");
    private static final Pattern BRACKETED = Pattern.compile("\\[([0-9A-Fa-f:.%\\w]+)](?::(\\d{1,5}))?");
    private static final Pattern WITH_PORT = Pattern.compile("([^:\\[\\]]+):(\\d{1,5})");
    private static final Pattern DOTTED = Pattern.compile("[0-9.]+");
    /** RFC 1123, and the underscore that people use all the same. */
    private static final Pattern HOST_NAME = Pattern
            .compile("[\\p{Alnum}_](?:[\\p{Alnum}_-]{0,62})(?:\\.[\\p{Alnum}_](?:[\\p{Alnum}_-]{0,62}))*\\.?");

    private TargetList() {
    }

    /** @throws ScanException names the first entry that is no target */
    public static List<Target> parse(List<String> entries) throws ScanException {
        Map<String, Target> targets = new LinkedHashMap<>();
        List<AddressRange> excluded = new ArrayList<>();
        for (String entry : entries) {
            if (isExclusion(entry)) {
                excluded.addAll(excluded(entry));
                continue;
            }
            for (Target target : targets(entry.strip())) {
                targets.merge(target.toString(), target, TargetList::named);
            }
        }
        return targets.values().stream().filter(target -> excluded.stream().noneMatch(range -> range.holds(host(target)))).toList();
    }

    /** Whether an entry names addresses that nothing is to be sent to: "!192.0.2.7", "!192.0.2.64/26". */
    static boolean isExclusion(String entry) {
        return entry.strip().startsWith("!");
    }

    /** @throws ScanException the entry does not name addresses */
    static List<AddressRange> excluded(String entry) throws ScanException {
        List<AddressRange> ranges = new ArrayList<>();
        for (String part : entry.strip().substring(1).split(",", -1)) {
            ranges.add(AddressRange.of(part.strip()));
        }
        return ranges;
    }

    private static String host(Target target) {
        return switch (target) {
            case Target.Local local -> "";
            case Target.Address address -> address.host();
            case Target.Through through -> through.address().host();
        };
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
                .map(entry -> entry.equals("local") || isExclusion(entry) || VIA.matcher(entry).matches() ? entry : entry + " via " + way).toList();
    }

    private static List<Target.Address> addresses(String entry) throws ScanException {
        List<Target.Address> addresses = new ArrayList<>();
        for (String part : entry.split(",", -1)) {
            Optional<AddressRange> range = AddressRange.parse(part.strip());
            if (range.isEmpty()) {
                addresses.add(single(part.strip()));
            } else {
                range.get().addresses(part.strip())
                        .forEach(host -> addresses.add(new Target.Address(host, Target.Address.DEFAULT_PORT, true)));
            }
        }
        return addresses;
    }

    private static Target.Address single(String entry) throws ScanException {
        Matcher bracketed = BRACKETED.matcher(entry);
        if (bracketed.matches() && AddressRange.IPV6.matcher(bracketed.group(1)).matches()) {
            return new Target.Address(bracketed.group(1), port(entry, bracketed.group(2)), false);
        }
        Matcher withPort = WITH_PORT.matcher(entry);
        if (withPort.matches() && isHost(withPort.group(1))) {
            return new Target.Address(withPort.group(1), port(entry, withPort.group(2)), false);
        }
        if (isHost(entry) || AddressRange.IPV6.matcher(entry).matches()) {
            return new Target.Address(entry, Target.Address.DEFAULT_PORT, false);
        }
        throw new ScanException("'" + entry + "' is no target; give local, a host name, an address, HOST:PORT, or a range such as 192.0.2.0/24 or 192.0.2.10-20");
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
        return DOTTED.matcher(text).matches() ? AddressRange.IPV4.matcher(text).matches() : HOST_NAME.matcher(text).matches();
    }

    private static int port(String entry, String digits) throws ScanException {
        int port = digits == null ? Target.Address.DEFAULT_PORT : Integer.parseInt(digits);
        if (digits != null && (port < 1 || port > 65535)) {
            throw new ScanException("'" + entry + "' has no valid port; ports are 1 to 65535");
        }
        return port;
    }
}
