package org.cadastre.analysis.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Device;
import org.cadastre.model.Section;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.OperatingSystem;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.testing.AnyDevice;
import org.cadastre.testing.EstateOnDisk;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading some sections of a device gives what reading all of it gives. */
class SectionReadingTest {

    @TempDir
    Path directory;

    @Test
    void whicheverSectionsAreWantedTheyAreTheSame() throws Exception {
        try (EstateOnDisk estate = new EstateOnDisk(directory.resolve("estate"))) {
            var draft = estate.snapshot();
            for (int i = 0; i < 30; i++) {
                Device device = new AnyDevice(new Random(i), 5).device();
                device.setId(String.format("%016x", i));
                device.setName("h" + i);
                draft.read("h" + i, device);
            }
            draft.save("a");
            SnapshotReader reader = estate.reader("a");
            for (int i = 0; i < 30; i++) {
                String id = String.format("%016x", i);
                List<Section> all = reader.device(id).getSections();
                Random random = new Random(i);
                Set<String> names = all.stream().map(one -> one.eClass().getName()).filter(one -> random.nextBoolean())
                        .collect(Collectors.toSet());
                List<Section> wanted = all.stream().filter(one -> names.contains(one.eClass().getName())).toList();
                assertTrue(EcoreUtil.equals(wanted, reader.sections(id, names)), id + " " + names);
            }
        }
    }

    @Test
    void aTextThatLooksLikeASectionIsText() throws Exception {
        OperatingSystem system = HostFactory.eINSTANCE.createOperatingSystem();
        system.setName("a\n  </sections>\n  <sections xsi:type=\"host:Software\"/>\n");
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId("00000000000000aa");
        device.setName("x");
        device.getSections().addAll(List.of(system, HostFactory.eINSTANCE.createSoftware(), HostFactory.eINSTANCE.createNameResolution()));
        try (EstateOnDisk estate = new EstateOnDisk(directory.resolve("estate"))) {
            estate.snapshot().read("x", device).save("a");
            List<Section> read = estate.reader("a").sections("00000000000000aa", Set.of("OperatingSystem", "NameResolution"));
            assertEquals(List.of("NameResolution", "OperatingSystem"), read.stream().map(one -> one.eClass().getName()).toList());
            assertEquals(system.getName(), ((OperatingSystem) read.getLast()).getName());
            assertEquals(List.of(), estate.reader("a").sections("00000000000000aa", Set.of()));
        }
    }
}
