package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Words;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.Vlan;
import org.cadastre.collect.snmp.network.VlanPort;
import org.cadastre.collect.snmp.network.Vlans;

/** VLANs and their ports (Q-BRIDGE-MIB, RFC 4363; CISCO-VTP-MIB and CISCO-VLAN-MEMBERSHIP-MIB). */
public final class VlansReader implements SectionReader<Vlans> {

    public static final Table CISCO_VLANS = Table.of("vtpVlanTable", "1.3.6.1.4.1.9.9.46.1.3.1.1", 2, 3, 4);
    private static final Table STATIC = Table.of("dot1qVlanStaticTable", "1.3.6.1.2.1.17.7.1.4.3.1", 1, 2, 4, 5);
    private static final Table CURRENT = Table.of("dot1qVlanCurrentTable", "1.3.6.1.2.1.17.7.1.4.2.1", 3, 4, 5, 6);
    private static final Table PORTS = Table.of("dot1qPortVlanTable", "1.3.6.1.2.1.17.7.1.4.5.1", 1);
    private static final Table CISCO_ACCESS = Table.of("vmMembershipTable", "1.3.6.1.4.1.9.9.68.1.2.2.1", 1, 2);
    private static final Table CISCO_VOICE = Table.of("vmVoiceVlanTable", "1.3.6.1.4.1.9.9.68.1.5.1.1", 1);
    private static final Table CISCO_TRUNKS = Table.of("vlanTrunkPortTable", "1.3.6.1.4.1.9.9.46.1.6.1.1", 4, 5, 14, 17, 18, 19);

    private static final int ETHERNET = 1;
    private static final int TRUNKING = 1;
    private static final int OPERATIONAL = 1;
    private static final int MOST = 4094;
    /** Voice VLAN that stands for none. */
    private static final int UNTAGGED_VOICE = 4095;
    private static final int VLANS_IN_BITMAP = 1024;
    private static final List<Integer> BITMAPS = List.of(5, 17, 18, 19);

    @Override
    public Vlans create() {
        return NetworkFactory.eINSTANCE.createVlans();
    }

    @Override
    public List<Table> tables() {
        return List.of(InterfaceNames.INTERFACES, InterfaceNames.EXTENSIONS, InterfaceNames.BRIDGE_PORTS, STATIC, CURRENT, PORTS, CISCO_VLANS,
                CISCO_ACCESS, CISCO_VOICE, CISCO_TRUNKS);
    }

    /** VLANs that are known by number while the tables are gone through. */
    private record Numbered(Vlans section, Map<Integer, Vlan> vlans, Map<String, VlanPort> ports) {

        Optional<Vlan> vlan(long number) {
            return number < 1 || number > MOST ? Optional.empty() : Optional.of(vlans.computeIfAbsent((int) number, none -> {
                Vlan vlan = NetworkFactory.eINSTANCE.createVlan();
                vlan.setNumber((int) number);
                return vlan;
            }));
        }

        VlanPort port(String name) {
            return ports.computeIfAbsent(name, none -> {
                VlanPort port = NetworkFactory.eINSTANCE.createVlanPort();
                port.setInterface(name);
                return port;
            });
        }
    }

    @Override
    public void read(Vlans section, Mib mib) {
        InterfaceNames names = InterfaceNames.of(mib);
        Numbered found = new Numbered(section, new TreeMap<>(), new TreeMap<>());
        mib.rows(STATIC).forEach(row -> found.vlan(row.number()).ifPresent(vlan -> {
            row.text(1).ifPresent(vlan::setName);
            members(vlan, row.octets(2), row.octets(4), names);
        }));
        mib.rows(CURRENT).forEach(row -> found.vlan(row.number()).filter(vlan -> vlan.getTagged().isEmpty() && vlan.getUntagged().isEmpty())
                .ifPresent(vlan -> members(vlan, row.octets(4), row.octets(5), names)));
        mib.rows(PORTS).forEach(row -> row.integer(1).filter(number -> number >= 1 && number <= MOST)
                .ifPresent(number -> found.port(names.ofBridgePort(row.number())).setNativeVlan(number)));
        cisco(mib, names, found);
        section.getVlans().addAll(found.vlans().values());
        section.getPorts().addAll(found.ports().values());
    }

    private static void members(Vlan vlan, byte[] all, byte[] untagged, InterfaceNames names) {
        List<Integer> without = Words.ports(untagged);
        for (int port : Words.ports(all)) {
            (without.contains(port) ? vlan.getUntagged() : vlan.getTagged()).add(names.ofBridgePort(port));
        }
    }

    private static void cisco(Mib mib, InterfaceNames names, Numbered found) {
        mib.rows(CISCO_VLANS).stream().filter(row -> !row.has(3) || row.is(3, ETHERNET))
                .forEach(row -> found.vlan(row.number()).ifPresent(vlan -> row.text(4).ifPresent(vlan::setName)));
        mib.rows(CISCO_ACCESS).forEach(row -> row.number(2).ifPresent(number -> found.vlan(number).ifPresent(vlan -> {
            String port = names.of(row.number());
            vlan.getUntagged().add(port);
            found.port(port).setNativeVlan((int) number);
            found.port(port).setMode("access");
        })));
        mib.rows(CISCO_VOICE).forEach(row -> row.integer(1).filter(number -> number > 0 && number < UNTAGGED_VOICE)
                .ifPresent(number -> found.port(names.of(row.number())).setVoiceVlan(number)));
        mib.rows(CISCO_TRUNKS).stream().filter(row -> row.is(14, TRUNKING)).forEach(row -> {
            String port = names.of(row.number());
            int own = row.integer(4).orElse(0);
            found.port(port).setMode("trunk");
            if (own > 0) {
                found.port(port).setNativeVlan(own);
            }
            for (int place = 0; place < BITMAPS.size(); place++) {
                int first = place * VLANS_IN_BITMAP;
                // Allowed, but only where such a VLAN is: else each trunk would have four thousand.
                Words.ports(row.octets(BITMAPS.get(place))).stream().map(bit -> bit - 1 + first).map(found.vlans()::get)
                        .filter(vlan -> vlan != null).forEach(vlan -> (vlan.getNumber() == own ? vlan.getUntagged() : vlan.getTagged()).add(port));
            }
        });
    }

    /** The VLANs that a Cisco switch keeps a forwarding table of its own for. */
    public static List<Integer> ofCisco(Mib mib) {
        return mib.rows(CISCO_VLANS).stream().filter(row -> row.is(2, OPERATIONAL) && (!row.has(3) || row.is(3, ETHERNET))).map(Row::number)
                .filter(number -> number >= 1 && number <= MOST).distinct().sorted().toList();
    }

    /** Which VLAN a filtering database is for (dot1qVlanFdbId). */
    public static Map<Integer, Integer> ofDatabases(Mib mib) {
        Map<Integer, Integer> vlans = new TreeMap<>();
        mib.rows(CURRENT).forEach(row -> row.integer(3).ifPresent(database -> vlans.merge(database, row.number(), (one, other) -> 0)));
        vlans.values().removeIf(vlan -> vlan == 0);
        return vlans;
    }
}
