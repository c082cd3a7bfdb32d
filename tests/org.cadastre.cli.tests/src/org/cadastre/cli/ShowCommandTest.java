package org.cadastre.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Listing, showing and exporting what is in an estate. */
class ShowCommandTest {

    @TempDir
    private Path directory;
    private Path estate;
    private Run.Place place;

    @BeforeEach
    void fillEstate() throws EstateException {
        estate = directory.resolve("estate");
        place = new Run.Place(directory);
        SampleEstate.snapshot(estate, "before", SampleEstate::deny);
    }

    private Run show(String... arguments) {
        Object[] all = new Object[arguments.length + 3];
        all[0] = "show";
        all[1] = "--estate";
        all[2] = estate;
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return place.run(all);
    }

    @Test
    void snapshotsAreListedNewestFirst() throws Exception {
        SampleEstate.snapshot(estate, "later", SampleEstate::unchanged);
        Run run = place.run("snapshots", "--estate", estate).ends(ExitCode.OK).says("LABEL", "PURPOSE", "alice", "CHG-12");
        assertTrue(run.lines().get(1).startsWith("later "), run.out());
        assertTrue(run.lines().get(2).startsWith("before "), run.out());
        JsonNode json = new ObjectMapper().readTree(place.run("snapshots", "--estate", estate, "--format", "json").out());
        assertEquals("later", json.get(0).get("label").asText());
        assertEquals(1, json.get(0).get("devices").asInt());
    }

    @Test
    void anEstateWithoutSnapshotsSaysSo() throws EstateException {
        Path empty = directory.resolve("empty");
        Estate.create(empty, "empty").close();
        Run run = place.run("snapshots", "--estate", empty).ends(ExitCode.OK).warns("no snapshots yet");
        assertEquals("", run.out());
        assertEquals("[ ]", place.run("snapshots", "--estate", empty, "--format", "json").out().strip());
    }

    @Test
    void aSnapshotShowsItsDevicesAndWhatWasNotRead() {
        show("latest").ends(ExitCode.OK).says("Snapshot before", "db1, web1", "1 device", "web1", "192.0.2.7",
                "db1: port 22 is closed; start sshd");
    }

    @Test
    void aDeviceIsFoundByNameIdBeginningOfIdAndAddress() {
        String byName = show("before", "web1").ends(ExitCode.OK).out();
        for (String other : new String[] {SampleEstate.WEB1, "000000", "WEB1", "192.0.2.7"}) {
            assertEquals(byName, show("before", other).ends(ExitCode.OK).out());
        }
        show("before", "db1").failsInOneLine("no device db1", "web1");
    }

    @Test
    void aDeviceShowsAllSectionsAndWhyOneIsNotComplete() {
        show("before", "web1").says("Operating system", "Host name", "Packages (2)", "nginx", "Accounts", "[denied: needs root]");
    }

    @Test
    void theJsonOfADeviceFollowsTheMetamodel() throws Exception {
        JsonNode json = new ObjectMapper().readTree(show("before", "web1", "--format", "json").ends(ExitCode.OK).out());
        assertEquals(SampleEstate.WEB1, json.get("id").asText());
        assertEquals("nginx", json.at("/sections/2/packages/0/name").asText());
        JsonNode all = new ObjectMapper().readTree(show("before", "--format", "json").ends(ExitCode.OK).out());
        assertEquals("before", all.get("label").asText());
        assertEquals("refused", all.at("/targets/0/result").asText());
        assertEquals(json.get("sections"), all.at("/devices/0/sections"));
    }

    @Test
    void aSnapshotIsExportedAsAWorkbook() {
        Path file = directory.resolve("inventory.xlsx");
        place.run("export", "--estate", estate, "latest", "--excel", file).ends(ExitCode.OK).warns("written to " + file);
        assertTrue(Files.isRegularFile(file));
        Path nowhere = directory.resolve("missing/inventory.xlsx");
        place.run("export", "--estate", estate, "latest", "--excel", nowhere).failsInOneLine("missing", "does not exist");
    }
}
