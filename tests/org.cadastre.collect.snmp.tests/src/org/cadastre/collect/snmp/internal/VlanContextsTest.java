package org.cadastre.collect.snmp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.cadastre.collect.Credential;
import org.cadastre.collect.Reading;
import org.cadastre.collect.Target;
import org.cadastre.collect.snmp.internal.protocol.Patience;
import org.cadastre.collect.snmp.network.ForwardingTable;
import org.cadastre.model.Coverage;
import org.cadastre.testing.snmp.AgentSimulator;
import org.cadastre.testing.snmp.SimulatedAgent;
import org.cadastre.testing.snmp.Walk;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** Switches of Cisco keep the forwarding table of each VLAN in a context of its own, where the bridge numbers its ports anew. */
class VlanContextsTest {

    private static final Patience SHORT = new Patience(List.of(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(800)), 2);

    private static Walk cisco() {
        Map<OID, Variable> values = new HashMap<>(HostileAgentsTest.switchWalk().values());
        for (int vlan : List.of(1, 10, 20)) {
            values.put(new OID("1.3.6.1.4.1.9.9.46.1.3.1.1.2.1." + vlan), new Integer32(1));
            values.put(new OID("1.3.6.1.4.1.9.9.46.1.3.1.1.3.1." + vlan), new Integer32(1));
            values.put(new OID("1.3.6.1.4.1.9.9.46.1.3.1.1.4.1." + vlan), new OctetString("vlan" + vlan));
        }
        return new Walk(values);
    }

    /** One station behind the bridge's port 1, which is the given interface. */
    private static Walk vlan(int station, int ifIndex) {
        return new Walk(Map.of(new OID("1.3.6.1.2.1.17.4.3.1.2.0.1.2.3.4." + station), new Integer32(1),
                new OID("1.3.6.1.2.1.17.4.3.1.3.0.1.2.3.4." + station), new Integer32(3),
                new OID("1.3.6.1.2.1.17.1.4.1.2.1"), new Integer32(ifIndex)));
    }

    private static ForwardingTable read(SimulatedAgent agent, List<String> audit) throws Exception {
        try (AgentSimulator simulator = new AgentSimulator()) {
            int port = simulator.add("127.77.2.1", 0, agent);
            Reading reading = new SnmpCollector(SHORT).collect(new Target.Address("127.77.2.1", port, false),
                    NetSnmpTest.context(audit, new Credential.Community("lab", "s3cret".toCharArray())));
            return reading.observations().getSections().stream().filter(ForwardingTable.class::isInstance).map(ForwardingTable.class::cast)
                    .findFirst().orElseThrow();
        }
    }

    private static Set<String> entries(ForwardingTable table) {
        return table.getEntries().stream().map(one -> one.getVlan() + " " + one.getMac() + " " + one.getInterface()).collect(Collectors.toSet());
    }

    @Test
    void eachVlanIsAskedForByItself() throws Exception {
        List<String> audit = new ArrayList<>();
        ForwardingTable table = read(new SimulatedAgent(cisco(), "s3cret").context("1", vlan(1, 5)).context("10", vlan(2, 7)).context("20", vlan(3, 9)), audit);
        assertEquals(Set.of("1 00:01:02:03:04:01 Gi0/5", "10 00:01:02:03:04:02 Gi0/7", "20 00:01:02:03:04:03 Gi0/9"), entries(table));
        assertEquals(Coverage.COMPLETE, table.getCoverage());
        assertTrue(audit.stream().anyMatch(line -> line.contains("(VLAN 10)")), audit.toString());
        assertTrue(audit.stream().noneMatch(line -> line.contains("s3cret")), audit.toString());
    }

    @Test
    void aVlanThatIsNotToldMakesTheTablePartial() throws Exception {
        ForwardingTable table = read(new SimulatedAgent(cisco(), "s3cret").context("1", vlan(1, 5)).context("10", vlan(2, 7)), new ArrayList<>());
        assertEquals(Set.of("1 00:01:02:03:04:01 Gi0/5", "10 00:01:02:03:04:02 Gi0/7"), entries(table));
        assertEquals(Coverage.PARTIAL, table.getCoverage());
        assertTrue(table.getReason().contains("not told for every VLAN"), table.getReason());
    }
}
