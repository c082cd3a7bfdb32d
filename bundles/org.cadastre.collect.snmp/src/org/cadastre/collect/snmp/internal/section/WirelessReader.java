package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.network.AccessPoint;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.Radio;
import org.cadastre.collect.snmp.network.Wireless;
import org.cadastre.collect.snmp.network.WirelessNetwork;

/** Radio networks that the device offers, and the access points that it commands. */
final class WirelessReader implements SectionReader<Wireless> {

    private static final int ENABLED = 1;

    @Override
    public Wireless create() {
        return NetworkFactory.eINSTANCE.createWireless();
    }

    @Override
    public List<Table> tables() {
        return List.of(WirelessTables.STATION_CONFIG, WirelessTables.AIRESPACE_NETWORKS, WirelessTables.AIRESPACE_POINTS, WirelessTables.ARUBA_POINTS,
                WirelessTables.UNIFI_NETWORKS, WirelessTables.MIKROTIK_NETWORKS);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(Wireless section, Mib mib) {
        InterfaceNames names = InterfaceNames.of(mib);
        mib.rows(WirelessTables.STATION_CONFIG).forEach(row -> {
            Radio radio = NetworkFactory.eINSTANCE.createRadio();
            radio.setInterface(names.of(row.number()));
            section.getRadios().add(radio);
            network(section, row.text(9), names.of(row.number()), row.mac(1), Optional.empty());
        });
        mib.rows(WirelessTables.AIRESPACE_NETWORKS).forEach(row -> network(section, row.text(2), "", Optional.empty(), row.whole(6).map(status -> status == ENABLED)));
        mib.rows(WirelessTables.UNIFI_NETWORKS).forEach(row -> network(section, row.text(6), row.text(7).or(() -> row.text(9)).orElse(""), row.mac(2),
                row.whole(22).map(status -> status == ENABLED)));
        mib.rows(WirelessTables.MIKROTIK_NETWORKS).forEach(row -> network(section, row.text(4), names.of(row.number()), row.mac(5), Optional.empty()));
        mib.each(WirelessTables.AIRESPACE_POINTS, row -> {
            AccessPoint point = point(section, row, 3, 16, 17, 8, 19);
            row.text(4).ifPresent(point::setLocation);
        });
        mib.each(WirelessTables.ARUBA_POINTS, row -> point(section, row, 3, 0, 6, 8, 2));
    }

    private static void network(Wireless section, Optional<String> ssid, String port, Optional<String> bssid, Optional<Boolean> enabled) {
        ssid.ifPresent(name -> {
            WirelessNetwork network = NetworkFactory.eINSTANCE.createWirelessNetwork();
            network.setSsid(name);
            network.setInterface(port);
            bssid.ifPresent(network::setBssid);
            enabled.ifPresent(network::setEnabled);
            section.getNetworks().add(network);
        });
    }

    private static AccessPoint point(Wireless section, Row row, int name, int model, int serial, int version, int address) {
        AccessPoint point = NetworkFactory.eINSTANCE.createAccessPoint();
        Optional<String> mac = row.index().mac();
        point.setName(row.text(name).or(() -> mac).orElse("access point"));
        mac.ifPresent(point::setMac);
        row.text(model).ifPresent(point::setModel);
        row.text(serial).ifPresent(point::setSerialNumber);
        row.text(version).ifPresent(point::setSoftwareVersion);
        row.address(address).ifPresent(point::setAddress);
        section.getAccessPoints().add(point);
        return point;
    }
}
