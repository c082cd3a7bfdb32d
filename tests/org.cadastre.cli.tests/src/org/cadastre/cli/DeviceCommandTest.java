package org.cadastre.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Device;
import org.cadastre.model.Identifier;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.KnownIdentifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A person knows better than the identity resolution: what snapshots and comparisons say from then on. */
class DeviceCommandTest {

    private static final String OTHER = "00000000000000b2";

    @TempDir
    private Path directory;
    private Path estate;

    @BeforeEach
    void fillEstate() throws EstateException {
        estate = directory.resolve("estate");
        SampleEstate.snapshot(estate, "before", device -> show(device, "52:54:00:00:00:01"));
        SampleEstate.snapshot(estate, "replaced", device -> {
            device.setId(OTHER);
            device.setName("web1-new");
            show(device, "52:54:00:00:00:02");
        });
        SampleEstate.snapshot(estate, "mistaken", device -> show(device, "52:54:00:00:00:02"));
        try (Estate open = Estate.open(estate)) {
            open.devices().update(known -> List.of(mac("52:54:00:00:00:01", SampleEstate.WEB1, "before"),
                    mac("52:54:00:00:00:02", SampleEstate.WEB1, "mistaken"), mac("52:54:00:00:00:02", OTHER, "replaced")));
        }
    }

    private static KnownIdentifier mac(String value, String device, String first) {
        return new KnownIdentifier(IdentifierKind.MAC, value, device, first, "");
    }

    private static void show(Device device, String mac) {
        Identity identity = CadastreFactory.eINSTANCE.createIdentity();
        Identifier identifier = CadastreFactory.eINSTANCE.createIdentifier();
        identifier.setKind(IdentifierKind.MAC);
        identifier.setValue(mac);
        identity.getIdentifiers().add(identifier);
        device.getSections().add(identity);
    }

    private Run run(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--estate", estate));
        return new Run.Place(directory).run(all.toArray());
    }

    private JsonNode compare(String before, String after) throws IOException {
        return new ObjectMapper().readTree(run("compare", before, after, "--format", "json").out());
    }

    private static List<String> places(JsonNode comparison) {
        List<String> places = new ArrayList<>();
        comparison.get("changes").forEach(change -> places.add(change.get("device").asText() + " " + change.get("section").asText()));
        return places;
    }

    @Test
    void twoDevicesThatAreOneAreComparedAsOne() throws IOException {
        assertEquals(0, compare("before", "replaced").at("/summary/devices/onBothSides").asInt());

        run("device", "merge", OTHER, SampleEstate.WEB1, "--reason", "new case, same server", "--operator", "erika").ends(ExitCode.OK)
                .warns(OTHER + " is " + SampleEstate.WEB1);

        JsonNode merged = compare("before", "replaced");
        assertEquals(List.of(SampleEstate.WEB1 + " Identity", SampleEstate.WEB1 + " Identity"), places(merged));
        assertEquals(1, merged.at("/summary/devices/changed").asInt());
        run("show", "replaced", SampleEstate.WEB1).ends(ExitCode.OK).says("52:54:00:00:00:02");
        run("history", "web1", "Identity").ends(ExitCode.OK).says("52:54:00:00:00:02");
        run("device", "corrections").says("merge", OTHER, "erika", "new case, same server");
        run("show", "--why", "web1").says("52:54:00:00:00:01", "52:54:00:00:00:02", "Corrected by hand", "new case, same server");
    }

    @Test
    void aMergeIsTakenBack() throws IOException {
        run("device", "merge", OTHER, SampleEstate.WEB1).ends(ExitCode.OK);
        run("device", "undo", "2").failsInOneLine("there is no correction 2");
        run("device", "undo", "1").ends(ExitCode.OK);

        run("device", "corrections").warns("nothing was corrected");
        assertEquals(0, compare("before", "replaced").at("/summary/devices/changed").asInt());
    }

    @Test
    void oneDeviceThatIsTwoIsComparedAsTwo() throws IOException {
        assertEquals(1, compare("before", "mistaken").at("/summary/devices/changed").asInt());

        run("device", "split", "web1", "mac=52:54:00:00:00:02").ends(ExitCode.OK);

        JsonNode split = compare("before", "mistaken");
        assertEquals(0, split.at("/summary/devices/changed").asInt());
        assertEquals(2, split.get("unknown").size() + split.get("changes").size());
        run("show", "mistaken").says("web1");
        run("show", "mistaken", SampleEstate.WEB1).failsInOneLine(SampleEstate.WEB1);
    }

    @Test
    void whatMakesNoSenseIsRefusedInOneLine() {
        run("device", "split", "web1", "mac=00:00:00:00:00:00").failsInOneLine("never showed", "--why");
        run("device", "split", "web1", "shoe-size=42").failsInOneLine("shoe-size=42");
        run("device", "merge", "web1", "web1").failsInOneLine("the same device already");
        run("device", "merge", "nosuch", "web1").failsInOneLine("nosuch");
        run("device", "merge", OTHER, SampleEstate.WEB1).ends(ExitCode.OK);
        run("device", "merge", SampleEstate.WEB1, OTHER).failsInOneLine(OTHER);
    }

    @Test
    void theDecisionIsExplained() throws IOException {
        run("show", "--why", "web1").ends(ExitCode.OK).says("mac", "machine", "52:54:00:00:00:01", "before", "Alike and not the same", OTHER);
        JsonNode json = new ObjectMapper().readTree(run("show", "--why", SampleEstate.WEB1, "--format", "json").ends(ExitCode.OK).out());
        assertEquals(2, json.get("identifiers").size());
        assertEquals("machine", json.at("/identifiers/0/layer").asText());
        assertEquals(OTHER, json.at("/relatives/0/device").asText());
        run("show", "--why", "nosuch").failsInOneLine("nosuch");
        run("show").failsInOneLine("name a snapshot");
    }
}
