package org.cadastre.collect.unix.internal;

import java.util.List;

import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.Observation;
import org.cadastre.model.Observations;
import org.cadastre.model.Section;
import org.cadastre.model.host.OperatingSystem;

/** Runs all section readers over the answers of one probe. A new section is a new reader in the list here. */
public final class HostSections {

    /** Raised whenever the same host would give another section. */
    private static final String VERSION = "2";

    private static final List<SectionReader<?>> READERS = List.of(new IdentityReader(), new OperatingSystemReader(),
            new SystemSettingsReader(), new HardwareReader(), new HardwareComponentsReader(), new StorageReader(),
            new FileSystemsReader(), new SharesReader(), new QuotasReader(), new InterfacesReader(), new RoutesReader(),
            new NameResolutionReader(),
            new RoutingRulesReader(), new HostNamesReader(), new PacketFilterReader(), new ListeningSocketsReader(), new SoftwareReader(), new RepositoriesReader(),
            new LanguagePackagesReader(), new JavaInstallationsReader(), new ServicesReader(), new UnitDefinitionsReader(),
            new InternetServicesReader(), new ScheduledJobsReader(),
            new ContainersReader(), new VirtualMachinesReader(), new AccountsReader(), new SudoRulesReader(),
            new AuthorizedKeysReader(), new SshServerReader(), new AuthenticationReader(), new CertificatesReader(),
            new ConfigurationFilesReader(), new ConfigurationTextsReader(), new PrivilegedFilesReader(), new LoadReader(), new SystemStateReader(),
            new FileSystemUsagesReader(), new StorageHealthReader(), new SensorsReader(), new ProcessesReader(),
            new ConnectionsReader(), new NeighbourTableReader(), new QueuedJobsReader(),
            new LoginsReader(), new AvailableUpdatesReader(), new ContainerStatesReader(),
            new LogSignsReader());

    private final Device device = CadastreFactory.eINSTANCE.createDevice();
    private final Observations observations = CadastreFactory.eINSTANCE.createObservations();

    /** @param protocol provenance of the sections */
    public HostSections(ProbeResult probe, String protocol) {
        device.setKind(DeviceKind.UNKNOWN);
        for (SectionReader<?> reader : READERS) {
            if (!reader.wanted(probe)) {
                continue;
            }
            Section section = read(reader, probe);
            section.setCollector("unix");
            section.setCollectorVersion(VERSION);
            section.setProtocol(protocol);
            if (section instanceof Observation observation) {
                observations.getSections().add(observation);
            } else {
                device.getSections().add(section);
            }
            if (section instanceof OperatingSystem system) {
                device.setName(system.getHostName());
                if (system.getVirtualization() != null) {
                    device.setKind(Virtualization.kind(system.getVirtualization()));
                } else if (system.getKernel() != null) {
                    device.setKind(DeviceKind.HOST);
                }
            }
        }
    }

    /** All readers, for tests that try each of them. */
    public static List<SectionReader<?>> readers() {
        return READERS;
    }

    public Device device() {
        return device;
    }

    public Observations observations() {
        return observations;
    }

    private static <S extends Section> S read(SectionReader<S> reader, ProbeResult probe) {
        Sources sources = new Sources(probe);
        S section = reader.create();
        try {
            reader.read(section, sources);
            sources.conclude(section);
            return section;
        } catch (RuntimeException | StackOverflowError fault) {
            // A reader must not throw. If one does, its section is lost, and the others are not.
            S lost = reader.create();
            lost.setCoverage(Coverage.FAILED);
            lost.setReason("the answers could not be understood");
            lost.setPrivilege(probe.privilege());
            return lost;
        }
    }
}
