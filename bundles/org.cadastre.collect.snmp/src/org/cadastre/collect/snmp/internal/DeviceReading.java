package org.cadastre.collect.snmp.internal;

import java.util.List;

import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Room;
import org.cadastre.collect.snmp.internal.mib.SystemGroup;
import org.cadastre.collect.snmp.internal.protocol.Conversation;
import org.cadastre.collect.snmp.internal.protocol.Questions;
import org.cadastre.collect.snmp.internal.section.DeviceSections;
import org.cadastre.collect.snmp.internal.section.ForwardingTableReader;
import org.cadastre.collect.snmp.internal.section.VlansReader;
import org.cadastre.collect.snmp.internal.vendor.Answers;
import org.cadastre.collect.snmp.internal.vendor.Make;
import org.cadastre.collect.snmp.internal.vendor.VendorProfile;
import org.cadastre.collect.snmp.internal.vendor.VendorTable;
import org.cadastre.model.Coverage;
import org.snmp4j.smi.OID;

/** Reads one device: single values, then tables, then what follows from these; and makes sections of the answers. */
final class DeviceReading {

    /** VLANs that a switch is asked for one by one. */
    private static final int MOST_VLANS = 300;

    private final Conversation agent;
    private final VendorTable vendors;
    private final Mib mib;

    DeviceReading(Conversation agent, VendorTable vendors, Room room) {
        this.agent = agent;
        this.vendors = vendors;
        this.mib = new Mib(room);
    }

    DeviceSections read() throws InterruptedException {
        Questions questions = new Questions(agent, mib);
        questions.scalars(DeviceSections.scalars());
        questions.tables(DeviceSections.tables());
        Make make = make(questions);
        forwardingTablesOfVlans();
        return new DeviceSections(mib, make, agent.access());
    }

    private Make make(Questions questions) throws InterruptedException {
        Answers answers = new MibAnswers(mib);
        VendorProfile profile = vendors.profile(mib.text(SystemGroup.OBJECT_ID).orElse(""), mib.text(SystemGroup.DESCRIPTION).orElse(""));
        questions.scalars(profile.oids().stream().map(OID::new).filter(oid -> !mib.has(oid)).toList());
        profile = profile.narrowed(answers);
        questions.tables(Vendors.tables(profile.columns(), mib));
        return profile.read(answers);
    }

    /** Switches of Cisco tell only the default VLAN's forwarding table, unless each other is asked for as a context. */
    private void forwardingTablesOfVlans() throws InterruptedException {
        List<Integer> vlans = VlansReader.ofCisco(mib);
        if (ForwardingTableReader.isTold(mib)) {
            return;
        }
        Conversation apart = agent.apart();
        for (int vlan : vlans.subList(0, Math.min(MOST_VLANS, vlans.size()))) {
            Mib context = mib.context(String.valueOf(vlan));
            new Questions(apart.inContext(String.valueOf(vlan)), context).tables(List.of(ForwardingTableReader.PLAIN, InterfaceNames.BRIDGE_PORTS));
            context.trouble(ForwardingTableReader.PLAIN.entry()).ifPresent(trouble -> mib.trouble(ForwardingTableReader.PLAIN.entry(),
                    Coverage.PARTIAL, "it is not told for every VLAN: " + trouble.reason()));
        }
    }
}
