package org.cadastre.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

import org.cadastre.model.CadastreFactory;
import org.cadastre.model.CadastrePackage;
import org.cadastre.model.Device;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.Section;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the comparison tells of cables. The switches say what they hear in a metamodel that only the snapshots know. */
class CompareLinksTest {

    private static final List<String> ATTRIBUTES = List.of("interface", "chassis", "system", "port");

    @TempDir
    private Path directory;
    private Path estate;
    private EClass section;
    private EClass neighbour;
    private EReference neighbours;

    @BeforeEach
    void fillEstate() throws Exception {
        makeMetamodel();
        estate = directory.resolve("estate");
        try (EstateOnDisk disk = new EstateOnDisk(estate)) {
            disk.snapshot().read("core", device(1, "core", "1 sw2 24", "2 sw3 24", "3 sw4 24")).read("sw2", device(2, "sw2", "24 core 1"))
                    .read("sw3", device(3, "sw3", "24 core 2")).read("sw4", device(4, "sw4", "24 core 3")).save("before");
            disk.snapshot().read("core", device(1, "core", "1 sw2 23", "2 sw3 24")).read("sw2", device(2, "sw2", "23 core 1"))
                    .read("sw3", device(3, "sw3", "24 core 2")).read("sw4", device(4, "sw4")).save("after");
        }
    }

    private void makeMetamodel() {
        EPackage network = EcoreFactory.eINSTANCE.createEPackage();
        network.setName("cables");
        network.setNsPrefix("cables");
        network.setNsURI("urn:test:cables");
        neighbour = EcoreFactory.eINSTANCE.createEClass();
        neighbour.setName("Neighbour");
        for (String name : ATTRIBUTES) {
            EAttribute attribute = EcoreFactory.eINSTANCE.createEAttribute();
            attribute.setName(name);
            attribute.setEType(EcorePackage.Literals.ESTRING);
            neighbour.getEStructuralFeatures().add(attribute);
        }
        section = EcoreFactory.eINSTANCE.createEClass();
        section.setName("Neighbours");
        section.getESuperTypes().add(CadastrePackage.Literals.SECTION);
        neighbours = EcoreFactory.eINSTANCE.createEReference();
        neighbours.setName("neighbours");
        neighbours.setContainment(true);
        neighbours.setUpperBound(-1);
        neighbours.setEType(neighbour);
        neighbours.getEKeys().add((EAttribute) neighbour.getEStructuralFeature("interface"));
        section.getEStructuralFeatures().add(neighbours);
        network.getEClassifiers().addAll(List.of(neighbour, section));
    }

    /** @param heard port, name of the neighbour, its port */
    @SuppressWarnings("unchecked")
    private Device device(int number, String name, String... heard) {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId(String.format("%016x", number));
        device.setName(name);
        device.setKind(DeviceKind.NETWORK_SWITCH);
        EObject made = RecordedMetamodel.create(section);
        for (String line : heard) {
            String[] words = line.split(" ");
            EObject one = RecordedMetamodel.create(neighbour);
            List<String> values = List.of(words[0], "chassis of " + words[1], words[1], words[2]);
            for (int i = 0; i < ATTRIBUTES.size(); i++) {
                one.eSet(neighbour.getEStructuralFeature(ATTRIBUTES.get(i)), values.get(i));
            }
            ((EList<EObject>) made.eGet(neighbours)).add(one);
        }
        device.getSections().add((Section) made);
        return device;
    }

    private Run compare(Object... more) {
        Object[] all = new Object[more.length + 5];
        System.arraycopy(new Object[] { "compare", "--estate", estate, "before", "after" }, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return new Run.Place(directory).run(all);
    }

    @Test
    void aMovedUplinkAndAPulledCableAreToldInWords() {
        compare().ends(ExitCode.DIFFERENT).says("Links between devices", "moved    the uplink of sw2 moved from port 24 to port 23",
                "removed  no link connects any longer core port 3 and sw4 port 24");
    }

    @Test
    void theJsonSaysWhereTheyWereAndWhereTheyAre() throws Exception {
        JsonNode json = new ObjectMapper().readTree(compare("--format", "json").out());
        assertEquals(2, json.get("links").size());
        assertEquals(0, json.get("linksUnknown").asInt());
        JsonNode moved = json.get("links").get(1);
        assertEquals("moved", moved.get("kind").asText());
        assertEquals("certain", moved.get("certainty").asText());
        assertEquals("24", moved.at("/before/toPort").asText());
        assertEquals("23", moved.at("/after/toPort").asText());
        assertTrue(json.get("links").get(0).get("after").isNull());
    }

    @Test
    void theWorkbookHasASheetOfThem() throws Exception {
        Path file = directory.resolve("changes.xlsx");
        compare("--excel", file).ends(ExitCode.DIFFERENT);
        try (ZipFile book = new ZipFile(file.toFile()); InputStream in = book.getInputStream(book.getEntry("xl/workbook.xml"))) {
            assertTrue(new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("name=\"Links\""));
        }
    }

    @Test
    void whereNoCableChangedNothingIsSaidOfThem() {
        String out = new Run.Place(directory).run("compare", "--estate", estate, "before", "before").ends(ExitCode.OK).out();
        assertFalse(out.contains("Links between devices"), out);
    }
}
