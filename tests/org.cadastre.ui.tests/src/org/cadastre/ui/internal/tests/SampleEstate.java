package org.cadastre.ui.internal.tests;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.Observations;
import org.cadastre.model.Purpose;
import org.cadastre.model.Section;
import org.cadastre.model.Snapshot;
import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;
import org.cadastre.model.host.Accounts;
import org.cadastre.model.host.Address;
import org.cadastre.model.host.Disk;
import org.cadastre.model.host.FileSystem;
import org.cadastre.model.host.FileSystems;
import org.cadastre.model.host.Group;
import org.cadastre.model.host.Hardware;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Interface;
import org.cadastre.model.host.Interfaces;
import org.cadastre.model.host.ListeningSocket;
import org.cadastre.model.host.ListeningSockets;
import org.cadastre.model.host.Load;
import org.cadastre.model.host.OperatingSystem;
import org.cadastre.model.host.Package;
import org.cadastre.model.host.Processor;
import org.cadastre.model.host.Service;
import org.cadastre.model.host.Services;
import org.cadastre.model.host.Software;
import org.cadastre.model.host.User;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.Estate;
import org.cadastre.repository.SnapshotWriter;

/**
 * An estate of three hosts before and after a piece of work on one of them: nginx updated, a user added to a group, a
 * service switched off, a port opened, a file system unmounted; on another host the listening ports could not be read
 * afterwards. Written by the real repository.
 */
public final class SampleEstate {

    public static final String BEFORE = "before the move";
    public static final String AFTER = "after the move";

    private static final HostFactory HOST = HostFactory.eINSTANCE;
    private static final CadastreFactory CORE = CadastreFactory.eINSTANCE;
    private static final Instant START = Instant.parse("2026-11-20T08:15:00Z");

    private SampleEstate() {
    }

    public static Path create(Path directory) throws Exception {
        try (Estate estate = Estate.create(directory, "Harbour Office")) {
            write(estate, BEFORE, Purpose.BEFORE, START, false);
            write(estate, AFTER, Purpose.AFTER, START.plusSeconds(9000), true);
        }
        return directory;
    }

    private static void write(Estate estate, String label, Purpose purpose, Instant started, boolean after) throws Exception {
        try (SnapshotWriter writer = estate.newSnapshot(label)) {
            add(writer, web(after), after);
            add(writer, host(2, "db1.harbour.example", "10.20.0.12", 16, after ? SampleEstate::deny : SampleEstate::leave), after);
            add(writer, host(3, "files.harbour.example", "10.20.0.13", 8, SampleEstate::leave), after);
            writer.commit(head(label, purpose, started));
        }
    }

    private static Snapshot head(String label, Purpose purpose, Instant started) {
        Snapshot head = CORE.createSnapshot();
        head.setLabel(label);
        head.setPurpose(purpose);
        head.setOperator("K. Marlow");
        head.setTicket("CHG-2041");
        head.setTool("Cadastre 0.1.0");
        head.setStarted(started);
        head.setFinished(started.plusSeconds(94));
        head.getScope().addAll(List.of("10.20.0.11", "10.20.0.12", "10.20.0.13", "10.20.0.14"));
        for (int last = 11; last <= 14; last++) {
            TargetOutcome outcome = CORE.createTargetOutcome();
            outcome.setTarget("10.20.0." + last);
            outcome.setResult(last == 14 ? TargetResult.ACCESS_DENIED : TargetResult.READ);
            outcome.setMessage(last == 14 ? "none of the credentials was accepted; add one that fits" : "");
            outcome.setProtocol("ssh");
            head.getTargets().add(outcome);
        }
        return head;
    }

