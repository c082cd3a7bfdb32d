package org.cadastre.testing.snmp;

import java.util.HashMap;
import java.util.Map;

import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;

/** What a switch would answer: its ports, VLANs, neighbours and a forwarding table, as the standard MIBs have them. */
public final class SwitchWalk {

    private static final String MIB2 = "1.3.6.1.2.1.";
    private static final int COLUMNS_OF_COUNTERS_START = 10;
    private static final int COLUMNS_OF_COUNTERS_END = 20;
    private static final int VLANS = 10;
    private static final int STATIONS_AT_A_PORT = 4;

    private final Map<OID, Variable> values = new HashMap<>();

    private SwitchWalk(int number, int ports) {
        put("1.1.0", new OctetString("Example switch, " + ports + " ports, software 4.2"));
        put("1.2.0", new OID("1.3.6.1.4.1.99999.1"));
        put("1.3.0", new TimeTicks(4_711));
        put("1.4.0", new OctetString("network@example.net"));
        put("1.5.0", new OctetString("sw" + number + ".example.net"));
        put("1.6.0", new OctetString("rack " + number));
        put("1.7.0", new Integer32(2));
        put("17.1.1.0", mac(number, 0));
        put("4.20.1.1.10.0.0.1", new IpAddress("10.0.0.1"));
        put("4.20.1.2.10.0.0.1", new Integer32(1));
        put("4.20.1.3.10.0.0.1", new IpAddress("255.255.255.0"));
        put("47.1.1.1.1.2.1", new OctetString("Example switch"));
        put("47.1.1.1.1.5.1", new Integer32(3));
        put("47.1.1.1.1.11.1", new OctetString("SN" + number));
        put("47.1.1.1.1.13.1", new OctetString("EX-" + ports));
        for (int port = 1; port <= ports; port++) {
            port(number, port);
        }
        for (int vlan = 1; vlan <= VLANS; vlan++) {
            put("17.7.1.4.3.1.1." + vlan, new OctetString("vlan" + vlan));
            put("17.7.1.4.3.1.2." + vlan, new OctetString(new byte[] { -1, -1, -1, -1, -1, -1 }));
            put("17.7.1.4.3.1.4." + vlan, new OctetString(new byte[6]));
            put("17.7.1.4.3.1.5." + vlan, new Integer32(1));
        }
    }

    /** @param number what makes it differ from the others */
    public static Walk of(int number, int ports) {
        return new Walk(new SwitchWalk(number, ports).values);
    }

    private void port(int number, int port) {
        put("2.2.1.2." + port, new OctetString("GigabitEthernet0/" + port));
        put("2.2.1.3." + port, new Integer32(6));
        put("2.2.1.4." + port, new Integer32(1_500));
        put("2.2.1.5." + port, new Gauge32(1_000_000_000));
        put("2.2.1.6." + port, mac(number, port));
        put("2.2.1.7." + port, new Integer32(1));
        put("2.2.1.8." + port, new Integer32(port % 3 == 0 ? 2 : 1));
        for (int column = COLUMNS_OF_COUNTERS_START; column <= COLUMNS_OF_COUNTERS_END; column++) {
            put("2.2.1." + column + "." + port, new Counter32(1_000_000L * port));
        }
        put("31.1.1.1.1." + port, new OctetString("Gi0/" + port));
        put("31.1.1.1.6." + port, new Counter64(1L << 40));
        put("31.1.1.1.10." + port, new Counter64(1L << 41));
        put("31.1.1.1.15." + port, new Gauge32(1_000));
        put("31.1.1.1.18." + port, new OctetString("to room " + port));
        put("10.7.2.1.19." + port, new Integer32(3));
        put("17.1.4.1.2." + port, new Integer32(port));
        put("17.7.1.4.5.1.1." + port, new Integer32(1));
        for (int station = 0; station < STATIONS_AT_A_PORT; station++) {
            String index = "1.2.0." + number % 250 + ".7." + port + "." + station;
            put("17.7.1.2.2.1.2." + index, new Integer32(port));
            put("17.7.1.2.2.1.3." + index, new Integer32(3));
        }
        if (port % 8 == 0) {
            String lldp = "1.0.8802.1.1.2.1.4.1.1.";
            String index = ".0." + port + ".1";
            values.put(new OID(lldp + 4 + index), new Integer32(4));
            values.put(new OID(lldp + 5 + index), mac(number + 1, 0));
            values.put(new OID(lldp + 6 + index), new Integer32(5));
            values.put(new OID(lldp + 7 + index), new OctetString("Gi0/" + port));
            values.put(new OID(lldp + 8 + index), new OctetString("uplink"));
            values.put(new OID(lldp + 9 + index), new OctetString("sw" + (number + 1)));
            values.put(new OID(lldp + 10 + index), new OctetString("Example switch, software 4.2"));
            values.put(new OID(lldp + 12 + index), new OctetString(new byte[] { 0x28 }));
        }
    }

    private static OctetString mac(int number, int port) {
        return new OctetString(new byte[] { 0, 0x1b, (byte) (number >> 8), (byte) number, 7, (byte) port });
    }

    private void put(String place, Variable value) {
        values.put(new OID(MIB2 + place), value);
    }
}
