package org.cadastre.collect.unix.internal;

import java.util.Optional;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Interfaces;

/** ip-address(8) with sysfs for speed and kind of hardware address; ifconfig(8) where there is no ip. */
public final class InterfacesReader implements SectionReader<Interfaces> {

    @Override
    public Interfaces create() {
        return HostFactory.eINSTANCE.createInterfaces();
    }

    @Override
    public void read(Interfaces section, Sources sources) {
        Optional<CommandOutput> output = sources.first("ip-address", "ip-address-plain", "ifconfig");
        if (output.isEmpty()) {
            return;
        }
        if (output.get().name().equals("ifconfig")) {
            section.getInterfaces().addAll(new IfconfigText(output.get(), sources).read());
        } else {
            Values devices = Values.of(sources.extra("net-devices"));
            section.getInterfaces().addAll(new IpAddressText(output.get(), devices, sources).read());
        }
    }
}
