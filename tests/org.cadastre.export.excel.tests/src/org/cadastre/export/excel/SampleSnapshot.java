package org.cadastre.export.excel;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

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
import org.cadastre.model.host.FileSystem;
import org.cadastre.model.host.FileSystems;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Interface;
import org.cadastre.model.host.Interfaces;
import org.cadastre.model.host.Load;
import org.cadastre.model.host.OperatingSystem;
import org.cadastre.model.host.Package;
import org.cadastre.model.host.Software;
import org.cadastre.model.host.User;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.SnapshotWriter;

/** A snapshot in a real estate, with whatever a test puts into it. */
final class SampleSnapshot {

    static final Instant STARTED = Instant.parse("2026-11-23T08:00:00Z");
    static final Instant BOOTED = Instant.parse("2026-11-01T06:30:15Z");

    private static final HostFactory HOST = HostFactory.eINSTANCE;

    private SampleSnapshot() {
    }

    /** One device, "web1", with a bit of everything. */
    static SnapshotInfo take(Estate estate, String label) throws EstateException {
        return take(estate, label, List.of(web1(0)));
    }

    static SnapshotInfo take(Estate estate, String label, List<Device> devices) throws EstateException {
        try (SnapshotWriter writer = estate.newSnapshot(label)) {
            for (Device device : devices) {
                writer.add(new DeviceEntry(device.getId(), device.getName(), DeviceKind.HOST, "Dell", "R650", "Debian 12",
                        List.of("192.0.2.7"), 9), device, observations(device), "");
            }
            return writer.commit(head());
        }
    }

    static Device web1(int packages) {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId("00000000000000a1");
        device.setName("web1");
        device.setKind(DeviceKind.HOST);
        add(device, operatingSystem());
        add(device, interfaces());
        add(device, accounts());
        add(device, fileSystems());
        if (packages > 0) {
            add(device, software(packages));
        }
        return device;
    }

    private static void add(Device device, Section section) {
        section.setCollector("unix");
        section.setCollectorVersion("1");
        section.setProtocol("ssh");
        section.setPrivilege("root");
        device.getSections().add(section);
    }

    private static OperatingSystem operatingSystem() {
        OperatingSystem system = HOST.createOperatingSystem();
        system.setHostName("web1");
        system.setName("Debian GNU/Linux 12 (bookworm)");
        system.setVersion("12.5");
        return system;
    }

    private static Interfaces interfaces() {
        Interfaces interfaces = HOST.createInterfaces();
        Interface eth0 = HOST.createInterface();
        eth0.setName("eth0");
        eth0.setMtu(1500);
        eth0.setEnabled(true);
        eth0.setSpeed(10_000_000_000L);
        Address address = HOST.createAddress();
        address.setAddress("192.0.2.7");
        address.setPrefixLength(24);
        eth0.getAddresses().add(address);
        interfaces.getInterfaces().add(eth0);
        return interfaces;
    }

    /** Names and comments that try to be more than text. */
    private static Accounts accounts() {
        Accounts accounts = HOST.createAccounts();
        accounts.setCoverage(Coverage.PARTIAL);
        accounts.setReason("the shadow file needs root");
        accounts.getUsers().add(user("alice", "=HYPERLINK(\"http://example.com\")"));
        accounts.getUsers().add(user("bob", "+49 30 1234"));
        accounts.getUsers().add(user("carol", "@carol"));
        accounts.getUsers().add(user("dave", "-2+3"));
        accounts.getUsers().add(user("erin", "\tafter a tab"));
        accounts.getUsers().add(user("frank", "bell\u0007 and _x0041_ and \ud83d\ude00"));
        accounts.getUsers().add(user("grace", "x".repeat(40_000)));
        return accounts;
    }

    private static User user(String name, String fullName) {
        User user = HOST.createUser();
        user.setName(name);
        user.setUid(4_294_967_294L);
        user.setFullName(fullName);
        user.setLocked(false);
        return user;
    }

    private static FileSystems fileSystems() {
        FileSystems fileSystems = HOST.createFileSystems();
        FileSystem root = HOST.createFileSystem();
        root.setMountPoint("/");
        root.setSize(9_007_199_254_740_993L);
        root.getOptions().addAll(List.of("rw", "relatime"));
        fileSystems.getFileSystems().add(root);
        return fileSystems;
    }

    private static Software software(int packages) {
        Software software = HOST.createSoftware();
        for (int i = 0; i < packages; i++) {
            Package installed = HOST.createPackage();
            installed.setName("package-%06d".formatted(i));
            installed.setManager("dpkg");
            installed.setVersion("1.0");
            software.getPackages().add(installed);
        }
        return software;
    }

    private static Observations observations(Device device) {
        Observations observations = CadastreFactory.eINSTANCE.createObservations();
        observations.setDevice(device.getId());
        Load load = HOST.createLoad();
        load.setBootTime(BOOTED);
        load.setUptime(1_900_000L);
        load.setLoad1(0.25);
        observations.getSections().add(load);
        return observations;
    }

    private static Snapshot head() {
        Snapshot head = CadastreFactory.eINSTANCE.createSnapshot();
        head.setPurpose(Purpose.BEFORE);
        head.setOperator("alice");
        head.setTicket("CHG-12");
        head.setStarted(STARTED);
        head.setFinished(STARTED.plusSeconds(90));
        head.setTool("Cadastre");
        head.getScope().addAll(List.of("web1", "db1"));
        head.getTargets().add(outcome("web1", TargetResult.READ, null));
        head.getTargets().add(outcome("db1", TargetResult.REFUSED, "port 22 is closed; start sshd"));
        return head;
    }

    private static TargetOutcome outcome(String target, TargetResult result, String message) {
        TargetOutcome outcome = CadastreFactory.eINSTANCE.createTargetOutcome();
        outcome.setTarget(target);
        outcome.setResult(result);
        outcome.setMessage(message);
        return outcome;
    }

    static Estate estate(Path directory) throws EstateException {
        return Estate.create(directory.resolve("estate"), "sample");
    }
}
