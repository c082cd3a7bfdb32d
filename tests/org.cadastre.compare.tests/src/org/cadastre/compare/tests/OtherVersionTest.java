package org.cadastre.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Unknown;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.CadastrePackage;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.Section;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.HostPackage;
import org.cadastre.model.host.Software;
import org.cadastre.testing.EstateOnDisk;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Snapshots of versions of the program that know sections and attributes which this one does not. The other version is
 * played by its metamodel, which is all that a snapshot has of it.
 */
class OtherVersionTest {

    @TempDir
    Path directory;
    private EstateOnDisk estate;

    @BeforeEach
    void create() throws Exception {
        estate = new EstateOnDisk(directory.resolve("estate"));
    }

    @AfterEach
    void close() {
        estate.close();
    }

    @Test
    void aSectionThatThisVersionDoesNotKnowIsReadAndCompared() throws Exception {
        Batteries future = new Batteries();
        estate.snapshot().read("h", device(future.section(Coverage.COMPLETE, "A=80", "B=90"))).save("a");
        estate.snapshot().read("h", device(new Batteries().section(Coverage.COMPLETE, "A=80", "B=70", "C=100"))).save("b");

        DeviceComparison comparison = only(estate.compare("a", "b"));

        assertEquals(List.of("changed batteries[B] health 90 -> 70", "added batteries[C]  null -> health=100, state=good"),
                told(comparison));
        assertEquals(1, comparison.getElements().getUnchanged());
        Section read = estate.reader("a").device("0123456789abcdef").getSections().getFirst();
        assertEquals("Batteries", read.eClass().getName());
        assertEquals(Coverage.COMPLETE, read.getCoverage());
    }

    @Test
    void itsCoverageCountsAsThatOfAnyOther() throws Exception {
        estate.snapshot().read("h", device(new Batteries().section(Coverage.COMPLETE, "A=80"))).save("a");
        estate.snapshot().read("h", device(new Batteries().section(Coverage.DENIED))).save("b");

        DeviceComparison comparison = only(estate.compare("a", "b"));

        assertEquals(List.of(), told(comparison));
        assertEquals(1, comparison.getUnknowns().getFirst().getElements());
    }

    @Test
    void whereOnlyOneVersionKnewTheSectionNothingIsAddedOrRemoved() throws Exception {
        estate.snapshot().read("h", device(software("1"))).save("old");
        estate.snapshot().read("h", device(software("2"), new Batteries().section(Coverage.COMPLETE, "A=80"))).save("new");

        DeviceComparison upgraded = only(estate.compare("old", "new"));
        DeviceComparison downgraded = only(estate.compare("new", "old"));

        assertEquals(List.of("changed packages[tool] version 1 -> 2"), told(upgraded));
        assertEquals(List.of("changed packages[tool] version 2 -> 1"), told(downgraded));
        for (DeviceComparison comparison : List.of(upgraded, downgraded)) {
            Unknown unknown = comparison.getUnknowns().getFirst();
            assertEquals("Batteries", unknown.getSection());
            assertEquals(1, unknown.getElements());
        }
    }

    @Test
    void anAttributeThatOnlyOneVersionKnewIsNeverAChange() throws Exception {
        estate.snapshot().read("h", device(software("1"))).save("old");
        estate.snapshot().read("h", device(newerSoftware("2", "main"))).save("new");
        estate.snapshot().read("h", device(newerSoftware("2", "security"))).save("newer");

        DeviceComparison upgraded = only(estate.compare("old", "new"));
        DeviceComparison downgraded = only(estate.compare("new", "old"));

        assertEquals(List.of("changed packages[tool] version 1 -> 2"), told(upgraded));
        assertEquals("Before, the program did not know Package.archive.", upgraded.getUnknowns().getFirst().getReason());
        assertEquals(List.of("changed packages[tool] version 2 -> 1"), told(downgraded));
        assertEquals("After, the program did not know Package.archive.", downgraded.getUnknowns().getFirst().getReason());
        assertEquals(List.of("changed packages[tool] archive main -> security"), told(only(estate.compare("new", "newer"))));
    }

    private static DeviceComparison only(SnapshotComparison comparison) {
        assertEquals(1, comparison.getDevices().size());
        assertEquals(List.of(), comparison.getDevices().getFirst().getUnknowns().stream()
                .filter(unknown -> unknown.getSection().isEmpty()).map(Unknown::getReason).toList());
        return comparison.getDevices().getFirst();
    }

