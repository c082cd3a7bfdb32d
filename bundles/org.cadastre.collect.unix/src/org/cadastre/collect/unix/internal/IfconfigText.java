package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.Address;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Interface;

/** Output of {@code ifconfig -a}: FreeBSD, OpenBSD, macOS, Solaris, AIX, and both forms of Linux net-tools. */
final class IfconfigText {

    private static final Pattern HEAD = Pattern.compile("([^\\s:]+(?::\\d+)?):? +(?:flags=|Link encap:).*");
    private static final Pattern FLAGS = Pattern.compile("flags=\\S*<([^>]*)>");
    private static final Pattern MTU = Pattern.compile("(?i)\\bmtu[ :](\\d+)");
    private static final Pattern MAC =
            Pattern.compile("\\b(?:ether|lladdr|HWaddr) ([0-9a-fA-F]{1,2}(?::[0-9a-fA-F]{1,2}){5})\\b");
    private static final Pattern INET = Pattern.compile("\\s+inet6? (?:addr: ?)?(\\S+)(.*)");
    private static final Pattern MASK = Pattern.compile("(?i)\\b(?:netmask |Mask:)(\\S+)");
    private static final Pattern PREFIX = Pattern.compile("\\bprefixlen (\\d+)");
    private static final Pattern PARENT = Pattern.compile("\\s+(?:vlan: \\d+ .*|)parent(?: interface)?: (\\S+).*");

    private final CommandOutput output;
    private final Sources sources;

    IfconfigText(CommandOutput output, Sources sources) {
        this.output = output;
        this.sources = sources;
    }

    List<Interface> read() {
        List<Interface> interfaces = new ArrayList<>();
        Interface current = null;
        for (String line : output.lines()) {
            Matcher head = HEAD.matcher(line);
            if (head.matches()) {
                current = HostFactory.eINSTANCE.createInterface();
                current.setName(head.group(1));
                current.setEnabled(false);
                interfaces.add(current);
            } else if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
                sources.badLine(output);
                current = null;
            }
            if (current != null) {
                line(line, current);
            }
        }
        return interfaces;
    }

    private void line(String line, Interface adapter) {
        Matcher flags = FLAGS.matcher(line);
        if (flags.find() && line.startsWith(adapter.getName()) || line.matches("\\s+UP .*MTU:.*")) {
            String words = line.startsWith(adapter.getName()) ? flags.group(1) : line.strip().replace(' ', ',');
            adapter.setEnabled(List.of(words.split(",")).contains("UP"));
            adapter.setType(type(adapter.getName(), words));
        }
        Matcher mtu = MTU.matcher(line);
        if (mtu.find()) {
            Numbers.integer(mtu.group(1)).ifPresent(adapter::setMtu);
        }
        Matcher mac = MAC.matcher(line);
        if (mac.find() && adapter.getMac() == null) {
            adapter.setMac(padded(mac.group(1)));
        }
        Matcher parent = PARENT.matcher(line);
        if (parent.matches()) {
            adapter.setParent(parent.group(1));
        }
        Matcher inet = INET.matcher(line);
        if (inet.matches()) {
            address(inet.group(1), inet.group(2), adapter);
        }
    }

    private void address(String text, String rest, Interface adapter) {
        if (rest.contains(" temporary")) {
            return;
        }
        int slash = text.indexOf('/');
        Optional<String> address = IpAddress.of(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            sources.badLine(output);
            return;
        }
        Address entry = HostFactory.eINSTANCE.createAddress();
        entry.setAddress(address.get());
        Matcher prefix = PREFIX.matcher(rest);
        Matcher mask = MASK.matcher(rest);
        Optional<Integer> length = slash >= 0 ? Numbers.integer(text.substring(slash + 1))
                : prefix.find() ? Numbers.integer(prefix.group(1))
                : mask.find() ? mask(mask.group(1)) : Optional.empty();
        length.ifPresent(entry::setPrefixLength);
        entry.setScope(scope(address.get()));
        if (rest.contains(" autoconf") || rest.contains(" dynamic")) {
            entry.setDynamic(true);
        }
        adapter.getAddresses().add(entry);
    }

    /** Solaris writes the mask as plain hexadecimal digits. */
    private static Optional<Integer> mask(String text) {
        return IpAddress.maskLength(text.matches("[0-9a-f]{8}") ? "0x" + text : text);
    }

    private static String scope(String address) {
        return IpAddress.isLoopback(address) ? "host"
                : address.startsWith("fe80:") || address.startsWith("169.254.") ? "link" : "global";
    }

    private static String padded(String mac) {
        StringBuilder text = new StringBuilder();
        for (String part : mac.toLowerCase(Locale.ROOT).split(":")) {
            text.append(text.isEmpty() ? "" : ":").append(part.length() == 1 ? "0" : "").append(part);
        }
        return text.toString();
    }

    private static String type(String name, String flags) {
        if (flags.contains("LOOPBACK")) {
            return "loopback";
        }
        if (name.startsWith("bridge")) {
            return "bridge";
        }
        if (name.startsWith("vlan")) {
            return "vlan";
        }
        return flags.contains("POINTOPOINT") ? "tunnel" : flags.contains("BROADCAST") ? "ethernet" : null;
    }
}
