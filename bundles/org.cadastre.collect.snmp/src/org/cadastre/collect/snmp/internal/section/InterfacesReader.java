package org.cadastre.collect.snmp.internal.section;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Index;
import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Values;
import org.cadastre.model.host.Address;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Interface;
import org.cadastre.model.host.Interfaces;
import org.snmp4j.smi.OID;

/**
 * Interfaces (IF-MIB, RFC 2863) and their addresses (IP-MIB old and new, RFC 4293; IPV6-MIB, RFC 2465). What is negotiated with the
 * other end is an observation, see {@link InterfaceStatesReader}.
 */
final class InterfacesReader implements SectionReader<Interfaces> {

    static final Table STACK = Table.of("ifStackTable", "1.3.6.1.2.1.31.1.2.1", 3);
    static final Table ADDRESSES = Table.of("ipAddressTable", "1.3.6.1.2.1.4.34.1", 3, 4, 5, 6);
    static final Table ADDRESSES_V4 = Table.of("ipAddrTable", "1.3.6.1.2.1.4.20.1", 1, 2, 3);
    static final Table ADDRESSES_V6 = Table.of("ipv6AddrTable", "1.3.6.1.2.1.55.1.8.1", 2);

    private static final int UNICAST = 1;
    private static final int ORIGIN_DHCP = 4;
    private static final int ORIGIN_LINK_LAYER = 5;
    private static final int ORIGIN_RANDOM = 6;

    /** IANAifType-MIB. */
    private static final Map<Long, String> TYPES = Map.ofEntries(Map.entry(1L, "other"), Map.entry(6L, "ethernet"),
            Map.entry(7L, "ethernet"), Map.entry(9L, "tokenRing"), Map.entry(15L, "fddi"), Map.entry(18L, "ds1"), Map.entry(22L, "serial"),
            Map.entry(23L, "ppp"), Map.entry(24L, "loopback"), Map.entry(28L, "slip"), Map.entry(32L, "frameRelay"), Map.entry(37L, "atm"),
            Map.entry(39L, "sonet"), Map.entry(49L, "aal5"), Map.entry(53L, "virtual"), Map.entry(54L, "bond"), Map.entry(56L, "fibreChannel"),
            Map.entry(62L, "ethernet"), Map.entry(69L, "ethernet"), Map.entry(71L, "wireless"), Map.entry(77L, "lapd"), Map.entry(81L, "ds0"),
            Map.entry(108L, "ppp"), Map.entry(117L, "ethernet"), Map.entry(131L, "tunnel"), Map.entry(135L, "vlan"), Map.entry(136L, "vlan"),
            Map.entry(142L, "ipForward"), Map.entry(150L, "tunnel"), Map.entry(161L, "bond"), Map.entry(166L, "mpls"), Map.entry(188L, "radio"),
            Map.entry(199L, "infiniband"), Map.entry(209L, "bridge"), Map.entry(238L, "adsl"), Map.entry(244L, "wwan"), Map.entry(251L, "vdsl"));

    @Override
    public Interfaces create() {
        return HostFactory.eINSTANCE.createInterfaces();
    }

    @Override
    public List<Table> tables() {
        return List.of(InterfaceNames.INTERFACES, InterfaceNames.EXTENSIONS, STACK, ADDRESSES_V4, ADDRESSES, ADDRESSES_V6);
    }

    @Override
    public void read(Interfaces section, Mib mib) {
        InterfaceNames names = InterfaceNames.of(mib);
        Map<Integer, Interface> byNumber = new LinkedHashMap<>();
        for (Row row : mib.rows(InterfaceNames.INTERFACES)) {
            Interface one = HostFactory.eINSTANCE.createInterface();
            one.setName(names.of(row.number()));
            row.number(3).ifPresent(type -> one.setType(TYPES.getOrDefault(type, "type " + type)));
            row.mac(6).ifPresent(one::setMac);
            row.integer(4).filter(mtu -> mtu > 0).ifPresent(one::setMtu);
            row.number(7).ifPresent(status -> one.setEnabled(status == 1));
            mib.row(InterfaceNames.EXTENSIONS, row.number()).flatMap(extension -> extension.text(18)).ifPresent(one::setDescription);
            byNumber.put(row.number(), one);
        }
        parents(mib, byNumber);
        addresses(mib).forEach((number, addresses) -> {
            Interface owner = byNumber.computeIfAbsent(number, unlisted -> {
                Interface one = HostFactory.eINSTANCE.createInterface();
                one.setName(names.of(unlisted));
                return one;
            });
            owner.getAddresses().addAll(addresses.values());
        });
        section.getInterfaces().addAll(byNumber.values());
    }