    private static List<String> told(DeviceComparison device) {
        assertTrue(device.getChanges().stream().noneMatch(change -> change.getKind() == Verdict.MOVED));
        return device.getChanges().stream().map(change -> change.getKind().getLiteral() + " " + change.getElement() + " "
                + change.getAttribute() + " " + change.getBefore() + " -> " + change.getAfter()).toList();
    }

    private static Device device(Section... sections) {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId("0123456789abcdef");
        device.setName("host");
        device.getSections().addAll(List.of(sections));
        return device;
    }

    private static Software software(String version) {
        Software software = HostFactory.eINSTANCE.createSoftware();
        org.cadastre.model.host.Package tool = HostFactory.eINSTANCE.createPackage();
        tool.setName("tool");
        tool.setVersion(version);
        software.getPackages().add(tool);
        return software;
    }

    /** The same section in a version whose packages know the archive they come from. */
    private static Section newerSoftware(String version, String archive) {
        EPackage host = EcoreUtil.copy(HostPackage.eINSTANCE);
        EClass type = (EClass) host.getEClassifier("Package");
        EAttribute attribute = EcoreFactory.eINSTANCE.createEAttribute();
        attribute.setName("archive");
        attribute.setEType(EcorePackage.Literals.ESTRING);
        type.getEStructuralFeatures().add(attribute);
        Section software = section((EClass) host.getEClassifier("Software"));
        EObject tool = EcoreUtil.create(type);
        tool.eSet(type.getEStructuralFeature("name"), "tool");
        tool.eSet(type.getEStructuralFeature("version"), version);
        tool.eSet(attribute, archive);
        children(software, "packages").add(tool);
        return software;
    }

    /** A section of a class that is known from its metamodel only. */
    private static Section section(EClass type) {
        // The program reads such classes in this way; here it only serves to write what the other version would write.
        return (Section) org.cadastre.model.metamodel.RecordedMetamodel.create(type);
    }

    @SuppressWarnings("unchecked")
    private static EList<EObject> children(EObject element, String reference) {
        return (EList<EObject>) element.eGet(element.eClass().getEStructuralFeature(reference));
    }

    /** A section of the future, with a type of values of its own. */
    private static final class Batteries {

        private final EPackage future = EcoreFactory.eINSTANCE.createEPackage();
        private final EClass section = type("Batteries");
        private final EClass battery = type("Battery");
        private final EAttribute name = attribute("name", EcorePackage.Literals.ESTRING);
        private final EAttribute health = attribute("health", EcorePackage.Literals.EINTEGER_OBJECT);
        private final EEnum states = EcoreFactory.eINSTANCE.createEEnum();
        private final EAttribute state = attribute("state", states);

        Batteries() {
            future.setName("future");
            future.setNsPrefix("future");
            future.setNsURI("urn:cadastre:future");
            states.setName("BatteryState");
            EEnumLiteral good = EcoreFactory.eINSTANCE.createEEnumLiteral();
            good.setName("good");
            states.getELiterals().add(good);
            future.getEClassifiers().add(states);
            section.getESuperTypes().add(CadastrePackage.Literals.SECTION);
            EReference batteries = EcoreFactory.eINSTANCE.createEReference();
            batteries.setName("batteries");
            batteries.setContainment(true);
            batteries.setUpperBound(-1);
            batteries.setEType(battery);
            batteries.getEKeys().add(name);
            section.getEStructuralFeatures().add(batteries);
        }

        private EClass type(String called) {
            EClass type = EcoreFactory.eINSTANCE.createEClass();
            type.setName(called);
            future.getEClassifiers().add(type);
            return type;
        }

        private EAttribute attribute(String called, org.eclipse.emf.ecore.EDataType type) {
            EAttribute attribute = EcoreFactory.eINSTANCE.createEAttribute();
            attribute.setName(called);
            attribute.setEType(type);
            battery.getEStructuralFeatures().add(attribute);
            return attribute;
        }

        /** @param batteries "name=health" */
        Section section(Coverage coverage, String... batteries) {
            Section made = OtherVersionTest.section(section);
            made.setCoverage(coverage);
            for (String each : batteries) {
                EObject battery1 = EcoreUtil.create(battery);
                battery1.eSet(name, each.split("=")[0]);
                battery1.eSet(health, Integer.valueOf(each.split("=")[1]));
                battery1.eSet(state, states.getELiterals().getFirst().getInstance());
                children(made, "batteries").add(battery1);
            }
            return made;
        }
    }
}
