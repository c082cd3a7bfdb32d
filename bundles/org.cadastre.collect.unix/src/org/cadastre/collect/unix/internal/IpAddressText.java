package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.Address;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Interface;

/**
 * Output of {@code ip -d address show} (iproute2, busybox).
 *
 * <p>Left out, because they come and go by themselves: temporary IPv6 addresses (RFC 8981), the host ends of containers'
 * cables, hardware addresses that the kernel threw dice for.
 */
final class IpAddressText {

    private static final Pattern HEAD =
            Pattern.compile("\\d+: ([^:@\\s]+)(?:@([^:\\s]+))?: <([^>]*)>(?:.*? mtu (\\d+))?(?:.*? master (\\S+))?.*");
    private static final Pattern LINK = Pattern.compile("\\s+link/(\\S+)(?: (\\S+))?(.*)");
    private static final Pattern INET = Pattern.compile(
            "\\s+inet6? (\\S+?)(?: peer (\\S+))?(?: metric \\d+)?(?: brd \\S+)?(?: any \\S+)?(?: scope (\\S+))?((?: .*)?)");
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5,19}");
    private static final Pattern PERMANENT = Pattern.compile(".* permaddr (\\S+).*");
    private static final Set<String> KINDS = Set.of("bridge", "bond", "vlan", "veth", "tun", "vxlan", "wireguard", "dummy",
            "macvlan", "macvtap", "ipvlan", "ipvtap", "team", "vrf", "geneve", "gre", "gretap", "ip6gre", "ip6gretap",
            "erspan", "ip6erspan", "ipip", "sit", "ip6tnl", "vti", "vti6", "xfrm", "ifb", "nlmon", "vcan", "can", "macsec",
            "openvswitch", "batadv", "hsr", "rmnet", "gtp", "bareudp", "ppp", "lowpan", "netdevsim", "amt", "netkit");
    /** Names that Docker, CNI plug-ins, Calico and Cilium make up for each start of a container. */
    private static final Pattern CABLE = Pattern.compile("veth[0-9a-f]{7,8}|cali[0-9a-f]{11}|lxc[0-9a-f]{12}|lxc_health");

    /** As in linux/netdevice.h: NET_ADDR_RANDOM. */
    private static final String RANDOM_ADDRESS = "1";

    private final CommandOutput output;
    private final Values devices;
    private final Sources sources;

    IpAddressText(CommandOutput output, Values devices, Sources sources) {
        this.output = output;
        this.devices = devices;
        this.sources = sources;
    }

    static boolean isContainerCable(String name) {
        return CABLE.matcher(name).matches();
    }

    List<Interface> read() {
        List<Interface> interfaces = new ArrayList<>();
        Interface current = null;
        for (String line : output.lines()) {
            Matcher head = HEAD.matcher(line);
            Matcher link = LINK.matcher(line);
            Matcher inet = INET.matcher(line);
            if (head.matches()) {
                current = head(head);
                if (!isContainerCable(current.getName())) {
                    interfaces.add(current);
                }
            } else if (!line.startsWith(" ")) {
                if (!line.isBlank()) {
                    sources.badLine(output);
                }
                current = null;
            } else if (current != null && link.matches()) {
                link(link, current);
            } else if (current != null && inet.matches()) {
                address(inet, current);
            } else if (current != null) {
                kind(line.strip(), current);
            }
        }
        return interfaces;
    }

    private Interface head(Matcher head) {
        Interface adapter = HostFactory.eINSTANCE.createInterface();
        String name = head.group(1);
        adapter.setName(name);
        adapter.setEnabled(List.of(head.group(3).split(",")).contains("UP"));
        Optional.ofNullable(head.group(4)).flatMap(Numbers::integer).ifPresent(adapter::setMtu);
        // "@if7" is the other end of a cable in another network namespace: a number that moves.
        Optional.ofNullable(head.group(5)).or(() -> Optional.ofNullable(head.group(2))
                .filter(parent -> !parent.matches("if\\d+|NONE"))).ifPresent(adapter::setParent);
        devices.get("/sys/class/net/" + name + "/speed").flatMap(Numbers::whole)
                .filter(megabits -> megabits > 0 && megabits < 100_000_000)
                .ifPresent(megabits -> adapter.setSpeed(megabits * 1_000_000));
        devices.get("/sys/class/net/" + name + "/duplex").filter(duplex -> !duplex.equals("unknown")).ifPresent(adapter::setDuplex);
        devices.get("/sys/class/net/" + name + "/driver").ifPresent(adapter::setDriver);
        devices.get("/sys/class/net/" + name + "/firmware").ifPresent(adapter::setFirmware);
        return adapter;
    }

    private void link(Matcher link, Interface adapter) {
        String folder = "/sys/class/net/" + adapter.getName() + "/";
        adapter.setType(devices.byPath().containsKey(folder + "wireless") ? "wireless"
                : link.group(1).equals("ether") ? "ethernet" : link.group(1));
        boolean dice = devices.get(folder + "addr_assign_type").filter(RANDOM_ADDRESS::equals).isPresent()
                && !devices.byPath().containsKey(folder + "device");
        String mac = Optional.ofNullable(link.group(2)).orElse("");
        Matcher permanent = PERMANENT.matcher(link.group(3));
        if (permanent.matches()) {
            mac = permanent.group(1);
        }
        if (!dice && MAC.matcher(mac).matches() && !mac.matches("[0:]+")) {
            adapter.setMac(mac);
        }
    }

    private static void kind(String details, Interface adapter) {
        String[] words = details.split("\\s+", 3);
        if (!KINDS.contains(words[0])) {
            return;
        }
        adapter.setType(Map.of("tun", "tunnel", "gre", "tunnel", "ipip", "tunnel", "sit", "tunnel", "ip6tnl", "tunnel")
                .getOrDefault(words[0], words[0]));
    }

    private void address(Matcher inet, Interface adapter) {
        String flags = " " + inet.group(4) + " ";
        if (flags.contains(" temporary ")) {
            return;
        }
        String local = inet.group(1);
        int slash = local.indexOf('/');
        Optional<String> address = IpAddress.of(slash < 0 ? local : local.substring(0, slash));
        if (address.isEmpty()) {
            sources.badLine(output);
            return;
        }
        Address entry = HostFactory.eINSTANCE.createAddress();
        entry.setAddress(address.get());
        String network = Optional.ofNullable(inet.group(2)).filter(peer -> peer.contains("/")).orElse(local);
        int bits = network.indexOf('/');
        (bits < 0 ? Optional.of(IpAddress.isV6(address.get()) ? 128 : 32) : Numbers.integer(network.substring(bits + 1)))
                .ifPresent(entry::setPrefixLength);
        entry.setScope(inet.group(3));
        entry.setDynamic(flags.contains(" dynamic ") || flags.contains(" mngtmpaddr "));
        adapter.getAddresses().add(entry);
    }
}
