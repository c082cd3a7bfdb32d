package org.cadastre.collect.snmp.internal.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Room;
import org.cadastre.collect.snmp.network.BgpPeer;
import org.cadastre.collect.snmp.network.LinkAggregation;
import org.cadastre.collect.snmp.network.Neighbour;
import org.cadastre.collect.snmp.network.OspfInterface;
import org.cadastre.collect.snmp.network.PowerBackup;
import org.cadastre.collect.snmp.network.PowerBackupReadings;
import org.cadastre.collect.snmp.network.PowerOverEthernet;
import org.cadastre.collect.snmp.network.Printer;
import org.cadastre.collect.snmp.network.PrinterLevels;
import org.cadastre.collect.snmp.network.PrinterSupply;
import org.cadastre.collect.snmp.network.RoutingPeer;
import org.cadastre.collect.snmp.network.RoutingProtocols;
import org.cadastre.collect.snmp.network.SharedAddress;
import org.cadastre.collect.snmp.network.TimeSource;
import org.cadastre.collect.snmp.network.Vlans;
import org.cadastre.collect.snmp.network.Wireless;
import org.cadastre.collect.snmp.network.WirelessStation;
import org.cadastre.model.Section;
import org.cadastre.model.host.Route;
import org.cadastre.model.host.Sensor;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** Sections that few of the recorded devices have, by values as the MIBs define them. */
class SectionReadersTest {

    private static final String MIB2 = "1.3.6.1.2.1.";
    private static final String CISCO = "1.3.6.1.4.1.9.9.";

    private final Mib mib = new Mib(new Room(new Room.Shared()));

    SectionReadersTest() {
        for (int port = 1; port <= 4; port++) {
            put(MIB2 + "2.2.1.2." + port, text("GigabitEthernet0/" + port));
            put(MIB2 + "2.2.1.3." + port, number(port == 4 ? 161 : 6));
            put(MIB2 + "31.1.1.1.1." + port, text(port == 4 ? "Po1" : "Gi0/" + port));
        }
    }

    private void put(String oid, Variable value) {
        mib.put(new OID(oid), value);
    }

    private static Variable number(int value) {
        return new Integer32(value);
    }

    private static Variable text(String value) {
        return new OctetString(value);
    }

    private static Variable ip(String value) {
        return new IpAddress(value);
    }

