package org.cadastre.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.cadastre.product.tests.Product.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/** Snapshots of a real host over SSH, before and after something was done to it. */
class BeforeAfterTest {

    private static Lab lab;

    @TempDir
    static Path home;
    private static Product cadastre;

    @TempDir
    Path folder;
    private String estate;

    @BeforeAll
    static void bootTheHost() throws Exception {
        lab = Lab.up("before-after", "alpha:systemd");
        cadastre = new Product(home);
        cadastre.run("credential", "add", "root", "--user", "root", "--key", lab.key("ed25519").toString()).endsWith(0);
        cadastre.runWithInput(lab.password("guest") + "\n", "credential", "add", "guest", "--user", "guest", "--password")
                .endsWith(0);
        cadastre.runWithInput(lab.password("ops") + "\n", "credential", "add", "ops", "--user", "ops", "--password")
                .endsWith(0);
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

    private Run scan(String label, String credential) throws Exception {
        return cadastre.run("scan", "--estate", estate, "--label", label, "--target", lab.address("alpha"), "--credential",
                credential).endsWith(0);
    }

    private Run compare(int exitCode) throws Exception {
        return cadastre.run("compare", "--estate", estate, "before", "after", "--format", "json").endsWith(exitCode);
    }

    @Test
    void nothingDoneInBetweenIsNoChange() throws Exception {
        scan("before", "root");
        scan("after", "root");

        Run run = compare(0);
        assertEquals(List.of(), changes(run.json()), run::toString);
        JsonNode devices = run.json().at("/summary/devices");
        assertEquals(1, devices.get("unchanged").asInt(), run::toString);
        assertTrue(run.json().at("/summary/elements/unchanged").asInt() > 200, run::toString);
        assertEquals(tree("main~1:devices"), tree("main:devices"));
    }

    private String tree(String path) throws Exception {
        return Product.other("git", "-C", estate, "rev-parse", path).endsWith(0).out();
    }

    @Test
    void whatWasDoneShowsUpAndNothingElse() throws Exception {
        lab.in("alpha", "useradd --create-home worker && systemctl disable --now cron 2>/dev/null; sleep 1");
        scan("before", "root");

        lab.in("alpha", "dpkg -i /opt/packages/hello_*.deb >/dev/null 2>&1 || dpkg -i $(find / -xdev -name 'hello_*.deb' | head -1)");
        lab.in("alpha", "usermod --append --groups sudo worker");
        lab.in("alpha", "systemctl enable --now cron");
        lab.in("alpha", "/usr/sbin/sshd -p 8080");
        scan("after", "root");

        Run run = compare(1);
        Set<String> seen = new TreeSet<>();
        for (JsonNode change : run.json().get("changes")) {
            seen.add(change.get("section").asText() + " " + change.get("element").asText() + " "
                    + change.get("attribute").asText("") + " " + change.get("kind").asText());
        }
        for (String expected : List.of("Software packages[hello,", "Accounts groups[sudo] members",
                "Services services[cron.service,systemd] startup", "Services services[cron.service,systemd] running")) {
            assertTrue(seen.removeIf(change -> change.startsWith(expected)), expected + " is not in " + run);
        }
        assertTrue(seen.removeIf(change -> change.startsWith("ListeningSockets sockets[tcp,") && change.contains("8080")
                && change.endsWith("added")), run::toString);
        // The files behind these changes, their backups, and the links that start the service.
        for (String expected : List.of("/etc/group]", "/etc/group-]", "/etc/gshadow]", "/etc/gshadow-]",
                "/etc/systemd/system/multi-user.target.wants/cron.service]")) {
            assertTrue(seen.removeIf(change -> change.startsWith("ConfigurationFiles files[" + expected)), expected + " is not in " + run);
        }
        seen.removeIf(change -> change.matches("ConfigurationFiles files\\[/etc/rc\\d\\.d/[SK]\\d\\dcron\\].*"));
        assertEquals(Set.of(), seen, run::toString);
        assertEquals(List.of(), unknown(run.json()), run::toString);
    }

    @Test
    void withoutRightsNothingIsRemovedAndTheReasonIsTold() throws Exception {
        scan("before", "root");
        scan("after", "guest");

        Run run = cadastre.run("compare", "--estate", estate, "before", "after", "--format", "json");
        for (JsonNode change : run.json().get("changes")) {
            assertFalse(Set.of("removed", "added").contains(change.get("kind").asText()), run::toString);
        }
        List<String> unknown = unknown(run.json());
        assertTrue(unknown.contains("Accounts"), run::toString);
        assertTrue(unknown.contains("ListeningSockets"), run::toString);
        for (JsonNode entry : run.json().get("unknown")) {
            assertFalse(entry.get("reason").asText("").isBlank(), run::toString);
        }
        Run strict = cadastre.run("compare", "--estate", estate, "before", "after", "--strict");
        assertEquals(2, strict.exitCode(), strict::toString);
    }

    @Test
    void sudoReadsWhatRootReads() throws Exception {
        scan("before", "root");
        scan("after", "ops");
        Run run = cadastre.run("compare", "--estate", estate, "before", "after", "--format", "json");
        assertEquals(List.of(), changes(run.json()), run::toString);
        assertEquals(List.of(), unknown(run.json()), run::toString);
    }

    @Test
    void anEstateCanBeCheckedWithoutCadastre() throws Exception {
        scan("before", "root");
        Product.other("git", "-C", estate, "fsck", "--strict").endsWith(0);
        Path checkout = folder.resolve("checkout");
        Product.other("git", "clone", "--quiet", estate, checkout.toString()).endsWith(0);
        Product.other("sh", "-c", "cd '" + checkout + "' && sha256sum --check --quiet MANIFEST.sha256").endsWith(0);
        Run audit = Product.other("sh", "-c", "cat '" + checkout + "'/audit/*/*.log");
        assertTrue(audit.out().contains("dpkg-query"), audit::toString);
    }

    private static List<String> changes(JsonNode comparison) {
        List<String> changes = new ArrayList<>();
        comparison.get("changes").forEach(change -> changes.add(change.toString()));
        return changes;
    }

    private static List<String> unknown(JsonNode comparison) {
        List<String> sections = new ArrayList<>();
        comparison.get("unknown").forEach(entry -> sections.add(entry.get("section").asText()));
        return sections;
    }
}
