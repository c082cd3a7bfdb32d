package org.cadastre.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.Purpose;
import org.cadastre.model.Section;
import org.cadastre.model.Snapshot;
import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;
import org.cadastre.model.host.Accounts;
import org.cadastre.model.host.Group;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.OperatingSystem;
import org.cadastre.model.host.Package;
import org.cadastre.model.host.Software;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotWriter;

/** A real estate with snapshots of a device that a test knows every fact of. */
final class SampleEstate {

    static final String WEB1 = "00000000000000a1";

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private SampleEstate() {
    }

    /** Adds a snapshot; the estate is made if it is not there. */
    static void snapshot(Path directory, String label, Consumer<Device> changes) throws EstateException {
        Device device = web1();
        changes.accept(device);
        try (Estate estate = Estate.openOrCreate(directory); SnapshotWriter writer = estate.newSnapshot(label)) {
            int gaps = (int) device.getSections().stream().filter(section -> section.getCoverage() != Coverage.COMPLETE).count();
            writer.add(new DeviceEntry(device.getId(), device.getName(), DeviceKind.HOST, "", "", "Debian 12",
                    List.of("192.0.2.7"), 5, gaps), device, CadastreFactory.eINSTANCE.createObservations(), "");
            writer.commit(head());
        }
    }

    /** What a device that is not to be changed is given. */
    static void unchanged(Device device) {
        // as it is
    }

    static <T extends Section> T section(Device device, Class<T> type) {
        return device.getSections().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    static void deny(Device device) {
        Accounts accounts = section(device, Accounts.class);
        accounts.getGroups().clear();
        accounts.setCoverage(Coverage.DENIED);
        accounts.setReason("needs root");
    }

    static void addToSudo(Device device) {
        section(device, Accounts.class).getGroups().getFirst().getMembers().add("mallory");
    }

    private static Device web1() {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId(WEB1);
        device.setName("web1");
        device.setKind(DeviceKind.HOST);
        OperatingSystem system = HostFactory.eINSTANCE.createOperatingSystem();
        system.setHostName("web1");
        add(device, system);
        Accounts accounts = HostFactory.eINSTANCE.createAccounts();
        Group sudo = HostFactory.eINSTANCE.createGroup();
        sudo.setName("sudo");
        sudo.getMembers().add("alice");
        accounts.getGroups().add(sudo);
        add(device, accounts);
        Software software = HostFactory.eINSTANCE.createSoftware();
        for (String name : List.of("nginx", "openssl")) {
            Package installed = HostFactory.eINSTANCE.createPackage();
            installed.setName(name);
            installed.setManager("dpkg");
            installed.setVersion("1.0");
            software.getPackages().add(installed);
        }
        add(device, software);
        return device;
    }

    private static void add(Device device, Section section) {
        section.setCollector("unix");
        section.setCollectorVersion("1");
        section.setProtocol("ssh");
        section.setPrivilege("root");
        device.getSections().add(section);
    }

    private static Snapshot head() {
        Snapshot head = CadastreFactory.eINSTANCE.createSnapshot();
        head.setPurpose(Purpose.BEFORE);
        head.setOperator("alice");
        head.setTicket("CHG-12");
        head.setStarted(NOON);
        head.setFinished(NOON.plusSeconds(60));
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
}
