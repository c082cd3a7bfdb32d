package org.cadastre.collect.unix.internal;

import java.util.List;
import java.util.Optional;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Interface;
import org.cadastre.model.host.Interfaces;

/** ip-address(8) with sysfs for speed and kind of hardware address; ifconfig(8) where there is no ip, with what AIX, Solaris and macOS tell elsewhere. */
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
            List<Interface> interfaces = new IfconfigText(output.get(), sources).read();
            sources.extra("aix-adapters-vpd").map(AixMachine::macs).ifPresent(macs -> interfaces.forEach(one -> {
                // The interface en0 belongs to the adapter ent0.
                one.setMac(macs.getOrDefault(one.getName().replaceFirst("^en(?=\\d)", "ent"), one.getMac()));
            }));
            sources.extra("dladm").ifPresent(links -> SolarisMachine.links(links, interfaces));
            sources.extra("networksetup").ifPresent(ports -> wireless(ports, interfaces));
            section.getInterfaces().addAll(interfaces);
        } else {
            Values devices = Values.of(sources.extra("net-devices"));
            section.getInterfaces().addAll(new IpAddressText(output.get(), devices, sources).read());
        }
    }

    /** networksetup(8) of macOS: "Hardware Port: Wi-Fi", then "Device: en0". */
    private static void wireless(CommandOutput ports, List<Interface> interfaces) {
        String port = "";
        for (String line : ports.lines()) {
            if (line.startsWith("Hardware Port: ")) {
                port = line.substring(15).strip();
            } else if (line.startsWith("Device: ") && (port.equals("Wi-Fi") || port.equals("AirPort"))) {
                String name = line.substring(8).strip();
                interfaces.stream().filter(one -> one.getName().equals(name)).forEach(one -> one.setType("wireless"));
            }
        }
    }
}