    private static void add(SnapshotWriter writer, Device device, boolean after) throws Exception {
        OperatingSystem system = section(device, OperatingSystem.class);
        Interfaces interfaces = section(device, Interfaces.class);
        Observations observations = CORE.createObservations();
        observations.setDevice(device.getId());
        Load load = read(HOST.createLoad());
        load.setBootTime(START.minusSeconds(3_000_000));
        load.setUptime(after ? 3_009_000L : 3_000_000L);
        load.setLoad1(after ? 0.42 : 0.37);
        observations.getSections().add(load);
        String address = interfaces.getInterfaces().getFirst().getAddresses().getFirst().getAddress();
        writer.add(new DeviceEntry(device.getId(), device.getName(), DeviceKind.HOST, "Dell Inc.", "PowerEdge R650",
                system.getName(), List.of(address), 40), device, observations, "sh probe\n");
    }

    private static Device web(boolean after) {
        return host(1, "web1.harbour.example", "10.20.0.11", 32, device -> {
            Software software = section(device, Software.class);
            software.getPackages().add(pack("nginx", after ? "1.24.0-2" : "1.22.1-9"));
            Accounts accounts = section(device, Accounts.class);
            Group operators = group("operators", 1100, "anna");
            accounts.getGroups().add(operators);
            if (after) {
                operators.getMembers().add("bert");
                section(device, ListeningSockets.class).getSockets().add(socket("tcp", "0.0.0.0", 8443, "nginx"));
            } else {
                section(device, FileSystems.class).getFileSystems().add(mount("/srv/old", "/dev/sdb1", 500L << 30));
            }
            Service backup = HOST.createService();
            backup.setName("backup.service");
            backup.setManager("systemd");
            backup.setStartup(after ? "disabled" : "enabled");
            backup.setRunning(!after);
            section(device, Services.class).getServices().add(backup);
        });
    }

    private static void leave(Device device) {
        // Nothing happened to this one.
    }

    private static void deny(Device device) {
        ListeningSockets sockets = section(device, ListeningSockets.class);
        sockets.getSockets().clear();
        sockets.setCoverage(Coverage.DENIED);
        sockets.setReason("needs root to see the programs behind the sockets");
        sockets.setPrivilege("user");
    }

    private static <T extends Section> T section(Device device, Class<T> type) {
        return device.getSections().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private static Device host(int number, String name, String address, long gib, Consumer<Device> more) {
        Device device = CORE.createDevice();
        device.setId("%016x".formatted(0xca0000L + number));
        device.setName(name);
        device.setKind(DeviceKind.HOST);
        device.getSections().addAll(List.of(system(name), hardware(gib, number), interfaces(address, number), mounts(),
                software(), services(), accounts(), sockets()));
        more.accept(device);
        return device;
    }

    private static OperatingSystem system(String name) {
        OperatingSystem system = read(HOST.createOperatingSystem());
        system.setHostName(name.substring(0, name.indexOf('.')));
        system.setDomainName(name);
        system.setName("Debian GNU/Linux 12 (bookworm)");
        system.setDistribution("debian");
        system.setVersion("12.5");
        system.setKernel("Linux");
        system.setKernelRelease("6.1.0-18-amd64");
        system.setArchitecture("x86_64");
        system.setVirtualization("none");
        system.setTimeZone("Europe/Berlin");
        return system;
    }

    private static Hardware hardware(long gib, int number) {
        Hardware hardware = read(HOST.createHardware());
        hardware.setManufacturer("Dell Inc.");
        hardware.setModel("PowerEdge R650");
        hardware.setSerialNumber("7XK4P0" + number);
        hardware.setMemory(gib << 30);
        Processor processor = HOST.createProcessor();
        processor.setSocket(0);
        processor.setModel("Intel(R) Xeon(R) Silver 4310 CPU @ 2.10GHz");
        processor.setCores(12);
        processor.setThreads(24);
        hardware.getProcessors().add(processor);
        Disk disk = HOST.createDisk();
        disk.setName("sda");
        disk.setModel("PERC H755");
        disk.setSize(480_103_981_056L);
        disk.setRotational(false);
        hardware.getDisks().add(disk);
        return hardware;
    }

    private static Interfaces interfaces(String address, int number) {
        Interfaces interfaces = read(HOST.createInterfaces());
        Interface one = HOST.createInterface();
        one.setName("eno1");
        one.setType("ethernet");
        one.setMac("b4:45:06:00:10:0" + number);
        one.setMtu(1500);
        one.setEnabled(true);
        one.setSpeed(10_000_000_000L);
        Address given = HOST.createAddress();
        given.setAddress(address);
        given.setPrefixLength(24);
        given.setScope("global");
        one.getAddresses().add(given);
        interfaces.getInterfaces().add(one);
        return interfaces;
    }

    private static FileSystems mounts() {
        FileSystems mounts = read(HOST.createFileSystems());
        mounts.getFileSystems().addAll(List.of(mount("/", "/dev/sda2", 100L << 30), mount("/boot", "/dev/sda1", 1L << 30)));
        return mounts;
    }

    private static FileSystem mount(String point, String device, long size) {
        FileSystem mount = HOST.createFileSystem();
        mount.setMountPoint(point);
        mount.setDevice(device);
        mount.setType("ext4");
        mount.getOptions().addAll(List.of("relatime", "rw"));
        mount.setSize(size);
        return mount;
    }

    private static Software software() {
        Software software = read(HOST.createSoftware());
        List.of("bash 5.2.15-2+b2", "openssh-server 9.2p1-2+deb12u2", "openssl 3.0.11-1~deb12u2", "postgresql-15 15.6-0+deb12u1",
                "rsync 3.2.7-1", "systemd 252.22-1~deb12u1", "vim 9.0.1378-2").forEach(line -> software.getPackages()
                        .add(pack(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1))));
        return software;
    }

