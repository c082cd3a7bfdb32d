package org.cadastre.analysis.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.cadastre.analysis.facts.DeviceFacts;
import org.cadastre.model.CadastrePackage;
import org.cadastre.model.Coverage;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.Section;
import org.cadastre.model.host.Address;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Interface;
import org.cadastre.model.host.Interfaces;
import org.cadastre.model.metamodel.RecordedMetamodel;
import org.cadastre.repository.DeviceEntry;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.EcorePackage;

/**
 * A device that a test knows every fact of. Interfaces are the model's own; all other sections come from a metamodel that is made
 * up here, by the names that collectors give: nothing but names may count.
 */
final class SampleDevice {

    private final String id;
    private final String name;
    private final DeviceKind kind;
    private final List<Section> sections = new ArrayList<>();
    private final Interfaces interfaces = HostFactory.eINSTANCE.createInterfaces();

    SampleDevice(String name, DeviceKind kind) {
        this.id = "id-" + name;
        this.name = name;
        this.kind = kind;
        sections.add(interfaces);
    }

    static SampleDevice host(String name) {
        return new SampleDevice(name, DeviceKind.HOST);
    }

    static SampleDevice networkSwitch(String name) {
        return new SampleDevice(name, DeviceKind.NETWORK_SWITCH);
    }

    /** @param address in CIDR notation; empty for none */
    SampleDevice port(String port, String mac, String address) {
        Interface one = HostFactory.eINSTANCE.createInterface();
        one.setName(port);
        one.setType("ethernet");
        one.setMac(mac);
        if (!address.isEmpty()) {
            Address added = HostFactory.eINSTANCE.createAddress();
            added.setAddress(address.split("/")[0]);
            added.setPrefixLength(Integer.valueOf(address.split("/")[1]));
            one.getAddresses().add(added);
        }
        interfaces.getInterfaces().add(one);
        return this;
    }

    SampleDevice duplex(String port, String duplex) {
        interfaces.getInterfaces().stream().filter(one -> one.getName().equals(port)).forEach(one -> one.setDuplex(duplex));
        return this;
    }

    SampleDevice neighbours(Map<?, ?>... rows) {
        return section(CadastrePackage.Literals.SECTION, "Neighbours", "neighbours", rows);
    }

    /** What LLDP tells. */
    static Map<String, Object> heard(String port, String system, String farPort) {
        return Map.of("interface", port, "protocol", "lldp", "chassis", "chassis of " + system, "system", system, "port", farPort);
    }

    SampleDevice listens(Map<?, ?>... rows) {
        return section(CadastrePackage.Literals.SECTION, "ListeningSockets", "sockets", rows);
    }

    static Map<String, Object> socket(int port, String program) {
        return Map.of("protocol", "tcp", "address", "0.0.0.0", "port", port, "program", program);
    }

    SampleDevice connections(Map<?, ?>... rows) {
        return section(CadastrePackage.Literals.OBSERVATION, "Connections", "connections", rows);
    }

    static Map<String, Object> out(String peer, int port) {
        return Map.of("protocol", "tcp", "direction", "out", "peerAddress", peer, "peerPort", port, "program", "client", "count", 2);
    }

    static Map<String, Object> in(int port, String peer) {
        return Map.of("protocol", "tcp", "direction", "in", "localPort", port, "peerAddress", peer, "program", "server", "count", 1);
    }

    SampleDevice forwards(Map<?, ?>... rows) {
        return section(CadastrePackage.Literals.OBSERVATION, "ForwardingTable", "entries", rows);
    }

    static Map<String, Object> behind(String port, String mac, int vlan) {
        return Map.of("interface", port, "mac", mac, "vlan", vlan, "origin", "learned");
    }

    SampleDevice state(String section, String list, Map<?, ?>... rows) {
        return section(CadastrePackage.Literals.SECTION, section, list, rows);
    }

    /** What the spanning tree looks like from here. */
    SampleDevice tree(String bridge, String root) {
        EPackage made = EcoreFactory.eINSTANCE.createEPackage();
        made.setName("made");
        made.setNsPrefix("made");
        made.setNsURI("urn:test:tree");
        EClass tree = EcoreFactory.eINSTANCE.createEClass();
        tree.setName("SpanningTree");
        tree.getESuperTypes().add(CadastrePackage.Literals.SECTION);
        attribute(tree, "bridgeAddress", bridge);
        attribute(tree, "root", root);
        made.getEClassifiers().add(tree);
        EObject created = RecordedMetamodel.create(tree);
        created.eSet(tree.getEStructuralFeature("bridgeAddress"), bridge);
        created.eSet(tree.getEStructuralFeature("root"), root);
        sections.add((Section) created);
        return this;
    }

    /** Whatever was added last could not be read in full. */
    SampleDevice butOnlyInPart() {
        sections.getLast().setCoverage(Coverage.PARTIAL);
        return this;
    }

    DeviceFacts facts() {
        return new DeviceFacts(new DeviceEntry(id, name, kind, "", "", "", List.of(), 1), sections);
    }

    String id() {
        return id;
    }

    private SampleDevice section(EClass base, String name, String list, Map<?, ?>... rows) {
        EPackage made = EcoreFactory.eINSTANCE.createEPackage();
        made.setName("made");
        made.setNsPrefix("made");
        made.setNsURI("urn:test:" + name);
        EClass element = EcoreFactory.eINSTANCE.createEClass();
        element.setName("Element");
        Arrays.stream(rows).forEach(row -> row.forEach((key, value) -> attribute(element, (String) key, value)));
        EClass section = EcoreFactory.eINSTANCE.createEClass();
        section.setName(name);
        section.getESuperTypes().add(base);
        EReference containment = EcoreFactory.eINSTANCE.createEReference();
        containment.setName(list);
        containment.setContainment(true);
        containment.setUpperBound(-1);
        containment.setEType(element);
        section.getEStructuralFeatures().add(containment);
        made.getEClassifiers().addAll(List.of(element, section));
        EObject created = RecordedMetamodel.create(section);
        for (Map<?, ?> row : rows) {
            EObject one = RecordedMetamodel.create(element);
            row.forEach((key, value) -> one.eSet(element.getEStructuralFeature((String) key), value));
            elements(created, containment).add(one);
        }
        sections.add((Section) created);
        return this;
    }

    private static void attribute(EClass element, String name, Object value) {
        if (element.getEStructuralFeature(name) == null) {
            EAttribute attribute = EcoreFactory.eINSTANCE.createEAttribute();
            attribute.setName(name);
            attribute.setUpperBound(value instanceof List ? -1 : 1);
            attribute.setEType(value instanceof Integer ? EcorePackage.Literals.EINTEGER_OBJECT
                    : value instanceof Boolean ? EcorePackage.Literals.EBOOLEAN_OBJECT : EcorePackage.Literals.ESTRING);
            element.getEStructuralFeatures().add(attribute);
        }
    }

    @SuppressWarnings("unchecked")
    private static EList<EObject> elements(EObject section, EReference containment) {
        return (EList<EObject>) section.eGet(containment);
    }
}
