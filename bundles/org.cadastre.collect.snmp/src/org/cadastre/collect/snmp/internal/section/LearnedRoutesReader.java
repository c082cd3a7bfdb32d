package org.cadastre.collect.snmp.internal.section;

import java.util.List;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.network.LearnedRoute;
import org.cadastre.collect.snmp.network.LearnedRoutes;
import org.cadastre.collect.snmp.network.NetworkFactory;

/** Routes that routing protocols brought. */
final class LearnedRoutesReader implements SectionReader<LearnedRoutes> {

    @Override
    public LearnedRoutes create() {
        return NetworkFactory.eINSTANCE.createLearnedRoutes();
    }

    @Override
    public List<Table> tables() {
        return RouteTable.TABLES;
    }

    @Override
    public void read(LearnedRoutes section, Mib mib) {
        RouteTable.of(mib).stream().filter(entry -> !entry.isConfigured()).forEach(entry -> {
            LearnedRoute route = NetworkFactory.eINSTANCE.createLearnedRoute();
            route.setDestination(entry.destination());
            entry.gateway().ifPresent(route::setGateway);
            if (!entry.port().isEmpty()) {
                route.setInterface(entry.port());
            }
            route.setProtocol(entry.protocol());
            entry.metric().ifPresent(route::setMetric);
            section.getRoutes().add(route);
        });
    }
}