    private static Variable octets(int... values) {
        byte[] octets = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            octets[i] = (byte) values[i];
        }
        return new OctetString(octets);
    }

    private <S extends Section> S read(SectionReader<S> reader) {
        S section = reader.create();
        reader.read(section, mib);
        return section;
    }

    @Test
    void aPrinterTellsItsTraysAndWhatItUsesUp() {
        put(MIB2 + "43.5.1.1.16.1", text("Office 3"));
        put(MIB2 + "43.5.1.1.17.1", text("VNB3K12345"));
        put(MIB2 + "43.8.2.1.9.1.1", number(500));
        put(MIB2 + "43.8.2.1.10.1.1", number(-3));
        put(MIB2 + "43.8.2.1.12.1.1", text("iso-a4-white"));
        put(MIB2 + "43.8.2.1.13.1.1", text("Tray 1"));
        put(MIB2 + "43.10.2.1.4.1.1", new Counter32(12_345));
        for (int supply = 1; supply <= 2; supply++) {
            put(MIB2 + "43.11.1.1.3.1." + supply, number(supply));
            put(MIB2 + "43.11.1.1.5.1." + supply, number(3));
            put(MIB2 + "43.11.1.1.6.1." + supply, text("Toner"));
            put(MIB2 + "43.11.1.1.7.1." + supply, number(19));
            put(MIB2 + "43.11.1.1.8.1." + supply, number(100));
            put(MIB2 + "43.11.1.1.9.1." + supply, number(supply * 30));
            put(MIB2 + "43.12.1.1.4.1." + supply, text(supply == 1 ? "black" : "cyan"));
        }
        put(MIB2 + "43.15.1.1.2.1.1", number(6));
        put(MIB2 + "43.15.1.1.2.1.2", number(3));
        put(MIB2 + "43.18.1.1.8.1.1", text("Tray 1 is nearly empty"));
        Printer printer = read(new PrinterReader());
        assertEquals("VNB3K12345", printer.getSerialNumber());
        assertEquals("Tray 1 500 iso-a4-white", printer.getInputs().getFirst().getName() + " " + printer.getInputs().getFirst().getCapacity() + " "
                + printer.getInputs().getFirst().getMedium());
        assertEquals(List.of("Toner (1)", "Toner (2)"), printer.getSupplies().stream().map(PrinterSupply::getName).toList());
        assertEquals("toner cyan percent 100", String.join(" ", printer.getSupplies().getLast().getType(), printer.getSupplies().getLast().getColour(),
                printer.getSupplies().getLast().getUnit(), printer.getSupplies().getLast().getCapacity().toString()));
        assertEquals(List.of("PCL", "PostScript"), printer.getLanguages());
        PrinterLevels levels = read(new PrinterLevelsReader());
        assertEquals(12_345, levels.getPages());
        assertEquals(60, levels.getSupplies().getLast().getLevel());
        assertEquals(null, levels.getInputs().getFirst().getLevel(), "some sheets, not minus three");
        assertEquals(List.of("Tray 1 is nearly empty"), levels.getMessages());
    }

    @Test
    void aPowerSupplyTellsBatteryAndMains() {
        put(MIB2 + "33.1.1.2.0", text("Smart 1500"));
        put(MIB2 + "33.1.1.3.0", text("UPS 08.3"));
        put(MIB2 + "33.1.2.1.0", number(2));
        put(MIB2 + "33.1.2.2.0", number(0));
        put(MIB2 + "33.1.2.3.0", number(42));
        put(MIB2 + "33.1.2.4.0", number(97));
        put(MIB2 + "33.1.3.3.1.3.1", number(231));
        put(MIB2 + "33.1.4.1.0", number(3));
        put(MIB2 + "33.1.4.4.1.5.1", number(35));
        put(MIB2 + "33.1.6.2.1.2.7", new OID("1.3.6.1.2.1.33.1.6.3.3"));
        put(MIB2 + "33.1.9.5.0", number(1500));
        PowerBackup backup = read(new PowerBackupReader());
        assertEquals("Smart 1500 UPS 08.3 1500", backup.getModel() + " " + backup.getFirmwareVersion() + " " + backup.getNominalPower());
        PowerBackupReadings readings = read(new PowerBackupReadingsReader());
        assertEquals("normal 42 97 231 35 normal", readings.getBatteryStatus() + " " + readings.getRemainingTime() + " " + readings.getCharge() + " "
                + readings.getInputVoltage() + " " + readings.getLoad() + " " + readings.getSource());
        assertEquals(List.of("lowBattery"), readings.getAlarms());
    }

    @Test
    void powerOverEthernetIsReadPortByPort() {
        put(MIB2 + "105.1.3.1.1.2.1", new Gauge32(370));
        put(MIB2 + "105.1.3.1.1.3.1", number(1));
        put(MIB2 + "105.1.1.1.3.1.2", number(1));
        put(MIB2 + "105.1.1.1.6.1.2", number(3));
        put(MIB2 + "105.1.1.1.7.1.2", number(2));
        PowerOverEthernet power = read(new PowerOverEthernetReader());
        assertEquals("1 370 true", power.getSources().getFirst().getName() + " " + power.getSources().getFirst().getPower() + " "
                + power.getSources().getFirst().getEnabled());
        assertEquals("1/2 true high", power.getPorts().getFirst().getName() + " " + power.getPorts().getFirst().getEnabled() + " "
                + power.getPorts().getFirst().getPriority());
        assertEquals("deliveringPower", read(new PowerOverEthernetUsageReader()).getPorts().getFirst().getState());
    }

    @Test
    void routingProtocolsTellWhatIsConfiguredAndHowTheyStand() {
        put(MIB2 + "14.1.1.0", ip("10.0.0.1"));
        put(MIB2 + "14.1.2.0", number(1));
        put(MIB2 + "14.2.1.3.0.0.0.5", number(2));
        put(MIB2 + "14.7.1.3.10.0.0.1.0", ip("0.0.0.5"));
        put(MIB2 + "14.7.1.4.10.0.0.1.0", number(3));
        put(MIB2 + "14.7.1.5.10.0.0.1.0", number(1));
        put(MIB2 + "14.8.1.4.10.0.0.1.0.0", number(15));
        put(MIB2 + "14.10.1.3.10.0.0.2.0", ip("10.0.0.9"));
        put(MIB2 + "14.10.1.6.10.0.0.2.0", number(8));
        put(MIB2 + "15.2.0", number(64500));
        put(MIB2 + "15.3.1.2.192.0.2.9", number(6));
        put(MIB2 + "15.3.1.3.192.0.2.9", number(2));
        put(MIB2 + "15.3.1.9.192.0.2.9", number(64501));
        put(MIB2 + "15.3.1.20.192.0.2.9", number(90));
        String six = "2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.7";
        put(CISCO + "187.1.2.5.1.3." + six, number(1));
        put(CISCO + "187.1.2.5.1.11." + six, new Gauge32(4_200_000_000L));
        RoutingProtocols protocols = read(new RoutingProtocolsReader());
        assertEquals("10.0.0.1", protocols.getOspfRouterId());
        assertEquals("0.0.0.5 stub", protocols.getOspfAreas().getFirst().getArea() + " " + protocols.getOspfAreas().getFirst().getType());
        OspfInterface ospf = protocols.getOspfInterfaces().getFirst();
        assertEquals("10.0.0.1 0.0.0.5 pointToPoint 15 true", ospf.getAddress() + " " + ospf.getArea() + " " + ospf.getType() + " " + ospf.getCost() + " "
                + ospf.getEnabled());
        assertEquals(64500, protocols.getBgpAutonomousSystem());
        assertEquals(List.of("2001:db8::7 4200000000", "192.0.2.9 64501"), protocols.getBgpPeers().stream()
                .map(peer -> peer.getAddress() + " " + peer.getAutonomousSystem()).toList());
        BgpPeer four = protocols.getBgpPeers().getLast();
        assertTrue(four.getEnabled());
        assertEquals(90, four.getConfiguredHoldTime());
        assertEquals(List.of("ospf 10.0.0.2 full", "bgp 192.0.2.9 established", "bgp 2001:db8::7 idle"), read(new RoutingPeersReader()).getPeers().stream()
                .map((RoutingPeer peer) -> peer.getProtocol() + " " + peer.getAddress() + " " + peer.getState()).toList());
    }

    @Test
    void sharedAddressesOfAllThreeProtocolsAreRead() {
        put(MIB2 + "68.1.3.1.3.1.7", number(3));
        put(MIB2 + "68.1.3.1.5.1.7", number(120));
        put(MIB2 + "68.1.3.1.12.1.7", number(1));
        put(MIB2 + "68.1.4.1.2.1.7.10.0.0.254", number(1));
        put(MIB2 + "207.1.1.1.1.6.2.8.2", number(2));
        put(MIB2 + "207.1.1.1.1.7.2.8.2", number(100));
        put(MIB2 + "207.1.1.2.1.2.2.8.2.16.254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1", number(1));
        put(CISCO + "106.1.2.1.1.3.3.9", number(90));
        put(CISCO + "106.1.2.1.1.4.3.9", number(2));
        put(CISCO + "106.1.2.1.1.11.3.9", ip("10.1.0.254"));
        put(CISCO + "106.1.2.1.1.15.3.9", number(5));
        assertEquals(List.of("Gi0/1 vrrp 7 [10.0.0.254] 120 true", "Gi0/2 vrrp6 8 [fe80::1] 100 null", "Gi0/3 hsrp 9 [10.1.0.254] 90 false"),
                read(new SharedAddressesReader()).getGroups().stream().map((SharedAddress one) -> one.getInterface() + " " + one.getProtocol() + " "
                        + one.getGroup() + " " + one.getAddresses() + " " + one.getPriority() + " " + one.getPreempt()).toList());
        assertEquals(List.of("master", "backup", "standby"), read(new SharedAddressStatesReader()).getStates().stream().map(one -> one.getState()).toList());
    }

    @Test
    void linksUsedAsOneAreToldWithTheirMembers() {
        put("1.2.840.10006.300.43.1.1.1.1.8.4", octets(0, 0x1b, 0x2c, 1, 2, 3));
        put("1.2.840.10006.300.43.1.2.1.1.12.1", number(4));
        put("1.2.840.10006.300.43.1.2.1.1.12.2", number(4));
        put(MIB2 + "31.1.2.1.3.4.1", number(1));
        LinkAggregation bundle = read(new LinkAggregationsReader()).getAggregations().getFirst();
        assertEquals("Po1 lacp [Gi0/1, Gi0/2] 00:1b:2c:01:02:03", bundle.getInterface() + " " + bundle.getProtocol() + " " + bundle.getMembers() + " "
                + bundle.getPartner());
    }

    @Test
    void radioNetworksAndTheirStationsAreRead() {
        String airespace = "1.3.6.1.4.1.14179.2.";
        String point = ".0.27.44.1.2.3";
        put(airespace + "1.1.1.2.1", text("guests"));
        put(airespace + "1.1.1.6.1", number(1));
        put(airespace + "2.1.1.1" + point, octets(0, 0x1b, 0x2c, 1, 2, 3));
        put(airespace + "2.1.1.3" + point, text("ap-hall"));
        put(airespace + "2.1.1.16" + point, text("AIR-CAP2702I"));
        put(airespace + "2.1.1.17" + point, text("FGL1234"));
        put(airespace + "2.1.1.19" + point, ip("10.3.0.5"));
        put(airespace + "1.4.1.2.2.0.0.0.0.9", ip("10.4.0.77"));
        put(airespace + "1.4.1.4.2.0.0.0.0.9", octets(0, 0x1b, 0x2c, 1, 2, 3));
        put(airespace + "1.4.1.7.2.0.0.0.0.9", text("guests"));
        Wireless wireless = read(new WirelessReader());
        assertEquals("guests true", wireless.getNetworks().getFirst().getSsid() + " " + wireless.getNetworks().getFirst().getEnabled());
        assertEquals("ap-hall AIR-CAP2702I FGL1234 10.3.0.5", wireless.getAccessPoints().getFirst().getName() + " "
                + wireless.getAccessPoints().getFirst().getModel() + " " + wireless.getAccessPoints().getFirst().getSerialNumber() + " "
                + wireless.getAccessPoints().getFirst().getAddress());
        WirelessStation station = read(new WirelessStationsReader()).getStations().getFirst();
        assertEquals("02:00:00:00:00:09 ap-hall guests 10.4.0.77", station.getMac() + " " + station.getInterface() + " " + station.getSsid() + " "
                + station.getAddress());
    }

    @Test
    void timeSourcesAreThoseThatAreConfigured() {
        put(CISCO + "168.1.2.1.1.2.1", number(1));
        put(CISCO + "168.1.2.1.1.3.1", ip("192.0.2.123"));
        put(CISCO + "168.1.2.1.1.8.1", number(4));
        put(CISCO + "168.1.2.1.1.2.2", number(2));
        put(CISCO + "168.1.2.1.1.3.2", ip("192.0.2.124"));
        assertEquals(List.of("192.0.2.123 server"), read(new TimeSourcesReader()).getSources().stream()
                .map((TimeSource one) -> one.getAddress() + " " + one.getMode()).toList());
    }

    @Test
    void trunksOfCiscoCarryTheVlansThatExist() {
        for (int vlan : List.of(1, 10, 20, 1002)) {
            put(CISCO + "46.1.3.1.1.3.1." + vlan, number(vlan == 1002 ? 2 : 1));
            put(CISCO + "46.1.3.1.1.4.1." + vlan, text("vlan " + vlan));
        }
        put(CISCO + "68.1.2.2.1.2.1", number(10));
        put(CISCO + "68.1.5.1.1.1.1", number(20));
        put(CISCO + "46.1.6.1.1.4.2", number(1));
        put(CISCO + "46.1.6.1.1.5.2", octets(0x7f, 0xff, 0xff));
        put(CISCO + "46.1.6.1.1.14.2", number(1));
        Vlans vlans = read(new VlansReader());
        assertEquals(List.of("1 [] [Gi0/2]", "10 [Gi0/2] [Gi0/1]", "20 [Gi0/2] []"), vlans.getVlans().stream()
                .map(vlan -> vlan.getNumber() + " " + vlan.getTagged() + " " + vlan.getUntagged()).toList());
        assertEquals(List.of("Gi0/1 10 access 20", "Gi0/2 1 trunk null"), vlans.getPorts().stream()
                .map(port -> port.getInterface() + " " + port.getNativeVlan() + " " + port.getMode() + " " + port.getVoiceVlan()).toList());
    }

    @Test
    void neighboursOfEveryProtocolAreToldAlike() {
        String lldp = "1.0.8802.1.1.2.1.";
        put(lldp + "4.1.1.4.0.1.5", number(4));
        put(lldp + "4.1.1.5.0.1.5", octets(0, 0x1b, 0x2c, 1, 2, 3));
        put(lldp + "4.1.1.6.0.1.5", number(5));
        put(lldp + "4.1.1.7.0.1.5", text("eth0"));
        put(lldp + "4.1.1.9.0.1.5", text("phone-12"));
        put(lldp + "4.1.1.12.0.1.5", octets(0x24));
        put(lldp + "4.2.1.3.0.1.5.1.4.10.5.0.12", number(2));
        put(lldp + "5.4795.1.3.3.1.4.0.1.5", text("SN77"));
        put(lldp + "5.4795.1.3.3.1.6.0.1.5", text("VVX 411"));
        put(CISCO + "23.1.2.1.1.4.2.1", octets(10, 0, 0, 7));
        put(CISCO + "23.1.2.1.1.6.2.1", text("core1(SSI183706KP)"));
        put(CISCO + "23.1.2.1.1.7.2.1", text("Ethernet1/7"));
        put(CISCO + "23.1.2.1.1.9.2.1", octets(0, 0, 0, 0x29));
        put("1.3.6.1.4.1.1916.1.13.2.1.3.3.0.0.0.4.150.1.2.3", text("summit"));
        put("1.3.6.1.4.1.1916.1.13.2.1.5.3.0.0.0.4.150.1.2.3", number(1));
        put("1.3.6.1.4.1.1916.1.13.2.1.6.3.0.0.0.4.150.1.2.3", number(24));
        List<String> told = read(new NeighboursReader()).getNeighbours().stream().map((Neighbour one) -> String.join(" ", one.getInterface(),
                one.getProtocol(), one.getChassis(), one.getPort(), one.getSystem(), one.getCapabilities().toString(), one.getAddresses().toString())).toList();
        assertEquals(List.of("Gi0/1 lldp 00:1b:2c:01:02:03 eth0 phone-12 [bridge, telephone] [10.5.0.12]",
                "Gi0/2 cdp core1(SSI183706KP) Ethernet1/7 core1 [router, bridge] [10.0.0.7]",
                "Gi0/3 edp 00:04:96:01:02:03 1:24 summit [] []"), told);
        assertEquals("SN77 VVX 411", read(new NeighboursReader()).getNeighbours().getFirst().getSerialNumber() + " "
                + read(new NeighboursReader()).getNeighbours().getFirst().getPlatform());
    }

    @Test
    void routesAreReadFromTheNewestTableThatThereIs() {
        String route = "1.4.10.0.0.0.8.2.0.0.1.4.192.0.2.1";
        put(MIB2 + "4.24.7.1.7." + route, number(1));
        put(MIB2 + "4.24.7.1.8." + route, number(4));
        put(MIB2 + "4.24.7.1.9." + route, number(3));
        put(MIB2 + "4.24.7.1.12." + route, number(5));
        String learned = "1.4.172.16.0.0.12.2.0.0.1.4.192.0.2.2";
        put(MIB2 + "4.24.7.1.7." + learned, number(2));
        put(MIB2 + "4.24.7.1.9." + learned, number(13));
        Route only = read(new RoutesReader()).getRoutes().getFirst();
        assertEquals(1, read(new RoutesReader()).getRoutes().size());
        assertEquals("10.0.0.0/8 192.0.2.1 Gi0/1 5 static", only.getDestination() + " " + only.getGateway() + " " + only.getInterface() + " " + only.getMetric()
                + " " + only.getProtocol());
        assertEquals("172.16.0.0/12 ospf Gi0/2", read(new LearnedRoutesReader()).getRoutes().stream()
                .map(one -> one.getDestination() + " " + one.getProtocol() + " " + one.getInterface()).reduce("", String::concat));
    }

    @Test
    void sensorsComeInTheirUnits() {
        put(MIB2 + "47.1.1.1.1.7.10", text("Inlet"));
        put(MIB2 + "99.1.1.1.1.10", number(8));
        put(MIB2 + "99.1.1.1.2.10", number(8));
        put(MIB2 + "99.1.1.1.3.10", number(0));
        put(MIB2 + "99.1.1.1.4.10", number(23_500));
        put(MIB2 + "99.1.1.1.5.10", number(1));
        put(MIB2 + "99.1.1.1.1.11", number(10));
        put(MIB2 + "99.1.1.1.4.11", number(0));
        put(MIB2 + "99.1.1.1.5.11", number(3));
        List<Sensor> sensors = read(new SensorsReader(DeviceSections.UNKNOWN)).getSensors();
        assertEquals(1, sensors.size(), "one that does not work tells nothing");
        assertEquals("Inlet temperature 23.5 degrees Celsius", sensors.getFirst().getName() + " " + sensors.getFirst().getKind() + " "
                + sensors.getFirst().getValue() + " " + sensors.getFirst().getUnit());
        assertFalse(sensors.getFirst().getName().isEmpty());
    }
}
