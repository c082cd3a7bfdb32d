package org.cadastre.collect.snmp.internal.section;

import java.util.List;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.SharedAddressState;
import org.cadastre.collect.snmp.network.SharedAddressStates;

/** Who speaks for shared addresses at the moment. */
final class SharedAddressStatesReader implements SectionReader<SharedAddressStates> {

    @Override
    public SharedAddressStates create() {
        return NetworkFactory.eINSTANCE.createSharedAddressStates();
    }

    @Override
    public List<Table> tables() {
        return SharedAddressGroups.TABLES;
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(SharedAddressStates section, Mib mib) {
        for (SharedAddressGroups.Entry entry : SharedAddressGroups.of(mib)) {
            SharedAddressState group = NetworkFactory.eINSTANCE.createSharedAddressState();
            group.setInterface(entry.port());
            group.setProtocol(entry.protocol());
            group.setGroup(entry.group());
            entry.state().ifPresent(group::setState);
            section.getStates().add(group);
        }
    }
}
