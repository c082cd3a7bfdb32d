package org.cadastre.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.CadastrePackage;
import org.cadastre.model.Device;
import org.cadastre.model.Section;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.model.metamodel.RecordedMetamodel;
import org.cadastre.testing.EstateOnDisk;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What travels is a matter of the metamodel alone: sections that no code of the comparison knows, with virtual machines, the
 * stations behind the ports of a switch, and the neighbours at the other end of its cables.
 */
class MovesOfAnySectionTest {

    @TempDir
    Path directory;

    private final EPackage network = EcoreFactory.eINSTANCE.createEPackage();
    private final EClass guests = section("Guests");
    private final EClass guest = element(guests, "guests", "name", "uuid", "state");
    private final EClass ports = section("Ports");
    private final EClass port = element(ports, "ports", "name", null, "description");
    private final EClass station = element(port, "stations", "mac", "mac", "vlan");
    private final EClass neighbour = element(port, "neighbours", "chassis", "chassis", "remotePort");

    MovesOfAnySectionTest() {
        network.setName("network");
        network.setNsPrefix("network");
        network.setNsURI("urn:cadastre:test:network");
    }

    @Test
    void aVirtualMachineGoesFromOneHypervisorToAnother() throws Exception {
        EObject machine = make(guest, "name", "mail", "uuid", "4711", "state", "running");
        List<String> told = told(List.of(device(1, of(guests, "guests", machine)), device(2, of(guests, "guests"))),
                List.of(device(1, of(guests, "guests")), device(2, of(guests, "guests", machine))));

        assertEquals(List.of("host1 moved guests[mail] from null, other host2", "host2 moved guests[mail] from guests[mail], other host1"),
                told);
    }

    @Test
    void aStationIsPluggedIntoAnotherPort() throws Exception {
        EObject station1 = make(station, "mac", "3c:ec:ef:00:00:01", "vlan", "10");
        List<String> told = told(
                List.of(device(1, of(ports, "ports", port("3", "stations", station1), port("7", "stations")))),
                List.of(device(1, of(ports, "ports", port("3", "stations"), port("7", "stations", station1)))));

        assertEquals(List.of("host1 moved ports[7]/stations[3c:ec:ef:00:00:01] from ports[3]/stations[3c:ec:ef:00:00:01], other null"), told);
    }

    @Test
    void aStationGoesToAnotherSwitch() throws Exception {
        EObject station1 = make(station, "mac", "3c:ec:ef:00:00:01", "vlan", "10");
        List<String> told = told(
                List.of(device(1, of(ports, "ports", port("3", "stations", station1))), device(2, of(ports, "ports", port("5", "stations")))),
                List.of(device(1, of(ports, "ports", port("3", "stations"))), device(2, of(ports, "ports", port("5", "stations", station1)))));

        assertEquals(List.of("host1 moved ports[3]/stations[3c:ec:ef:00:00:01] from null, other host2",
                "host2 moved ports[5]/stations[3c:ec:ef:00:00:01] from ports[3]/stations[3c:ec:ef:00:00:01], other host1"), told);
    }

    @Test
    void theCableOfAnUplinkIsMoved() throws Exception {
        EObject uplink = make(neighbour, "chassis", "core1", "remotePort", "1/1");
        List<String> told = told(
                List.of(device(1, of(ports, "ports", port("24", "neighbours", uplink), port("23", "neighbours")))),
                List.of(device(1, of(ports, "ports", port("24", "neighbours"), port("23", "neighbours", uplink)))));

        assertEquals(List.of("host1 moved ports[23]/neighbours[core1] from ports[24]/neighbours[core1], other null"), told);
    }

    private List<String> told(List<Device> before, List<Device> after) throws Exception {
        try (EstateOnDisk estate = new EstateOnDisk(directory.resolve("estate"))) {
            save(estate, "before", before);
            save(estate, "after", after);
            SnapshotComparison comparison = estate.compare("before", "after");
            return comparison.getDevices().stream()
                    .flatMap(device -> device.getChanges().stream().map(change -> device.getName() + " " + change.getKind().getLiteral() + " "
                            + change.getElement() + " from " + change.getElementBefore() + ", other "
                            + name(comparison, change.getOtherDevice())))
                    .toList();
        }
    }

    private static String name(SnapshotComparison comparison, String id) {
        return comparison.getDevices().stream().filter(device -> device.getDevice().equals(id)).map(device -> device.getName())
                .findFirst().orElse(null);
    }

    private static void save(EstateOnDisk estate, String label, List<Device> devices) throws Exception {
        EstateOnDisk.Draft draft = estate.snapshot();
        devices.forEach(device -> draft.read(device.getName(), device));
        draft.save(label);
    }

    private static Device device(int number, Section section) {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId("%016x".formatted(number));
        device.setName("host" + number);
        device.getSections().add(section);
        return device;
    }

    private static Section of(EClass type, String list, EObject... elements) {
        Section section = (Section) RecordedMetamodel.create(type);
        Stream.of(elements).map(EcoreUtil::copy).forEach(element -> children(section, list).add(element));
        return section;
    }

    private EObject port(String name, String list, EObject... elements) {
        EObject made = make(port, "name", name);
        Stream.of(elements).map(EcoreUtil::copy).forEach(element -> children(made, list).add(element));
        return made;
    }

    private static EObject make(EClass type, String... values) {
        EObject made = EcoreUtil.create(type);
        for (int i = 0; i < values.length; i += 2) {
            made.eSet(type.getEStructuralFeature(values[i]), values[i + 1]);
        }
        return made;
    }

    @SuppressWarnings("unchecked")
    private static EList<EObject> children(EObject element, String list) {
        return (EList<EObject>) element.eGet(element.eClass().getEStructuralFeature(list));
    }

    private EClass section(String name) {
        EClass type = EcoreFactory.eINSTANCE.createEClass();
        type.setName(name);
        type.getESuperTypes().add(CadastrePackage.Literals.SECTION);
        network.getEClassifiers().add(type);
        return type;
    }

    /** A class of elements in a list, with the attribute that is its key, the one it is known again by, and another one. */
    private EClass element(EClass container, String list, String key, String mark, String other) {
        EClass type = EcoreFactory.eINSTANCE.createEClass();
        type.setName("Of" + list);
        network.getEClassifiers().add(type);
        Stream.of(key, mark, other).filter(name -> name != null).distinct().forEach(name -> {
            EAttribute attribute = EcoreFactory.eINSTANCE.createEAttribute();
            attribute.setName(name);
            attribute.setEType(EcorePackage.Literals.ESTRING);
            type.getEStructuralFeatures().add(attribute);
        });
        EReference containment = EcoreFactory.eINSTANCE.createEReference();
        containment.setName(list);
        containment.setContainment(true);
        containment.setUpperBound(-1);
        containment.setEType(type);
        containment.getEKeys().add((EAttribute) type.getEStructuralFeature(key));
        container.getEStructuralFeatures().add(containment);
        if (mark != null) {
            EcoreUtil.setAnnotation(type, Metamodel.ANNOTATION, "movesWith", mark);
        }
        return type;
    }
}
