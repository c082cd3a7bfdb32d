package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Words;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.RoutingPeer;
import org.cadastre.collect.snmp.network.RoutingPeers;

/** How routing protocols stand with their peers at the moment. */
final class RoutingPeersReader implements SectionReader<RoutingPeers> {

    private static final Words OSPF = Words.of("down", "attempt", "init", "twoWay", "exchangeStart", "exchange", "loading", "full");
    private static final Words BGP = Words.of("idle", "connect", "active", "openSent", "openConfirm", "established");

    @Override
    public RoutingPeers create() {
        return NetworkFactory.eINSTANCE.createRoutingPeers();
    }

    @Override
    public List<Table> tables() {
        return List.of(RoutingTables.OSPF_NEIGHBOURS, RoutingTables.BGP_PEERS, RoutingTables.CISCO_BGP_PEERS);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(RoutingPeers section, Mib mib) {
        mib.each(RoutingTables.OSPF_NEIGHBOURS, row -> add(section, "ospf", row.index().ipv4(), row.address(3), row.word(6, OSPF)));
        mib.each(RoutingTables.BGP_PEERS, row -> add(section, "bgp", row.index().ipv4(), row.address(1), row.word(2, BGP)));
        mib.each(RoutingTables.CISCO_BGP_PEERS, row -> row.index().address()
                .ifPresent(address -> add(section, "bgp", address, Optional.empty(), row.word(3, BGP))));
    }

    private static void add(RoutingPeers section, String protocol, String address, Optional<String> router, Optional<String> state) {
        RoutingPeer peer = NetworkFactory.eINSTANCE.createRoutingPeer();
        peer.setProtocol(protocol);
        peer.setAddress(address);
        router.filter(id -> !id.equals("0.0.0.0")).ifPresent(peer::setRouterId);
        state.ifPresent(peer::setState);
        section.getPeers().add(peer);
    }
}