    private static Package pack(String name, String version) {
        Package pack = HOST.createPackage();
        pack.setName(name);
        pack.setArchitecture("amd64");
        pack.setManager("dpkg");
        pack.setVersion(version);
        pack.setVendor("Debian");
        return pack;
    }

    private static Services services() {
        Services services = read(HOST.createServices());
        for (String name : List.of("cron", "nginx", "rsyslog", "ssh")) {
            Service service = HOST.createService();
            service.setName(name + ".service");
            service.setManager("systemd");
            service.setStartup("enabled");
            service.setRunning(true);
            services.getServices().add(service);
        }
        return services;
    }

    private static Accounts accounts() {
        Accounts accounts = read(HOST.createAccounts());
        for (String name : List.of("root", "anna", "bert")) {
            User user = HOST.createUser();
            user.setName(name);
            user.setUid(name.equals("root") ? 0L : 1000L + name.charAt(0) - 'a');
            user.setHome(name.equals("root") ? "/root" : "/home/" + name);
            user.setShell("/bin/bash");
            accounts.getUsers().add(user);
        }
        accounts.getGroups().add(group("sudo", 27, "anna"));
        return accounts;
    }

    private static Group group(String name, long gid, String... members) {
        Group group = HOST.createGroup();
        group.setName(name);
        group.setGid(gid);
        group.getMembers().addAll(List.of(members));
        return group;
    }

    private static ListeningSockets sockets() {
        ListeningSockets sockets = read(HOST.createListeningSockets());
        sockets.getSockets().addAll(List.of(socket("tcp", "0.0.0.0", 22, "sshd"), socket("tcp", "0.0.0.0", 80, "nginx")));
        return sockets;
    }

    private static ListeningSocket socket(String protocol, String address, int port, String program) {
        ListeningSocket socket = HOST.createListeningSocket();
        socket.setProtocol(protocol);
        socket.setAddress(address);
        socket.setPort(port);
        socket.setProgram(program);
        return socket;
    }

    private static <T extends Section> T read(T section) {
        section.setCollector("unix");
        section.setCollectorVersion("1");
        section.setProtocol("ssh");
        section.setPrivilege("root");
        return section;
    }
}
