package org.cadastre.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.cadastre.model.host.OperatingSystem;
import org.cadastre.model.host.Software;
import org.cadastre.repository.EstateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Where something is in any snapshot, and since when. */
class SearchCommandTest {

    private static final String OTHER = "00000000000000b2";

    @TempDir
    private Path directory;
    private Path estate;

    @BeforeEach
    void fillEstate() throws EstateException {
        estate = directory.resolve("estate");
        SampleEstate.snapshot(estate, "one", SampleEstate::unchanged);
        SampleEstate.snapshot(estate, "two", device -> SampleEstate.section(device, Software.class).getPackages().get(1).setVersion("3.0"));
        SampleEstate.snapshot(estate, "three", device -> {
            device.setId(OTHER);
            device.setName("db1");
            SampleEstate.section(device, OperatingSystem.class).setHostName("db1");
        });
        SampleEstate.snapshot(estate, "four", device -> SampleEstate.section(device, Software.class).getPackages().get(1).setVersion("3.0"));
    }

    @Test
    void aValueIsFoundWithTheFirstAndTheLastSnapshotThatHasIt() throws Exception {
        assertEquals(List.of("web1 Software/packages[openssl,,dpkg]/version 3.0 two four"), search("openssl", "3.0"));
        assertEquals(List.of("web1 Software/packages[openssl,,dpkg]/version 1.0 one one", "db1 Software/packages[openssl,,dpkg]/version 1.0 three three"),
                search("OpenSSL 1.0"));
    }

    @Test
    void aDeviceThatWasSeenForATimeIsFoundByItsName() throws Exception {
        assertEquals(List.of("db1 name db1 three three", "db1 OperatingSystem/hostName db1 three three"), search("DB1"));
    }

    @Test
    void whatIsNowhereIsSaidToBeInNoSnapshot() {
        Run run = new Run.Place(directory).run("search", "--estate", estate, "nosuchthing");
        assertEquals(0, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("In no snapshot"), run.err());
    }

    @Test
    void aWordMustBeInTheValueAndNotOnlyInTheNameOfAnAttribute() throws Exception {
        assertEquals(List.of(), search("hostName"));
        assertTrue(new Run.Place(directory).run("search", "--estate", estate, " ").err().contains("give a word"));
    }

    private List<String> search(String... text) throws Exception {
        Run run = new Run.Place(directory).run(Stream.concat(Stream.of("search", "--estate", estate, "--format", "json"),
                Stream.of(text)).toArray());
        assertEquals("", run.err());
        JsonNode found = new ObjectMapper().readTree(run.out());
        return found.valueStream().map(one -> String.join(" ", one.get("name").asText(), one.get("path").asText(),
                one.get("value").asText(), one.get("firstSnapshot").asText(), one.get("lastSnapshot").asText())).toList();
    }
}
