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
                "Of all that was read on both sides, 1 device:",
                "  unchanged       5 elements, proven by equal hashes: 5 elements on 1 device", "  changed         0 elements",
                "  not comparable  0 elements\n");
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
    void theNumbersOpenIntoTheirLists() throws IOException {
        JsonNode equal = json(compare("before", "same", "--list", "unchanged", "--format", "json")).at("/lists/unchanged");
        int elements = 0;
        for (JsonNode line : equal) {
            assertEquals("equal hashes", line.get("grounds").asText());
            elements += line.get("elements").asInt();
        }
        JsonNode unchanged = json(compare("before", "same", "--format", "json")).at("/summary/elements/unchanged");
        // The sample's index says 5, as a scan's would say what the sections hold.
        assertEquals(unchanged.asInt(), elements + 1, equal.toString());
        JsonNode all = json(compare("before", "after", "--list", "unchanged", "--list", "changed", "--format", "json")).get("lists");
        assertEquals("[\"Software\"]", sections(all.get("unchanged")));
        assertEquals("[\"Accounts\",\"OperatingSystem\",\"Software\"]", sections(all.get("changed")));
        compare("before", "after", "--list", "changed", "--list", "volatile").says("Software   ", "1 added, 1 removed", "nothing");
        compare("before", "denied", "--list", "unknown").says("needs root");
    }

    private static String sections(JsonNode lines) {
        return lines.findValues("section").toString().replace(" ", "");
    }

    @Test
    void aListThatThereIsNotIsToldWithThoseThereAre() {
        compare("before", "after", "--list", "nosuch").failsInTwoLines("nosuch", "UNCHANGED");
    }

    @Test
    void bothSidesAreToldSinceTheirBase() throws IOException, EstateException {
        SampleEstate.snapshot(estate, "other", device -> {
            SampleEstate.addToSudo(device);
            SampleEstate.section(device, OperatingSystem.class).setHostName("web3");
        });
        Run run = compare("after", "other", "--base", "before").ends(ExitCode.DIFFERENT).says("base    before", "Only first: 2 differences",
                "Only second: 0 differences", "Both, in the same way: 1 difference", "Both, in different ways: 1 difference",
                "web1 -> web2", "web1 -> web3");
        assertEquals("", run.err());
        JsonNode json = json(compare("after", "other", "--base", "before", "--format", "json").ends(ExitCode.DIFFERENT));
        assertEquals("before", json.at("/base/label").asText());
        List<String> sides = new ArrayList<>();
        json.get("changes").forEach(change -> sides.add(change.get("side").asText()));
        assertEquals(List.of("bothAlike", "bothDifferently", "first", "first"), sides);
        compare("before", "same", "--base", "before").ends(ExitCode.OK);
        compare("before", "same", "--base", "before", "--excel", directory.resolve("x.xlsx")).failsInOneLine("--base");
    }

    @Test
    void whatChangesByItselfIsLearnedShownAndSwitchedBackOn() throws IOException, EstateException {
        SampleEstate.snapshot(estate, "quiet", device -> SampleEstate.section(device, OperatingSystem.class).setHostName("web2"));
        Run.Place here = new Run.Place(directory);
        here.run("volatile", "list", "--estate", estate).ends(ExitCode.OK).warns("no place is known to change by itself");
        here.run("calibrate", "--estate", estate, "same", "quiet").ends(ExitCode.OK).says("web1", "OperatingSystem/hostName", "same .. quiet")
                .warns("1 place changed by themselves, 1 of them new");

        compare("same", "quiet").ends(ExitCode.OK).says("1 difference in 1 known volatile place", "Changed by themselves", "web1 -> web2");
        JsonNode json = json(compare("same", "quiet", "--format", "json").ends(ExitCode.OK));
        assertEquals(1, json.at("/summary/volatile/differences").asInt());
        assertEquals("hostName", json.at("/volatile/0/attribute").asText());
        assertEquals(0, json.get("changes").size());
        compare("same", "quiet", "--with-volatile").ends(ExitCode.DIFFERENT);
        here.run("volatile", "remove", "--estate", estate, "OperatingSystem/hostName").ends(ExitCode.OK);
        compare("same", "quiet").ends(ExitCode.DIFFERENT);
        here.run("volatile", "remove", "--estate", estate, "OperatingSystem/hostName").failsInOneLine("no such place");
        here.run("volatile", "add", "--estate", estate, "Accounts/groups[*]/members").ends(ExitCode.OK);
        compare("same", "after").ends(ExitCode.DIFFERENT).says("1 difference in 1 known volatile place");
        here.run("volatile", "add", "--estate", estate, "nonsense").failsInOneLine("nonsense");
        here.run("calibrate", "--estate", estate, "same", "latest~99").failsInOneLine("latest~99");
        here.run("calibrate", "--estate", estate, "same", "same").failsInOneLine("two or more");
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
        new Run.Place(directory).run("show", "--estate", estate, "latest~7").failsInOneLine("latest~7");
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
