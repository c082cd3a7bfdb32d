package org.cadastre.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Three that are bad for different reasons: a name that nobody knows, a closed port, and an address where nobody is. */
    @Test
    void targetsThatCannotBeReadDoNotKeepTheOthersFromBeingRead() throws Exception {
        String closed = lab.address("beta") + ":2";
        String dead = lab.address("beta").replaceAll("\\.\\d+$", ".250");
        String unknown = "no-such-host.invalid";
        Run run = scan("mixed", "root", unknown, closed, dead, lab.address("alpha")).endsWith(1);
        eachBadTargetIsTold(run, unknown, closed, dead);
        run.says("3 of 4 targets not read");
        assertEquals(4, run.err().lines().filter(line -> !line.isBlank()).count(), run::toString);
        Run shown = cadastre.run("show", "--estate", estate, "mixed", "--format", "json").endsWith(0);
        assertTrue(shown.out().contains("alpha"), shown::toString);

        Run alone = scan("alone", "root", unknown, closed, dead).endsWith(2);
        eachBadTargetIsTold(alone, unknown, closed, dead);
        assertFalse(cadastre.run("snapshots", "--estate", estate).out().contains("alone"));
    }

    private static void eachBadTargetIsTold(Run run, String unknown, String closed, String dead) {
        assertTrue(line(run, unknown).contains("name"), run::toString);
        assertTrue(line(run, closed).contains("nothing listens"), run::toString);
        assertFalse(line(run, dead).isBlank());
    }

    private static String line(Run run, String target) {
        return run.says(target).err().lines().filter(line -> line.contains(target)).findFirst().orElseThrow();
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
        run.says(lab.address("beta"), "host key", "SHA256:", "1 of 2 targets not read");
        assertEquals(2, run.err().lines().filter(line -> !line.isBlank()).count(), run::toString);
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
    void anUnreadableKeyFile() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "no key at all\n");
        Run added = cadastre.run("credential", "add", "broken", "--user", "root", "--key", key.toString());
        if (added.exitCode() == 0) {
            scan("before", "broken", lab.address("alpha")).endsWith(2).says(key.toString());
        } else {
            added.endsWith(2).saysInOneLine(key.toString());
        }
    }

    /** Each wrong argument by itself is tried in org.cadastre.cli.tests; here, that it comes through the start script. */
    @Test
    void wrongUsageAndAPlaceThatIsNoEstate() throws Exception {
        Run wrong = cadastre.run("frobnicate").endsWith(2).says("frobnicate");
        assertTrue(wrong.err().lines().count() <= 3, wrong::toString);
        cadastre.run("snapshots", "--estate", folder.resolve("nowhere").toString()).endsWith(2).saysInOneLine("nowhere");
    }
}
