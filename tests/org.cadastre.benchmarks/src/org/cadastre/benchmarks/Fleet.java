package org.cadastre.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntUnaryOperator;

import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Device;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.Identifier;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
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
import org.cadastre.repository.SnapshotWriter;

/** Hosts as a company has them: many, alike, each with its own packages and services. */
final class Fleet {

    private final int hosts;
    private final int elements;
    private final int changes;

    /** Hosts of which one package is another when they change. */
    Fleet(int hosts, int elements) {
        this(hosts, elements, 1);
    }

    /**
     * @param elements of each host, nine in ten of them packages
     * @param changes how many elements, at most, have another version when a host changes
     */
    Fleet(int hosts, int elements, int changes) {
        this.hosts = hosts;
        this.elements = elements;
        this.changes = changes;
    }

    /** @param day of the last change of each host; 0 for none */
    void save(Estate estate, String label, IntUnaryOperator day) throws EstateException {
        Snapshot head = CadastreFactory.eINSTANCE.createSnapshot();
        head.setEstate(estate.id());
        try (SnapshotWriter writer = estate.newSnapshot(label)) {
            for (int host = 0; host < hosts; host++) {
                Device device = host(host, day.applyAsInt(host));
                writer.add(entry(device), device, observations(device), "uname -a\n");
                TargetOutcome outcome = CadastreFactory.eINSTANCE.createTargetOutcome();
                outcome.setTarget(device.getName());
                outcome.setResult(TargetResult.READ);
                outcome.setDevice(device.getId());
                head.getTargets().add(outcome);
            }
            writer.commit(head);
        }
    }

    void save(Path directory, String label, IntUnaryOperator day) throws EstateException {
        try (Estate estate = Estate.openOrCreate(directory)) {
            save(estate, label, day);
        }
    }

    private static DeviceEntry entry(Device device) {
        return new DeviceEntry(device.getId(), device.getName(), DeviceKind.HOST, "Dell", "R650", "Debian 12", List.of(),
                Metamodel.countElements(device));
    }

    /** @param day of its last change; 0 for none */
    Device host(int number, int day) {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId("%016x".formatted(0x9e3779b97f4a7c15L * (number + 1)));
        device.setName("host" + number);
        device.setKind(DeviceKind.HOST);
        Identity identity = CadastreFactory.eINSTANCE.createIdentity();
        Identifier name = CadastreFactory.eINSTANCE.createIdentifier();
        name.setKind(IdentifierKind.NAME);
        name.setValue(device.getName());
        identity.getIdentifiers().add(name);
        device.getSections().add(identity);
        OperatingSystem system = HostFactory.eINSTANCE.createOperatingSystem();
        system.setHostName(device.getName());
        device.getSections().add(system);
        Software software = HostFactory.eINSTANCE.createSoftware();
        Services services = HostFactory.eINSTANCE.createServices();
        for (int i = 0; i < elements; i++) {
            if (i % 10 == 9) {
                Service service = HostFactory.eINSTANCE.createService();
                service.setName("service" + i + ".service");
                service.setDescription("What it is for, in some words " + i);
                services.getServices().add(service);
            } else {
                Package each = HostFactory.eINSTANCE.createPackage();
                each.setName("lib-package-" + i);
                each.setArchitecture("amd64");
                each.setManager("dpkg");
                each.setVersion("1." + (i * 31 + number) % 97 + "-" + (day > 0 && (i + elements - day % elements) % elements < changes ? day : 0));
                software.getPackages().add(each);
            }
        }
        device.getSections().add(software);
        device.getSections().add(services);
        return device;
    }

    private static Observations observations(Device device) {
        Observations observations = CadastreFactory.eINSTANCE.createObservations();
        observations.setDevice(device.getId());
        Load load = HostFactory.eINSTANCE.createLoad();
        observations.getSections().add(load);
        return observations;
    }
}
