package org.cadastre.model.metamodel.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.cadastre.model.CadastreFactory;
import org.cadastre.model.CadastrePackage;
import org.cadastre.model.Device;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.HostPackage;
import org.cadastre.model.host.Interface;
import org.cadastre.model.host.Interfaces;
import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.Test;

class MetamodelTest {

    private static List<EClass> classes() {
        List<EClass> classes = new ArrayList<>();
        for (EPackage model : List.of(CadastrePackage.eINSTANCE, HostPackage.eINSTANCE)) {
            for (EClassifier classifier : model.getEClassifiers()) {
                if (classifier instanceof EClass type) {
                    classes.add(type);
                }
            }
        }
        assertTrue(classes.size() > 30);
        return classes;
    }

    @Test
    void everyListOfElementsDeclaresItsKeys() {
        for (EClass type : classes()) {
            for (EReference containment : type.getEAllContainments()) {
                boolean ofSections = Metamodel.isSection(containment.getEReferenceType());
                if (containment.isMany() && !ofSections) {
                    assertFalse(Metamodel.keys(containment).isEmpty(), type.getName() + "." + containment.getName());
                }
            }
        }
    }

    @Test
    void everyClassIsDocumented() {
        for (EClass type : classes()) {
            boolean selfEvident = type.eContainer() == HostPackage.eINSTANCE && !Metamodel.isSection(type)
                    || type == CadastrePackage.Literals.IDENTIFIER;
            assertTrue(selfEvident || !Metamodel.documentation(type).isEmpty(), type.getName());
        }
    }

    @Test
    void noReferenceLeavesTheDevice() {
        for (EClass type : classes()) {
            for (EReference reference : type.getEReferences()) {
                assertTrue(reference.isContainment(), type.getName() + "." + reference.getName());
            }
        }
    }

    /** Otherwise "not seen" would be saved as a claim. */
    @Test
    void noFactHasADefaultThatTheDeviceDidNotSay() {
        for (EClass type : classes()) {
            if (type.getEPackage() == HostPackage.eINSTANCE) {
                for (EAttribute attribute : type.getEAttributes()) {
                    assertTrue(attribute.isMany() || attribute.getDefaultValue() == null,
                            type.getName() + "." + attribute.getName());
                }
            }
        }
    }

    @Test
    void thePathNamesTheKeysFromTheSectionDown() {
        Interfaces section = HostFactory.eINSTANCE.createInterfaces();
        Interface eth0 = HostFactory.eINSTANCE.createInterface();
        eth0.setName("eth0");
        section.getInterfaces().add(eth0);
        var address = HostFactory.eINSTANCE.createAddress();
        address.setAddress("192.0.2.7");
        eth0.getAddresses().add(address);
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.getSections().add(section);

        assertEquals("interfaces[eth0]/addresses[192.0.2.7]", Metamodel.path(address));
        assertEquals("", Metamodel.path(section));
        assertEquals(2, Metamodel.countElements(device));
    }

    @Test
    void aPathLeavesOutEmptyKeysAtTheEndAndEscapesBrackets() {
        var software = HostFactory.eINSTANCE.createSoftware();
        var nginx = HostFactory.eINSTANCE.createPackage();
        nginx.setName("nginx");
        nginx.setArchitecture("amd64");
        nginx.setManager("dpkg");
        software.getPackages().add(nginx);
        assertEquals("packages[nginx,amd64,dpkg]", Metamodel.path(nginx));
        nginx.setName("a,b]c\\");
        assertEquals("packages[a\\,b\\]c\\\\,amd64,dpkg]", Metamodel.path(nginx));
    }

    @Test
    void namesAreShownAsPeopleWriteThem() {
        assertEquals("Listening sockets", Metamodel.label(HostPackage.Literals.LISTENING_SOCKETS));
        assertEquals("MAC", Metamodel.label(HostPackage.Literals.INTERFACE__MAC));
        assertEquals("BIOS vendor", Metamodel.label(HostPackage.Literals.HARDWARE__BIOS_VENDOR));
        assertEquals("Load1", Metamodel.label(HostPackage.Literals.LOAD__LOAD1));
    }

    @Test
    void provenanceIsNoContent() {
        List<? extends EStructuralFeature> content = Metamodel.contentAttributes(HostPackage.Literals.HARDWARE);
        assertTrue(content.contains(HostPackage.Literals.HARDWARE__MODEL));
        assertFalse(content.contains(CadastrePackage.Literals.SECTION__COVERAGE));
        assertEquals("bytes", Metamodel.unit(HostPackage.Literals.HARDWARE__MEMORY).orElseThrow());
    }
}
