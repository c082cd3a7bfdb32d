package org.cadastre.ui.graph.internal;

import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.Section;
import org.cadastre.model.TargetResult;
import org.cadastre.model.host.Address;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Interface;
import org.cadastre.model.host.Interfaces;
import org.cadastre.model.host.ListeningSocket;
import org.cadastre.model.host.ListeningSockets;
import org.cadastre.model.host.VirtualMachine;
import org.cadastre.model.host.VirtualMachines;
import org.cadastre.testing.EstateOnDisk;

/** Hosts in two subnets. Later one is in the other subnet, one is new, one is gone, a virtual machine is on the other hypervisor. */
final class OfficeEstate {

    private static final HostFactory HOST = HostFactory.eINSTANCE;

    private OfficeEstate() {
    }

    static void fill(EstateOnDisk estate) throws Exception {
        var before = estate.snapshot();
        for (int i = 1; i <= 9; i++) {
            before.read("198.51.100." + i, host("pc" + i, "198.51.100." + i));
        }
        before.read("192.0.2.1", machines(host("vm-host-1", "192.0.2.1"), "mail"));
        before.read("192.0.2.2", machines(host("vm-host-2", "192.0.2.2")));
        before.silent("198.51.100.10");
        before.save("before");
        var after = estate.snapshot();
        for (int i = 1; i <= 8; i++) {
            after.read("198.51.100." + i, host("pc" + i, i == 3 ? "192.0.2.30" : "198.51.100." + i));
        }
        after.failed("198.51.100.9", TargetResult.NO_ANSWER, "no answer");
        after.read("198.51.100.10", host("pc10", "198.51.100.10"));
        after.read("192.0.2.1", machines(host("vm-host-1", "192.0.2.1")));
        after.read("192.0.2.2", machines(host("vm-host-2", "192.0.2.2"), "mail"));
        after.save("after");
    }

    static String id(String name) {
        return String.format("%016x", name.hashCode());
    }

    private static Device host(String name, String address) {
        Address one = HOST.createAddress();
        one.setAddress(address);
        one.setPrefixLength(24);
        Interface port = HOST.createInterface();
        port.setName("eth0");
        port.setType("ethernet");
        port.getAddresses().add(one);
        Interfaces interfaces = HOST.createInterfaces();
        interfaces.getInterfaces().add(port);
        ListeningSocket socket = HOST.createListeningSocket();
        socket.setProtocol("tcp");
        socket.setAddress("0.0.0.0");
        socket.setPort(22);
        socket.setProgram("sshd");
        ListeningSockets sockets = HOST.createListeningSockets();
        sockets.getSockets().add(socket);
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId(id(name));
        device.setName(name);
        device.setKind(DeviceKind.HOST);
        add(device, interfaces);
        add(device, sockets);
        return device;
    }

    private static Device machines(Device device, String... names) {
        VirtualMachines machines = HOST.createVirtualMachines();
        for (String name : names) {
            VirtualMachine machine = HOST.createVirtualMachine();
            machine.setManager("libvirt");
            machine.setName(name);
            machine.setUuid("11111111-2222-3333-4444-555555555555");
            machines.getMachines().add(machine);
        }
        add(device, machines);
        return device;
    }

    private static void add(Device device, Section section) {
        section.setCoverage(Coverage.COMPLETE);
        device.getSections().add(section);
    }
}
