package org.cadastre.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.cadastre.cli.terminal.Terminal.Stream;
import org.cadastre.repository.Estate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Scans of the machine that the test runs on, and of ports of it that nobody answers at. */
class ScanCommandTest {

    @TempDir
    private Path directory;
    private Path estate;
    private Run.Place place;

    @BeforeEach
    void choosePlace() {
        estate = directory.resolve("estate");
        place = new Run.Place(directory);
    }

    private Run scan(Object... more) {
        Object[] all = new Object[more.length + 3];
        all[0] = "scan";
        all[1] = "--estate";
        all[2] = estate;
        System.arraycopy(more, 0, all, 3, more.length);
        return place.run(all);
    }

    /** An address of this machine that refuses connections. */
    private static String closedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }

    @Test
    void thisMachineIsReadAndSaysWhoItIs() throws Exception {
        Run run = scan("--label", "first", "--purpose", "before", "--operator", "J\u00f6rg", "--ticket", "CHG-7", "--target", "local");
        run.ends(ExitCode.OK).says("snapshot first: 1 device, ", " elements, id ");
        assertEquals("", run.err());
        JsonNode json = new ObjectMapper()
                .readTree(place.run("show", "--estate", estate, "first", "--format", "json").ends(ExitCode.OK).out());
        assertEquals("before", json.get("purpose").asText());
        assertEquals("J\u00f6rg", json.get("operator").asText());
        assertEquals("CHG-7", json.get("ticket").asText());
        assertEquals("read", json.at("/targets/0/result").asText());
        assertTrue(json.at("/devices/0/sections").size() > 5);
        scan("--label", "first", "--target", "local").failsInOneLine("first", estate.toString());
    }

    @Test
    void oneTargetThatIsNotReadDoesNotKeepTheOthersFromBeingRead() throws Exception {
        place.input("secret\n").run("credential", "add", "ops", "--user", "nobody", "--password").ends(ExitCode.OK);
        String closed = closedPort();
        Run run = scan("--label", "some", "--target", "local", closed, "--credential", "ops");
        run.ends(ExitCode.DIFFERENT).says("snapshot some: 1 device").warns(closed + ": ", "1 of 2 targets not read");
        assertFalse(run.err().contains("secret"));
        place.run("show", "--estate", estate, "some").says("Not read", closed);
    }

    @Test
    void withoutAnyTargetReadThereIsNoSnapshot() throws Exception {
        place.input("secret\n").run("credential", "add", "ops", "--user", "nobody", "--password").ends(ExitCode.OK);
        scan("--label", "none", "--target", closedPort(), "--credential", "ops").ends(ExitCode.TROUBLE).warns("no snapshot was taken");
        assertEquals("", place.run("snapshots", "--estate", estate).ends(ExitCode.OK).out());
    }

    @Test
    void targetsComeFromAFileWithComments() throws Exception {
        Path file = Files.writeString(directory.resolve("targets"), "# our hosts\n\nlocal   # this one\n");
        scan("--label", "file", "--targets", file).ends(ExitCode.OK).says("snapshot file: 1 device");
    }

    @Test
    void badInputIsToldInOneLineAndLeavesNoEstate() throws Exception {
        Path latin = Files.write(directory.resolve("latin"), new byte[] {'h', (byte) 0xe4});
        scan("--label", "x").failsInOneLine("no targets");
        scan("--label", "x", "--targets", directory.resolve("none")).failsInOneLine("none does not exist");
        scan("--label", "x", "--targets", latin).failsInOneLine("not UTF-8");
        scan("--label", "x", "--target", "local", "--limit", "0").failsInOneLine("--limit");
        scan("--label", "x", "--target", "bad host").failsInOneLine("'bad host' is no target");
        scan("--label", "x", "--target", "10.0.0.0/4").failsInOneLine("10.0.0.0/4");
        scan("--label", "x", "--target", "local", "--jump", "a b").failsInOneLine("'a b' is no jump host");
        scan("--label", "x", "--target", "local", "--credential", "nosuch").failsInOneLine("nosuch");
        assertFalse(Files.exists(estate));
        Run lines = scan("--label", "x\ny", "--target", "local").ends(ExitCode.TROUBLE).warns("label");
        assertTrue(lines.err().lines().count() <= 3, lines.err());
    }

    @Test
    void aDirectoryWithOtherThingsBecomesNoEstate() throws Exception {
        Files.createDirectory(estate);
        Files.writeString(estate.resolve("letter.txt"), "Dear customer");
        scan("--label", "x", "--target", "local").failsInOneLine(estate.toString());
        place.run("snapshots", "--estate", estate).failsInOneLine(estate.toString());
        assertEquals(List.of("letter.txt"), List.of(estate.toFile().list()));
        assertEquals("Dear customer", Files.readString(estate.resolve("letter.txt")));
    }

    @Test
    void progressIsShownOnATerminalAndTakenAway() {
        place.interactive(Stream.ERR);
        Run run = scan("--label", "x", "--target", "local").ends(ExitCode.OK);
        assertTrue(run.err().contains("0 of 1 read"), run.err());
        assertTrue(run.err().endsWith("\r\u001b[K"), run.err());
    }

    @Test
    void hostKeysCanBeListedAndForgotten() throws Exception {
        scan("--label", "x", "--target", "local").ends(ExitCode.OK);
        place.run("known-host", "list", "--estate", estate).ends(ExitCode.OK).warns("no host keys");
        try (Estate open = Estate.open(estate)) {
            open.knownHosts().remember("web1", 22, "ssh-ed25519 AAAA");
            open.knownHosts().remember("web1", 2222, "ssh-ed25519 BBBB");
            open.knownHosts().remember("jump/web1", 22, "ssh-ed25519 CCCC");
            open.knownHosts().save();
        }
        place.run("known-host", "list", "--estate", estate).says("web1 ", "[web1]:2222", "ssh-ed25519 BBBB");
        place.run("known-host", "remove", "--estate", estate, "web1:2222").ends(ExitCode.OK);
        Run left = place.run("known-host", "list", "--estate", estate).says("ssh-ed25519 AAAA");
        assertFalse(left.out().contains("BBBB"));
        place.run("known-host", "remove", "--estate", estate, "web1:2222").failsInOneLine("web1:2222");
        place.run("known-host", "remove", "--estate", estate, "web1 via ops@jump").ends(ExitCode.OK);
        place.run("known-host", "remove", "--estate", estate, "web1 via jump").failsInOneLine("web1 via jump");
        place.run("known-host", "remove", "--estate", estate, "local").failsInOneLine("local is no host");
    }
}
