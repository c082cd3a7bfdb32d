package org.cadastre.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.cadastre.cli.terminal.Terminal.Stream;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.OperatingSystem;
import org.cadastre.model.host.Package;
import org.cadastre.model.host.Software;
import org.cadastre.repository.EstateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class CompareCommandTest {

    @TempDir
    private Path directory;
    private Path estate;

    @BeforeEach
    void fillEstate() throws EstateException {
        estate = directory.resolve("estate");
        SampleEstate.snapshot(estate, "before", SampleEstate::unchanged);
        SampleEstate.snapshot(estate, "same", SampleEstate::unchanged);
        SampleEstate.snapshot(estate, "after", device -> {
            SampleEstate.addToSudo(device);
            SampleEstate.section(device, OperatingSystem.class).setHostName("web2");
            List<Package> packages = SampleEstate.section(device, Software.class).getPackages();
            packages.removeFirst();
            Package added = HostFactory.eINSTANCE.createPackage();
            added.setName("zsh");
            added.setManager("dpkg");
            added.setVersion("5.9\u001b[2J");
            packages.add(added);
        });
        SampleEstate.snapshot(estate, "denied", SampleEstate::deny);
    }

    private Run compare(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("compare", "--estate", estate));
        all.addAll(List.of(arguments));
        return new Run.Place(directory).run(all.toArray());
    }

    private static JsonNode json(Run run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void equalSnapshotsEndWithZeroAndSaySo() {
        compare("before", "same").ends(ExitCode.OK).says("Nothing that was read on both sides has changed.",
                "On 1 device with 5 elements, all that was read is proven the same by equal hashes.");
    }

    @Test
    void changesEndWithOneAndStandUnderTheirDeviceAndSection() {
        Run run = compare("before", "after").ends(ExitCode.DIFFERENT);
        run.says("web1  " + SampleEstate.WEB1, "  Accounts", "added    groups[sudo] Members: mallory", "changed  Host name: web1 -> web2",
                "  Software", "removed  packages[nginx,,dpkg]", "added    packages[zsh,,dpkg]");
        assertTrue(run.out().indexOf("UNCHANGED") < run.out().indexOf("groups[sudo]"), run.out());
        assertEquals("", run.err());
    }

    @Test
    void aDeviceCannotSpeakToTheTerminal() {
        assertFalse(compare("before", "after").out().contains("\u001b"));
    }

    @Test
    void coloursAreForTerminals() {
        Run run = new Run.Place(directory).interactive(Stream.OUT).run("compare", "--estate", estate, "before", "after");
        assertTrue(run.out().contains("\u001b[31mremoved"), run.out());
        assertFalse(run.out().contains("\u001b[2J"), run.out());
    }

    @Test
    void whatIsUnknownAloneIsAWarningAndStrictlyTrouble() {
        compare("before", "denied").ends(ExitCode.OK).says("Cannot be known", "needs root").warns("warning: ");
        compare("before", "denied", "--strict").ends(ExitCode.TROUBLE).warns("not all can be known");
        compare("after", "denied", "--strict").ends(ExitCode.DIFFERENT);
    }

    @Test
    void theJsonHasTheFieldsThatWerePromised() throws IOException {
        JsonNode json = json(compare("before", "after", "--format", "json").ends(ExitCode.DIFFERENT));
        for (String side : List.of("before", "after")) {
            assertTrue(names(json.get(side)).containsAll(Set.of("id", "label", "started", "finished")));
            assertEquals(side, json.get(side).get("label").asText());
        }
        assertTrue(names(json.at("/summary/devices")).containsAll(Set.of("unchanged", "changed", "added", "removed", "unknown")));
        assertTrue(names(json.at("/summary/elements"))
                .containsAll(Set.of("unchanged", "added", "removed", "changed", "moved", "unknown")));
        assertEquals(1, json.at("/summary/devices/changed").asInt());
        assertEquals(4, json.get("changes").size());
        for (JsonNode change : json.get("changes")) {
            assertTrue(names(change).containsAll(
                    Set.of("device", "deviceName", "section", "element", "attribute", "kind", "before", "after")));
            assertEquals(SampleEstate.WEB1, change.get("device").asText());
            assertEquals("web1", change.get("deviceName").asText());
        }
        JsonNode membership = json.get("changes").get(0);
        assertEquals("Accounts", membership.get("section").asText());
        assertEquals("groups[sudo]", membership.get("element").asText());
        assertEquals("members", membership.get("attribute").asText());
        assertEquals("added", membership.get("kind").asText());
        assertTrue(membership.get("before").isNull());
        assertEquals("mallory", membership.get("after").asText());
        JsonNode name = json.get("changes").get(1);
        assertEquals("", name.get("element").asText("none"));
        assertEquals("hostName", name.get("attribute").asText());
        assertEquals("changed", name.get("kind").asText());
        assertEquals("web1", name.get("before").asText());
        assertEquals("web2", name.get("after").asText());
        assertEquals(0, json.get("unknown").size());
    }

    @Test
    void theJsonOfWhatIsUnknownHasBothCoveragesAndTheReason() throws IOException {
        JsonNode json = json(compare("before", "denied", "--format", "json").ends(ExitCode.OK));
        assertEquals(0, json.get("changes").size());
        JsonNode unknown = json.get("unknown").get(0);
        assertEquals("Accounts", unknown.get("section").asText());
        assertEquals("complete", unknown.get("coverageBefore").asText());
        assertEquals("denied", unknown.get("coverageAfter").asText());
        assertTrue(unknown.get("reason").asText().contains("needs root"));
        assertEquals("web1", unknown.get("deviceName").asText());
    }

    @Test
    void theWorkbookIsWrittenBesideTheText() {
        Path file = directory.resolve("changes.xlsx");
        compare("before", "after", "--excel", file).ends(ExitCode.DIFFERENT).says("groups[sudo]").warns("written to " + file);
        assertTrue(Files.isRegularFile(file));
    }

    @Test
    void aWorkbookThatCannotBeWrittenIsTroubleButTheTextIsThere() {
        compare("before", "after", "--excel", directory).ends(ExitCode.TROUBLE).says("groups[sudo]").warns("is a directory");
    }

    @Test
    void snapshotsAreNamedByLabelIdOrAge() throws IOException {
        String id = json(compare("before", "after", "--format", "json")).at("/after/id").asText();
        String expected = compare("before", "after").out();
        assertEquals(expected, compare("latest~3", id.substring(0, 8)).out());
    }

    @Test
    void aNameThatFitsNothingIsTold() {
        compare("before", "nosuch").failsInOneLine("nosuch", estate.toString());
    }

    @Test
    void aDirectoryThatIsNoEstateIsTold() throws IOException {
        Path other = Files.createDirectory(directory.resolve("other"));
        Files.writeString(other.resolve("file"), "");
        for (Path wrong : List.of(other, directory.resolve("missing"), other.resolve("file"))) {
            new Run.Place(directory).run("compare", "--estate", wrong, "a", "b").failsInOneLine(wrong.toString());
        }
    }
}
