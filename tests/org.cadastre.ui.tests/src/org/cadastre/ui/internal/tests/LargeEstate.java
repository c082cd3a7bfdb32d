package org.cadastre.ui.internal.tests;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.Purpose;
import org.cadastre.model.Section;
import org.cadastre.model.Snapshot;
import org.cadastre.model.host.Address;
import org.cadastre.model.host.Hardware;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Interface;
import org.cadastre.model.host.Interfaces;
import org.cadastre.model.host.OperatingSystem;
import org.cadastre.model.host.Package;
import org.cadastre.model.host.Software;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.Estate;
import org.cadastre.repository.SnapshotWriter;

/**
 * An estate of as many devices as one wants, of many kinds and makers, read on several evenings; each time some more
 * devices have another version of a package. Written by the real repository.
 */
public final class LargeEstate {

    private record Sort(String prefix, DeviceKind kind, String maker, String model, String system) {
    }

    private static final HostFactory HOST = HostFactory.eINSTANCE;
    private static final CadastreFactory CORE = CadastreFactory.eINSTANCE;
    private static final Instant START = Instant.parse("2026-10-05T18:00:00Z");
    private static final List<Sort> SORTS = List.of(
            new Sort("app", DeviceKind.VIRTUAL_MACHINE, "VMware, Inc.", "VMware7,1", "Debian GNU/Linux 12 (bookworm)"),
            new Sort("web", DeviceKind.VIRTUAL_MACHINE, "VMware, Inc.", "VMware7,1", "Ubuntu 24.04.1 LTS"),
            new Sort("db", DeviceKind.HOST, "Dell Inc.", "PowerEdge R750", "Red Hat Enterprise Linux 9.4"),
            new Sort("esx", DeviceKind.HYPERVISOR, "Hewlett Packard Enterprise", "ProLiant DL380 Gen11", "VMware ESXi 8.0.3"),
            new Sort("sw", DeviceKind.NETWORK_SWITCH, "Cisco Systems", "Catalyst 9300-48P", "Cisco IOS XE 17.9.5"),
            new Sort("rt", DeviceKind.ROUTER, "Juniper Networks", "MX204", "Junos 22.4R3"),
            new Sort("fw", DeviceKind.FIREWALL, "Fortinet", "FortiGate 200F", "FortiOS 7.4.4"),
            new Sort("ap", DeviceKind.ACCESS_POINT, "Aruba", "AP-635", "ArubaOS 8.11"),
            new Sort("prn", DeviceKind.PRINTER, "Kyocera", "ECOSYS M3645idn", ""),
            new Sort("nas", DeviceKind.STORAGE, "NetApp", "AFF A250", "ONTAP 9.14.1"));
    /** How many of a hundred devices are of which sort. */
    private static final int[] SHARES = { 34, 18, 8, 4, 14, 2, 1, 11, 7, 1 };

    private LargeEstate() {
    }

