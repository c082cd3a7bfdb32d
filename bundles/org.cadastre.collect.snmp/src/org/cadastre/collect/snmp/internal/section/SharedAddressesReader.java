package org.cadastre.collect.snmp.internal.section;

import java.util.List;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.SharedAddress;
import org.cadastre.collect.snmp.network.SharedAddresses;

/** Addresses that several routers share, as they are configured. */
final class SharedAddressesReader implements SectionReader<SharedAddresses> {

    @Override
    public SharedAddresses create() {
        return NetworkFactory.eINSTANCE.createSharedAddresses();
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
    public void read(SharedAddresses section, Mib mib) {
        for (SharedAddressGroups.Entry entry : SharedAddressGroups.of(mib)) {
            SharedAddress group = NetworkFactory.eINSTANCE.createSharedAddress();
            group.setInterface(entry.port());
            group.setProtocol(entry.protocol());
            group.setGroup(entry.group());
            group.getAddresses().addAll(entry.addresses());
            entry.priority().ifPresent(group::setPriority);
            entry.preempt().ifPresent(group::setPreempt);
            section.getGroups().add(group);
        }
    }
}
