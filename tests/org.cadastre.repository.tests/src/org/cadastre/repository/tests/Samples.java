package org.cadastre.repository.tests;

import java.time.Instant;
import java.util.List;

import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Device;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.Observations;
import org.cadastre.model.Purpose;
import org.cadastre.model.Snapshot;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Load;
import org.cadastre.model.host.OperatingSystem;
import org.cadastre.model.host.Package;
import org.cadastre.model.host.Software;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.SnapshotWriter;

/** Hosts made up for tests, all different, the same at every call. */
final class Samples {

    static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

    private Samples() {
    }

    static String id(int number) {
        // Spread over the folders as real ids are.
        return String.format("%02x%014x", number * 37 & 0xff, number);
    }

    /** @param version of one of the packages; the others keep theirs */
    static Device host(int number, int packages, String version) {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId(id(number));
        device.setName("host" + number);
        device.setKind(DeviceKind.HOST);
        OperatingSystem system = HostFactory.eINSTANCE.createOperatingSystem();
        system.setHostName("host" + number);
        system.setName("Debian GNU/Linux 12 (bookworm)");
        device.getSections().add(system);
        Software software = HostFactory.eINSTANCE.createSoftware();
        for (int i = 0; i < packages; i++) {
            Package one = HostFactory.eINSTANCE.createPackage();
            one.setName("package-" + i);
            one.setArchitecture("amd64");
            one.setManager("dpkg");
            one.setVersion(i == 0 ? version : "1." + (number + i) % 17 + "-" + i);
            software.getPackages().add(one);
        }
        device.getSections().add(software);
        return device;
    }

    static DeviceEntry entry(Device device, long elements) {
        return new DeviceEntry(device.getId(), device.getName(), device.getKind(), "Dell Inc.", "R640",
                "Debian GNU/Linux 12 (bookworm)", List.of("192.0.2.1"), elements);
    }

    static Observations nothingObserved() {
        return CadastreFactory.eINSTANCE.createObservations();
    }

    static Observations load(String device, long uptime) {
        Observations observations = CadastreFactory.eINSTANCE.createObservations();
        observations.setDevice(device);
        Load load = HostFactory.eINSTANCE.createLoad();
        load.setUptime(uptime);
        observations.getSections().add(load);
        return observations;
    }

    static Snapshot head(int minute) {
        Snapshot head = CadastreFactory.eINSTANCE.createSnapshot();
        head.setPurpose(Purpose.BEFORE);
        head.setOperator("Erika Muster");
        head.setTicket("CHG-1");
        head.setTool("Cadastre 0.1.0");
        head.setStarted(START.plusSeconds(60L * minute));
        head.setFinished(START.plusSeconds(60L * minute + 30));
        return head;
    }

    /** Commits a snapshot of some hosts whose first package has the version. */
    static SnapshotInfo take(Estate estate, String label, int hosts, String version) throws EstateException {
        try (SnapshotWriter writer = estate.newSnapshot(label)) {
            for (int number = 0; number < hosts; number++) {
                Device host = host(number, 20, version);
                writer.add(entry(host, 21), host, load(host.getId(), 1), "uname -a\n");
            }
            return writer.commit(head(0));
        }
    }
}
