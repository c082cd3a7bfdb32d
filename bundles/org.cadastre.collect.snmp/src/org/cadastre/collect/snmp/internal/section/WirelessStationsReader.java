package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Index;
import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.WirelessStation;
import org.cadastre.collect.snmp.network.WirelessStations;

/** Stations that are on the radio networks at the moment. */
final class WirelessStationsReader implements SectionReader<WirelessStations> {

    @Override
    public WirelessStations create() {
        return NetworkFactory.eINSTANCE.createWirelessStations();
    }

    @Override
    public List<Table> tables() {
        return List.of(WirelessTables.AIRESPACE_STATIONS, WirelessTables.MIKROTIK_STATIONS);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(WirelessStations section, Mib mib) {
        InterfaceNames names = InterfaceNames.of(mib);
        mib.each(WirelessTables.AIRESPACE_STATIONS, row -> station(section, row.index().mac()).ifPresent(station -> {
            row.address(2).filter(address -> !address.equals("0.0.0.0")).ifPresent(station::setAddress);
            row.mac(4).map(point -> accessPoint(mib, point)).ifPresent(station::setInterface);
            row.text(7).ifPresent(station::setSsid);
        }));
        mib.each(WirelessTables.MIKROTIK_STATIONS, row -> {
            Index index = row.index();
            station(section, index.mac()).ifPresent(station -> station.setInterface(names.of(index.next())));
        });
    }

    private static Optional<WirelessStation> station(WirelessStations section, Optional<String> mac) {
        return mac.map(address -> {
            WirelessStation station = NetworkFactory.eINSTANCE.createWirelessStation();
            station.setMac(address);
            section.getStations().add(station);
            return station;
        });
    }

    private static String accessPoint(Mib mib, String mac) {
        return mib.rows(WirelessTables.AIRESPACE_POINTS).stream().filter(row -> row.mac(1).filter(mac::equals).isPresent()).findFirst()
                .flatMap(row -> row.text(3)).orElse(mac);
    }
}
