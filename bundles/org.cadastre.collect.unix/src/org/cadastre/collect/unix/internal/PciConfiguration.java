package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.PciDevice;

/** pciconf(8) -lv of FreeBSD: a line a device, below it maker, device and class in quotes. */
final class PciConfiguration {

    private static final Pattern HEAD = Pattern.compile("(\\w+?)(\\d*)@pci(\\d+:\\d+:\\d+:\\d+):\\s+class=0x(\\w+) .*");
    private static final Pattern FACT = Pattern.compile("\\s+(vendor|device|class|subclass)\\s+= '?(.*?)'?\\s*");

    private PciConfiguration() {
    }

    static List<PciDevice> read(CommandOutput output) {
        List<PciDevice> devices = new ArrayList<>();
        for (String line : output.lines()) {
            Matcher head = HEAD.matcher(line);
            Matcher fact = FACT.matcher(line);
            if (head.matches()) {
                PciDevice device = HostFactory.eINSTANCE.createPciDevice();
                device.setAddress(head.group(3));
                device.setKind(head.group(4));
                // "none" stands for no driver.
                device.setDriver(head.group(1).equals("none") ? null : head.group(1));
                devices.add(device);
            } else if (fact.matches() && !devices.isEmpty()) {
                switch (fact.group(1)) {
                    case "vendor" -> devices.getLast().setVendor(fact.group(2));
                    case "device" -> devices.getLast().setDevice(fact.group(2));
                    default -> devices.getLast().setKind(fact.group(2));
                }
            }
        }
        return devices;
    }
}