    /** Members of a bond or bridge have it as parent; a VLAN or the like has the interface that it runs on. */
    private static void parents(Mib mib, Map<Integer, Interface> byNumber) {
        mib.each(STACK, row -> {
            Index index = row.index();
            Interface higher = byNumber.get(index.nextInt());
            Interface lower = byNumber.get(index.nextInt());
            if (higher != null && lower != null && !row.is(3, 2)) {
                if (isBundle(higher)) {
                    lower.setParent(higher.getName());
                } else if (higher.getParent() == null) {
                    higher.setParent(lower.getName());
                }
            }
        });
    }

    private static boolean isBundle(Interface one) {
        return "bond".equals(one.getType()) || "bridge".equals(one.getType());
    }

    private static Map<Integer, Map<String, Address>> addresses(Mib mib) {
        Map<Integer, Map<String, Address>> addresses = new LinkedHashMap<>();
        mib.each(ADDRESSES, row -> {
            Optional<String> address = row.index().lastAddress();
            // What every interface gives itself from its hardware address says nothing, and comes and goes with the link.
            boolean isOwn = (row.is(6, ORIGIN_LINK_LAYER) || row.is(6, ORIGIN_RANDOM)) && address.filter(one -> one.startsWith("fe80:")).isPresent();
            if (address.isPresent() && !isOwn && row.integer(3).isPresent() && !(row.has(4) && !row.is(4, UNICAST))) {
                Address one = put(addresses, row.integer(3).get(), address.get());
                row.oid(5).flatMap(InterfacesReader::prefixLength).ifPresent(one::setPrefixLength);
                row.number(6).ifPresent(origin -> one.setDynamic(origin == ORIGIN_DHCP || origin == ORIGIN_LINK_LAYER || origin == ORIGIN_RANDOM));
            }
        });
        mib.each(ADDRESSES_V4, row -> {
            String address = row.ipv4(1, 0);
            if (row.integer(2).isPresent() && !address.equals("0.0.0.0")) {
                Address one = put(addresses, row.integer(2).get(), address);
                byte[] mask = row.octets(3);
                if (mask.length == 4) {
                    one.setPrefixLength(Values.prefixLength(mask));
                }
            }
        });
        mib.each(ADDRESSES_V6, row -> {
            Index index = row.index();
            int number = index.nextInt();
            byte[] octets = index.rest();
            // Some agents put a length before the sixteen octets.
            Values.address(octets.length == 17 ? Arrays.copyOfRange(octets, 1, 17) : octets).ifPresent(address -> {
                Address one = put(addresses, number, address);
                row.integer(2).ifPresent(one::setPrefixLength);
            });
        });
        return addresses;
    }

    private static Address put(Map<Integer, Map<String, Address>> addresses, int number, String address) {
        return addresses.computeIfAbsent(number, none -> new HashMap<>()).computeIfAbsent(address, none -> {
            Address one = HostFactory.eINSTANCE.createAddress();
            one.setAddress(address);
            one.setScope(scope(address));
            return one;
        });
    }

    private static String scope(String address) {
        return address.startsWith("127.") || address.equals("::1") ? "host"
                : address.matches("fe[89ab].*") || address.startsWith("169.254.") ? "link" : "global";
    }

    /** A pointer to a row of ipAddressPrefixTable, whose index ends with the length; 0.0 where there is none. */
    private static Optional<Integer> prefixLength(OID pointer) {
        return pointer.size() > 8 && pointer.last() >= 0 && pointer.last() <= 128 ? Optional.of(pointer.last()) : Optional.empty();
    }
}
