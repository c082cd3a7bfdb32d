package org.cadastre.collect.snmp.internal.section;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.SystemGroup;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.protocol.Access;
import org.cadastre.collect.snmp.internal.vendor.Make;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.Observation;
import org.cadastre.model.Observations;
import org.cadastre.model.Section;
import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.snmp4j.smi.OID;

/** Runs all section readers over what an agent answered. A new section is a new reader in the list here. */
public final class DeviceSections {

    /** Of a device of which nothing is known yet. */
    static final Make UNKNOWN = new Make(Optional.empty(), DeviceKind.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), List.of(), List.of());

    /** Raised whenever the same device would give another section. */
    private static final String VERSION = "1";

    private final Device device = CadastreFactory.eINSTANCE.createDevice();
    private final Observations observations = CadastreFactory.eINSTANCE.createObservations();

    private static List<SectionReader<?>> readers(Make make) {
        return List.of(new IdentityReader(make), new AgentReader(), new OperatingSystemReader(make), new HardwareReader(make), new ComponentsReader(make),
                new InterfacesReader(), new RoutesReader(), new VlansReader(), new NeighboursReader(), new LinkAggregationsReader(),
                new SpanningTreeReader(), new PowerOverEthernetReader(), new WirelessReader(), new RoutingProtocolsReader(),
                new SharedAddressesReader(), new TimeSourcesReader(), new PrinterReader(), new PowerBackupReader(), new FileSystemsReader(),
                new SoftwareReader(), new ListeningSocketsReader(), new InterfaceStatesReader(), new ForwardingTableReader(),
                new AddressTableReader(), new LearnedRoutesReader(), new RoutingPeersReader(), new SharedAddressStatesReader(),
                new SpanningTreeStatesReader(), new PowerOverEthernetUsageReader(), new WirelessStationsReader(), new PrinterLevelsReader(),
                new PowerBackupReadingsReader(), new SensorsReader(make), new FileSystemUsagesReader(), new ProcessesReader(),
                new ProcessorLoadsReader());
    }

    /** The values that have to be asked for. */
    public static Set<OID> scalars() {
        Set<OID> scalars = new LinkedHashSet<>();
        readers(UNKNOWN).forEach(reader -> scalars.addAll(reader.scalars()));
        return scalars;
    }

    /** The tables that have to be asked for, the most important first. */
    public static Set<Table> tables() {
        Set<Table> tables = new LinkedHashSet<>();
        readers(UNKNOWN).forEach(reader -> tables.addAll(reader.tables()));
        return tables;
    }

    public DeviceSections(Mib mib, Make make, Access access) {
        device.setKind(kind(make, mib));
        mib.text(SystemGroup.NAME).ifPresent(device::setName);
        for (SectionReader<?> reader : readers(make)) {
            Section section = read(reader, mib);
            if (!reader.isGeneral() && section.getCoverage() == Coverage.COMPLETE && isEmpty(section)) {
                continue;
            }
            section.setCollector("snmp");
            section.setCollectorVersion(VERSION);
            section.setProtocol("snmp");
            section.setPrivilege(access.protocol());
            if (section instanceof Observation observation) {
                observations.getSections().add(observation);
            } else {
                device.getSections().add(section);
            }
        }
    }

    /**
     * What the make says; of a general operating system, which runs on anything, what the agent says of itself in sysServices
     * (RFC 3418): one that passes on frames (2) and serves nothing itself (8, 64) is a switch.
     */
    private static DeviceKind kind(Make make, Mib mib) {
        boolean isOpen = make.kind() == DeviceKind.HOST || make.kind() == DeviceKind.UNKNOWN;
        boolean bridges = mib.integer(SystemGroup.SERVICES).stream().anyMatch(services -> (services & (2 | 8 | 64)) == 2);
        return isOpen && bridges ? DeviceKind.NETWORK_SWITCH : make.kind();
    }

    public Device device() {
        return device;
    }

    public Observations observations() {
        return observations;
    }

    private static Section read(SectionReader<?> reader, Mib mib) {
        Section section;
        try {
            section = filled(reader, mib);
        } catch (RuntimeException | StackOverflowError fault) {
            // A reader must not throw. If one does, its section is lost, and the others are not.
            section = reader.create();
            section.setCoverage(Coverage.FAILED);
            section.setReason("the answers could not be understood");
            return section;
        }
        dropDoubles(section);
        conclude(section, troubles(reader, mib));
        return section;
    }

    /** What the reader itself found wanting stays, beside what went wrong on the way. */
    private static void conclude(Section section, List<Mib.Trouble> troubles) {
        List<String> reasons = Stream.concat(Stream.ofNullable(section.getReason()), troubles.stream().map(Mib.Trouble::reason)).distinct().limit(3).toList();
        if (!reasons.isEmpty()) {
            section.setReason(String.join("; ", reasons));
        }
        troubles.stream().map(Mib.Trouble::coverage).filter(coverage -> coverage.compareTo(section.getCoverage()) > 0).max(Coverage::compareTo)
                .ifPresent(section::setCoverage);
    }

    private static <S extends Section> S filled(SectionReader<S> reader, Mib mib) {
        S section = reader.create();
        reader.read(section, mib);
        return section;
    }

    private static List<Mib.Trouble> troubles(SectionReader<?> reader, Mib mib) {
        return Stream.concat(reader.tables().stream().map(Table::entry), reader.scalars().stream()).map(mib::trouble)
                .flatMap(Optional::stream).toList();
    }

    private static boolean isEmpty(Section section) {
        return Metamodel.contentReferences(section.eClass()).stream().allMatch(list -> ((List<?>) section.eGet(list)).isEmpty())
                && Metamodel.contentAttributes(section.eClass()).stream().noneMatch(section::eIsSet);
    }

    /** Agents tell some things twice; the model has each once. */
    private static void dropDoubles(Section section) {
        for (EReference list : Metamodel.contentReferences(section.eClass())) {
            Set<List<Object>> known = new HashSet<>();
            Iterator<?> elements = ((List<?>) section.eGet(list)).iterator();
            while (elements.hasNext()) {
                if (!known.add(Metamodel.keyOf((EObject) elements.next()))) {
                    elements.remove();
                }
            }
        }
    }
}
