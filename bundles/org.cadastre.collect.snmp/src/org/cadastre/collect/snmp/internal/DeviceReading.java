package org.cadastre.collect.snmp.internal;

import java.util.List;

/** Reads one device: single values, then tables, then what follows from these; and makes sections of the answers. */
final class DeviceReading {

    /** VLANs that a switch is asked for one by one. */
    private static final int MOST_VLANS = 300;

    private final Conversation agent;
    private final Mib mib = new Mib();

    DeviceReading(Conversation agent) {
        this.agent = agent;
    }

    DeviceSections read() throws InterruptedException {
        Questions questions = new Questions(agent, mib);
        questions.scalars(DeviceSections.scalars());
        questions.tables(DeviceSections.tables());
        forwardingTablesOfVlans();
        return new DeviceSections(mib, Make.UNKNOWN, agent.access());
    }

    /** Switches of Cisco tell only the default VLAN's forwarding table, unless each other is asked for as a context. */
    private void forwardingTablesOfVlans() throws InterruptedException {
        List<Integer> vlans = VlansReader.ofCisco(mib);
        if (ForwardingTableReader.isTold(mib)) {
            return;
        }
        for (int vlan : vlans.subList(0, Math.min(MOST_VLANS, vlans.size()))) {
            String name = String.valueOf(vlan);
            new Questions(agent.inContext(name), mib.context(name)).tables(List.of(ForwardingTableReader.PLAIN, InterfaceNames.BRIDGE_PORTS));
        }
    }
}
