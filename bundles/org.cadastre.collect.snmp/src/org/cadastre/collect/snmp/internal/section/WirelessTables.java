package org.cadastre.collect.snmp.internal.section;

import org.cadastre.collect.snmp.internal.mib.Table;

/** Tables of radio networks: IEEE 802.11, and of makers that have their own (Cisco/Airespace, Aruba, Ubiquiti, MikroTik). */
final class WirelessTables {

    static final Table STATION_CONFIG = Table.of("dot11StationConfigTable", "1.2.840.10036.1.1.1", 1, 9);
    static final Table AIRESPACE_NETWORKS = Table.of("bsnDot11EssTable", "1.3.6.1.4.1.14179.2.1.1.1", 2, 6);
    static final Table AIRESPACE_POINTS = Table.of("bsnAPTable", "1.3.6.1.4.1.14179.2.2.1.1", 1, 3, 4, 8, 16, 17, 19);
    static final Table AIRESPACE_STATIONS = Table.of("bsnMobileStationTable", "1.3.6.1.4.1.14179.2.1.4.1", 2, 4, 7);
    static final Table ARUBA_POINTS = Table.of("wlsxWlanAPTable", "1.3.6.1.4.1.14823.2.2.1.5.2.1.4.1", 2, 3, 6, 8);
    static final Table UNIFI_NETWORKS = Table.of("unifiVapTable", "1.3.6.1.4.1.41112.1.6.1.2.1", 2, 6, 7, 9, 22);
    static final Table MIKROTIK_NETWORKS = Table.of("mtxrWlApTable", "1.3.6.1.4.1.14988.1.1.1.3.1", 4, 5);
    static final Table MIKROTIK_STATIONS = Table.of("mtxrWlRtabTable", "1.3.6.1.4.1.14988.1.1.1.2.1", 3);

    private WirelessTables() {
    }
}
