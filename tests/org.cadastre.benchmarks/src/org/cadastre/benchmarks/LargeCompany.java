package org.cadastre.benchmarks;

import java.util.List;
import java.util.function.IntPredicate;

import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.Observations;
import org.cadastre.model.Snapshot;
import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Load;
import org.cadastre.model.host.OperatingSystem;
import org.cadastre.model.host.Package;
import org.cadastre.model.host.Service;
import org.cadastre.model.host.Services;
import org.cadastre.model.host.Software;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.SnapshotWriter;

/**
 * The estate of a large company: hosts alike as hosts are, with packages and services, each with a few that are its own.
 * The same at every call.
 */
public final class LargeCompany {

    private static final int SERVICES = 40;

    private final int hosts;
    private final int elements;

    /** @param elements in each host, its sections counted */
    public LargeCompany(int hosts, int elements) {
        this.hosts = hosts;
        this.elements = elements;
    }

    public static String id(int host) {
        // Spread over the folders as real ids are.
        return String.format("%016x", (host + 1) * 0x9E3779B97F4A7C15L);
    }

    /**
     * Takes a snapshot.
     *
     * @param changed which hosts had a package updated since the beginning
     * @param version to which the package was updated
     * @param uptime seconds, for the observations; none are saved if it is 0
     */
    public SnapshotInfo take(Estate estate, String label, IntPredicate changed, int version, long uptime) throws EstateException {
        Snapshot head = CadastreFactory.eINSTANCE.createSnapshot();
        try (SnapshotWriter writer = estate.newSnapshot(label)) {
            for (int number = 0; number < hosts; number++) {
                Device host = host(number, changed.test(number) ? version : 0);
                String address = address(number);
                writer.add(new DeviceEntry(host.getId(), host.getName(), host.getKind(), "Dell Inc.", "PowerEdge R640",
                        "Debian GNU/Linux 12 (bookworm)", List.of(address), Metamodel.countElements(host)), host,
                        observations(host, uptime), "uname -a\ndpkg-query -W\nsystemctl list-units\n");
                TargetOutcome outcome = CadastreFactory.eINSTANCE.createTargetOutcome();
                outcome.setTarget(address);
                outcome.setResult(TargetResult.READ);
                outcome.setDevice(host.getId());
                head.getTargets().add(outcome);
            }
            return writer.commit(head);
        }
    }

    private static String address(int number) {
        return "10." + (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    /** @param version which update of its first package the host has; 0 is none */
    public Device host(int number, int version) {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId(id(number));
        device.setName("host" + number);
        device.setKind(DeviceKind.HOST);
        OperatingSystem system = HostFactory.eINSTANCE.createOperatingSystem();
        system.setHostName("host" + number);
        system.setName("Debian GNU/Linux 12 (bookworm)");
        system.setCoverage(Coverage.COMPLETE);
        device.getSections().add(system);
        device.getSections().add(services(number));
        // Elements are what the sections hold.
        device.getSections().add(software(number, version, Math.max(1, elements - SERVICES)));
        return device;
    }

    private static Services services(int number) {
        Services services = HostFactory.eINSTANCE.createServices();
        services.setCoverage(Coverage.COMPLETE);
        for (int i = 0; i < SERVICES; i++) {
            Service service = HostFactory.eINSTANCE.createService();
            service.setName((i < 3 ? "own" + number + "-" : "service-") + i + ".service");
            service.setDescription("Service number " + i + " of the operating system");
            services.getServices().add(service);
        }
        return services;
    }

    private static Software software(int number, int version, int packages) {
        Software software = HostFactory.eINSTANCE.createSoftware();
        software.setCoverage(Coverage.COMPLETE);
        for (int i = 0; i < packages; i++) {
            Package one = HostFactory.eINSTANCE.createPackage();
            one.setName((i < 5 ? "own" + number + "-" : "package-") + i);
            one.setArchitecture("amd64");
            one.setManager("dpkg");
            one.setVersion("1." + (number + i) % 17 + "." + (i == 0 ? version : i) + "-1+deb12u1");
            software.getPackages().add(one);
        }
        return software;
    }

    private static Observations observations(Device host, long uptime) {
        Observations observations = CadastreFactory.eINSTANCE.createObservations();
        if (uptime > 0) {
            observations.setDevice(host.getId());
            Load load = HostFactory.eINSTANCE.createLoad();
            load.setCoverage(Coverage.COMPLETE);
            load.setUptime(uptime + host.getName().hashCode() % 1000);
            observations.getSections().add(load);
        }
        return observations;
    }
}
