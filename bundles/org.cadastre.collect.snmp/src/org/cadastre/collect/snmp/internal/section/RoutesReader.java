package org.cadastre.collect.snmp.internal.section;

import java.util.List;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Route;
import org.cadastre.model.host.Routes;

/** Routes that somebody configured, or that follow from the addresses. */
final class RoutesReader implements SectionReader<Routes> {

    @Override
    public Routes create() {
        return HostFactory.eINSTANCE.createRoutes();
    }

    @Override
    public List<Table> tables() {
        return RouteTable.TABLES;
    }

    @Override
    public void read(Routes section, Mib mib) {
        RouteTable.of(mib).stream().filter(RouteTable.Entry::isConfigured).forEach(entry -> {
            Route route = HostFactory.eINSTANCE.createRoute();
            route.setTable("main");
            route.setDestination(entry.destination());
            entry.gateway().ifPresent(route::setGateway);
            if (!entry.port().isEmpty()) {
                route.setInterface(entry.port());
            }
            entry.metric().ifPresent(route::setMetric);
            route.setProtocol(entry.protocol());
            entry.type().ifPresent(route::setType);
            section.getRoutes().add(route);
        });
    }
}
