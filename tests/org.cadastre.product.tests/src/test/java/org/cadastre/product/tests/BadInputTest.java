package org.cadastre.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.cadastre.product.tests.Product.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/** What goes wrong at night: each told in one line, with the right exit code, and the other targets are still read. */
class BadInputTest {

    private static Lab lab;

    @TempDir
    static Path home;
    private static Product cadastre;

    @TempDir
    Path folder;
    private String estate;

    @BeforeAll
    static void bootTheHosts() throws Exception {
        lab = Lab.up("bad-input", "alpha", "beta");
        cadastre = new Product(home);
        cadastre.run("credential", "add", "root", "--user", "root", "--key", lab.key("ed25519").toString()).endsWith(0);
        cadastre.runWithInput("certainly-wrong-0815\n", "credential", "add", "wrong", "--user", "ops", "--password").endsWith(0);
    }

    @AfterAll
    static void tearDown() throws Exception {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void anEstateOfItsOwn() {
        estate = folder.resolve("estate").toString();
    }

    private Run scan(String label, String credential, String... targets) throws Exception {
        Stream<String> first = Stream.of("scan", "--estate", estate, "--label", label, "--credential", credential);
        Stream<String> rest = Stream.of(targets).flatMap(target -> Stream.of("--target", target));
        return cadastre.run(Stream.concat(first, rest).toArray(String[]::new));
    }

    private void theOtherTargetIsStillRead(String bad, String... words) throws Exception {
        Run run = scan("mixed", "root", bad, lab.address("alpha")).endsWith(1);
        saysOfOneTarget(run, words);
        Run shown = cadastre.run("show", "--estate", estate, "mixed", "--format", "json").endsWith(0);
        assertTrue(shown.out().contains("alpha"), shown::toString);
        Run alone = scan("alone", "root", bad).endsWith(2);
        alone.says(words);
        assertFalse(cadastre.run("snapshots", "--estate", estate).out().contains("alone"));
    }

    /** A line for the target, and one that sums up. */
    private static void saysOfOneTarget(Run run, String... words) {
        run.says(words).says("1 of 2 targets not read");
        assertEquals(2, run.err().lines().filter(line -> !line.isBlank()).count(), run::toString);
    }

    @Test
    void anUnknownHost() throws Exception {
        theOtherTargetIsStillRead("no-such-host.invalid", "no-such-host.invalid", "name");
    }

    @Test
    void aClosedPort() throws Exception {
        theOtherTargetIsStillRead(lab.address("beta") + ":2", lab.address("beta") + ":2", "nothing listens");
    }

    /** An address of the lab's own network where nobody is. */
    @Test
    void anAddressThatDoesNotAnswer() throws Exception {
        String dead = lab.address("beta").replaceAll("\\.\\d+$", ".250");
        theOtherTargetIsStillRead(dead, dead);
    }

    @Test
    void aWrongPassword() throws Exception {
        Run run = scan("before", "wrong", lab.address("alpha")).endsWith(2).says(lab.address("alpha"), "wrong");
        assertFalse(run.toString().replace(String.join(" ", run.command()), "").contains("certainly-wrong-0815"));
    }

    @Test
    void aChangedHostKey() throws Exception {
        scan("before", "root", lab.address("beta"), lab.address("alpha")).endsWith(0);
        lab.in("beta", "rm /etc/ssh/ssh_host_*_key* && ssh-keygen -A >/dev/null");
        lab.stop("beta");
        lab.start("beta");
        Run run = scan("after", "root", lab.address("beta"), lab.address("alpha")).endsWith(1);
        saysOfOneTarget(run, lab.address("beta"), "host key", "SHA256:");
        onlyBetaCannotBeKnown();
    }

    @Test
    void aHostThatIsSwitchedOffIsUnknownNotRemoved() throws Exception {
        scan("before", "root", lab.address("beta"), lab.address("alpha")).endsWith(0);
        lab.stop("beta");
        try {
            saysOfOneTarget(scan("after", "root", lab.address("beta"), lab.address("alpha")).endsWith(1), lab.address("beta"));
        } finally {
            lab.start("beta");
        }
        onlyBetaCannotBeKnown();
    }

    @Test
    void aScopeMadeSmallerRemovesNothing() throws Exception {
        scan("before", "root", lab.address("beta"), lab.address("alpha")).endsWith(0);
        scan("after", "root", lab.address("alpha")).endsWith(0);
        onlyBetaCannotBeKnown();
    }

    /** As a whole, that is; that alpha's services were read in part on both sides is told as well. */
    private void onlyBetaCannotBeKnown() throws Exception {
        Run compared = cadastre.run("compare", "--estate", estate, "before", "after", "--format", "json").endsWith(0);
        compared.says("warning");
        assertEquals(1, compared.json().at("/summary/devices/provenByHash").asInt(), compared::toString);
        assertEquals(0, compared.json().at("/changes").size(), compared::toString);
        for (JsonNode unknown : compared.json().at("/unknown")) {
            assertEquals(unknown.get("deviceName").asText().equals("beta"), unknown.get("section").asText("").isEmpty(), compared::toString);
        }
        assertTrue(compared.out().contains("\"beta\""), compared::toString);
    }

    @Test
    void aLabelUsedTwice() throws Exception {
        scan("before", "root", lab.address("alpha")).endsWith(0);
        scan("before", "root", lab.address("alpha")).endsWith(2).saysInOneLine("before");
    }

    @Test
    void aDirectoryThatIsNoEstate() throws Exception {
        Files.createDirectories(Path.of(estate));
        Files.writeString(Path.of(estate, "letter.txt"), "Dear customer");
        scan("before", "root", lab.address("alpha")).endsWith(2).saysInOneLine(estate);
        cadastre.run("snapshots", "--estate", estate).endsWith(2).saysInOneLine(estate);
        cadastre.run("snapshots", "--estate", folder.resolve("nowhere").toString()).endsWith(2).saysInOneLine("nowhere");
        assertEquals("Dear customer", Files.readString(Path.of(estate, "letter.txt")));
    }

    @Test
    void aSnapshotNameThatFitsNothing() throws Exception {
        scan("before", "root", lab.address("alpha")).endsWith(0);
        cadastre.run("compare", "--estate", estate, "before", "afterwards").endsWith(2).saysInOneLine("afterwards", "before");
        cadastre.run("show", "--estate", estate, "latest~7").endsWith(2).saysInOneLine("latest~7");
    }

    @Test
    void anUnreadableKeyFile() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "no key at all\n");
        Run added = cadastre.run("credential", "add", "broken", "--user", "root", "--key", key.toString());
        if (added.exitCode() == 0) {
            scan("before", "broken", lab.address("alpha")).endsWith(2).says(key.toString());
        } else {
            added.endsWith(2).saysInOneLine(key.toString());
        }
        cadastre.run("credential", "add", "absent", "--user", "root", "--key", folder.resolve("absent").toString());
        scan("before", "absent", lab.address("alpha")).endsWith(2);
    }

    @Test
    void anUnknownCredential() throws Exception {
        scan("before", "nobody", lab.address("alpha")).endsWith(2).saysInOneLine("nobody");
    }

    @Test
    void wrongUsage() throws Exception {
        for (List<String> arguments : List.of(List.of("frobnicate"), List.of("scan"), List.of("compare", "--estate"),
                List.of("scan", "--estate", estate, "--label", "x", "--target", "10.0.0.0/4"),
                List.of("scan", "--estate", estate, "--label", "x\ny", "--target", "local"))) {
            Run run = cadastre.run(arguments.toArray(String[]::new)).endsWith(2).says();
            assertTrue(run.err().lines().count() <= 3, run::toString);
        }
    }
}
