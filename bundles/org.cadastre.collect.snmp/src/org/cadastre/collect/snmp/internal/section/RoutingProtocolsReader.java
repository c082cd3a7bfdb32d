package org.cadastre.collect.snmp.internal.section;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.cadastre.collect.snmp.internal.mib.Index;
import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Words;
import org.cadastre.collect.snmp.network.BgpPeer;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.OspfArea;
import org.cadastre.collect.snmp.network.OspfInterface;
import org.cadastre.collect.snmp.network.RoutingProtocols;
import org.snmp4j.smi.OID;

/** Routing protocols as they are configured. */
final class RoutingProtocolsReader implements SectionReader<RoutingProtocols> {

    private static final Words AREAS = Words.of("normal", "stub", "notSoStubby");
    private static final Words NETWORKS = Words.of("broadcast", "nonBroadcastMultiAccess", "pointToPoint", "", "pointToMultipoint");
    private static final int ENABLED = 1;
    private static final int BGP_START = 2;

    @Override
    public RoutingProtocols create() {
        return NetworkFactory.eINSTANCE.createRoutingProtocols();
    }

    @Override
    public List<OID> scalars() {
        return List.of(RoutingTables.OSPF_ROUTER, RoutingTables.OSPF_ENABLED, RoutingTables.BGP_SYSTEM, RoutingTables.BGP_ROUTER);
    }

    @Override
    public List<Table> tables() {
        return List.of(RoutingTables.OSPF_AREAS, RoutingTables.OSPF_INTERFACES, RoutingTables.OSPF_COSTS, RoutingTables.BGP_PEERS,
                RoutingTables.CISCO_BGP_PEERS);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(RoutingProtocols section, Mib mib) {
        ospf(section, mib);
        bgp(section, mib);
    }

    private static void ospf(RoutingProtocols section, Mib mib) {
        if (mib.number(RoutingTables.OSPF_ENABLED).filter(status -> status == ENABLED).isPresent()) {
            RoutingTables.address(mib, RoutingTables.OSPF_ROUTER).ifPresent(section::setOspfRouterId);
        }
        InterfaceNames names = InterfaceNames.of(mib);
        mib.each(RoutingTables.OSPF_AREAS, row -> {
            OspfArea area = NetworkFactory.eINSTANCE.createOspfArea();
            area.setArea(row.index().ipv4());
            row.word(3, AREAS).ifPresent(area::setType);
            section.getOspfAreas().add(area);
        });
        mib.each(RoutingTables.OSPF_INTERFACES, row -> {
            Index index = row.index();
            OspfInterface one = NetworkFactory.eINSTANCE.createOspfInterface();
            String address = index.ipv4();
            int number = index.nextInt();
            if (number == 0) {
                one.setAddress(address);
            } else {
                one.setInterface(names.of(number));
            }
            row.address(3).ifPresent(one::setArea);
            row.word(4, NETWORKS).ifPresent(one::setType);
            row.integer(6).ifPresent(one::setPriority);
            row.number(5).ifPresent(status -> one.setEnabled(status == ENABLED));
            mib.rows(RoutingTables.OSPF_COSTS).stream().filter(cost -> cost.index().ipv4().equals(address)).findFirst().flatMap(cost -> cost.integer(4))
                    .ifPresent(one::setCost);
            section.getOspfInterfaces().add(one);
        });
    }

    private static void bgp(RoutingProtocols section, Mib mib) {
        mib.number(RoutingTables.BGP_SYSTEM).filter(system -> system > 0).ifPresent(section::setBgpAutonomousSystem);
        RoutingTables.address(mib, RoutingTables.BGP_ROUTER).ifPresent(section::setBgpRouterId);
        Set<String> known = new HashSet<>();
        mib.each(RoutingTables.CISCO_BGP_PEERS, row -> row.index().address().filter(known::add).ifPresent(address -> section.getBgpPeers()
                .add(peer(address, row, 11, 4))));
        mib.each(RoutingTables.BGP_PEERS, row -> {
            String address = row.index().ipv4();
            if (known.add(address)) {
                BgpPeer peer = peer(address, row, 9, 3);
                row.integer(20).ifPresent(peer::setConfiguredHoldTime);
                section.getBgpPeers().add(peer);
            }
        });
    }

    private static BgpPeer peer(String address, Row row, int system, int status) {
        BgpPeer peer = NetworkFactory.eINSTANCE.createBgpPeer();
        peer.setAddress(address);
        row.whole(system).ifPresent(peer::setAutonomousSystem);
        row.number(status).ifPresent(value -> peer.setEnabled(value == BGP_START));
        return peer;
    }
}