    /** Run by hand: a folder that is not there yet, the number of devices, the number of snapshots. */
    public static void main(String[] arguments) throws Exception {
        create(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }

    public static Path create(Path directory, int devices, int snapshots) throws Exception {
        try (Estate estate = Estate.create(directory, "Northwind Logistics")) {
            for (int i = 0; i < snapshots; i++) {
                write(estate, devices, i);
            }
        }
        return directory;
    }

    private static void write(Estate estate, int devices, int round) throws Exception {
        Snapshot head = CORE.createSnapshot();
        Instant started = START.plusSeconds(round * 86_400L * 3);
        boolean work = round % 3 != 0;
        head.setLabel(work ? "CHG-" + (4100 + round / 3) + (round % 3 == 1 ? " before" : " after") : "weekly " + (round / 3 + 1));
        head.setPurpose(round == 0 ? Purpose.BASELINE : !work ? Purpose.ROUTINE : round % 3 == 1 ? Purpose.BEFORE : Purpose.AFTER);
        head.setOperator(work ? "A. Lindqvist" : "scheduler");
        head.setTicket(work ? "CHG-" + (4100 + round / 3) : "");
        head.setTool("Cadastre 0.1.0");
        head.setStarted(started);
        head.setFinished(started.plusSeconds(400));
        head.getScope().add("10.32.0.0/16");
        try (SnapshotWriter writer = estate.newSnapshot(head.getLabel())) {
            for (int number = 0; number < devices; number++) {
                add(writer, number, round);
            }
            writer.commit(head);
        }
    }

    private static void add(SnapshotWriter writer, int number, int round) throws Exception {
        Sort sort = sort(number % 100);
        Device device = CORE.createDevice();
        device.setId("%016x".formatted(0xbe0000L + number));
        device.setName(sort.prefix() + (number + 1) + ".northwind.example");
        device.setKind(sort.kind());
        String address = "10.32." + number / 250 + "." + (number % 250 + 1);
        device.getSections().addAll(List.of(system(sort, device.getName(), number), hardware(sort, number), interfaces(address, number),
                software(number, round)));
        int gaps = number % 23 == 5 ? 1 : 0;
        if (gaps == 1) {
            Software denied = (Software) device.getSections().getLast();
            denied.setCoverage(Coverage.PARTIAL);
            denied.setReason("snap list: needs root; let the account run it with sudo");
        }
        writer.add(new DeviceEntry(device.getId(), device.getName(), sort.kind(), sort.maker(), sort.model(), sort.system(),
                List.of(address), 20, gaps), device, CORE.createObservations(), "sh probe\n");
    }

    private static Sort sort(int hundredth) {
        int left = hundredth;
        for (int i = 0; i < SHARES.length; i++) {
            left -= SHARES[i];
            if (left < 0) {
                return SORTS.get(i);
            }
        }
        return SORTS.getFirst();
    }

    private static OperatingSystem system(Sort sort, String name, int number) {
        OperatingSystem system = read(HOST.createOperatingSystem());
        system.setHostName(name.substring(0, name.indexOf('.')));
        system.setName(sort.system());
        system.setTimeZone(number % 2 == 0 ? "Europe/Berlin" : "Europe/Stockholm");
        return system;
    }

    private static Hardware hardware(Sort sort, int number) {
        Hardware hardware = read(HOST.createHardware());
        hardware.setManufacturer(sort.maker());
        hardware.setModel(sort.model());
        hardware.setSerialNumber("NW%06d".formatted(number));
        hardware.setMemory((4L << number % 5) << 30);
        return hardware;
    }

    private static Interfaces interfaces(String address, int number) {
        Interfaces interfaces = read(HOST.createInterfaces());
        Interface one = HOST.createInterface();
        one.setName("eth0");
        one.setMac("02:00:00:%02x:%02x:%02x".formatted(number >> 16 & 255, number >> 8 & 255, number & 255));
        Address given = HOST.createAddress();
        given.setAddress(address);
        given.setPrefixLength(16);
        one.getAddresses().add(given);
        interfaces.getInterfaces().add(one);
        return interfaces;
    }

    private static Software software(int number, int round) {
        Software software = read(HOST.createSoftware());
        for (String name : List.of("bash", "openssl", "curl", "openssh-server", "rsync", "sudo")) {
            Package pack = HOST.createPackage();
            pack.setName(name);
            pack.setArchitecture("amd64");
            pack.setManager("dpkg");
            boolean updated = name.equals("openssl") && number % 7 < round;
            pack.setVersion(updated ? "3.0.15-1~deb12u1" : "3.0.11-1~deb12u2");
            software.getPackages().add(pack);
        }
        return software;
    }

    private static <T extends Section> T read(T section) {
        section.setCollector("unix");
        section.setCollectorVersion("1");
        section.setProtocol("ssh");
        section.setPrivilege("root");
        return section;
    }
}
