package org.cadastre.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.cadastre.product.tests.Product.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/** Real hosts that could not be read as before: nothing is called removed, and the reason is told. */
class HonestyTest {

    private static Lab lab;

    @TempDir
    static Path home;
    private static Product cadastre;
    /** An estate with one snapshot, "before", of both hosts. */
    private static Path read;

    @TempDir
    Path folder;
    private String estate;

    @BeforeAll
    static void bootTheHosts() throws Exception {
        lab = Lab.up("honesty", "alpha", "beta");
        cadastre = new Product(home);
        cadastre.run("credential", "add", "root", "--user", "root", "--key", lab.key("ed25519").toString()).endsWith(0);
        // As it will be after its restarts: the kernel mounts a fresh overlay with another option than one that was used before.
        lab.stop("beta");
        lab.start("beta");
        read = home.resolve("read");
        cadastre.run("scan", "--estate", read.toString(), "--label", "before", "--credential", "root", "--target", lab.address("alpha"),
                "--target", lab.address("beta")).endsWith(0);
    }

    @AfterAll
    static void tearDown() throws Exception {
        if (lab != null) {
            lab.close();
        }
    }

    /** Each test leaves the hosts as they were read, and gets a copy of that estate. */
    @BeforeEach
    void bothHostsHaveBeenReadOnce() throws Exception {
        estate = folder.resolve("estate").toString();
        Product.other("cp", "-a", read.toString(), estate).endsWith(0);
    }

    private Run scan(String label, String... arguments) throws Exception {
        Stream<String> first = Stream.of("scan", "--estate", estate, "--label", label, "--credential", "root");
        Stream<String> rest = Stream.of(arguments)
                .flatMap(each -> Character.isDigit(each.charAt(0)) ? Stream.of("--target", each) : Stream.of(each.split(" ")));
        return cadastre.run(Stream.concat(first, rest).toArray(String[]::new));
    }

    private JsonNode compare(int exitCode, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of("compare", "--estate", estate, "before", "after", "--format", "json"));
        command.addAll(List.of(more));
        return cadastre.run(command.toArray(String[]::new)).endsWith(exitCode).json();
    }

    private static void nothingIsRemoved(JsonNode comparison) {
        comparison.get("changes").forEach(change -> assertFalse(change.get("kind").asText().equals("removed"), comparison.toString()));
        assertEquals(0, comparison.at("/summary/devices/removed").asInt());
        assertEquals(0, comparison.at("/summary/elements/removed").asInt());
    }

    /** @param section empty for the device as a whole */
    private static JsonNode unknown(JsonNode comparison, String device, String section) {
        for (JsonNode one : comparison.get("unknown")) {
            if (one.get("deviceName").asText().equals(device) && one.get("section").asText().equals(section)) {
                return one;
            }
        }
        throw new AssertionError(section + " of " + device + " is not unknown: " + comparison);
    }

    @Test
    void aHostThatIsSwitchedOffIsUnknown() throws Exception {
        lab.stop("beta");
        try {
            Run run = scan("after", lab.address("alpha"), lab.address("beta"), "--limit 10").endsWith(1);
            run.says(lab.address("beta"), "1 of 2 targets not read");
            assertEquals(2, run.err().lines().filter(line -> !line.isBlank()).count(), run::toString);
        } finally {
            lab.start("beta");
        }
        JsonNode comparison = compare(0);
        nothingIsRemoved(comparison);
        assertTrue(unknown(comparison, "beta", "").get("reason").asText().contains(lab.address("beta")));
        assertEquals(1, comparison.at("/summary/devices/provenByHash").asInt(), comparison.toString());
        compare(2, "--strict");
    }

    @Test
    void aHostOutsideOfTheSmallerScopeIsUnknown() throws Exception {
        scan("after", lab.address("alpha")).endsWith(0);
        JsonNode comparison = compare(0);
        nothingIsRemoved(comparison);
        assertEquals("The snapshot after did not cover " + lab.address("beta") + ".", unknown(comparison, "beta", "").get("reason").asText());
    }

    @Test
    void scopesThatDoNotOverlapAreToldInOneLine() throws Exception {
        scan("left", lab.address("alpha")).endsWith(0);
        scan("right", lab.address("beta")).endsWith(0);
        Run run = cadastre.run("compare", "--estate", estate, "left", "right").endsWith(0);
        assertEquals(1, run.out().lines().filter(line -> line.contains("no target in common")).count(), run::toString);
    }

    @Test
    void aCollectorThatIsKilledInTheMiddleRemovesNothing() throws Exception {
        lab.in("beta", "printf '#!/bin/sh\\nkill -9 -1\\n' >/usr/local/sbin/dpkg-query && chmod 755 /usr/local/sbin/dpkg-query");
        try {
            scan("after", lab.address("alpha"), lab.address("beta"), "--limit 20");
        } finally {
            lab.stop("beta");
            lab.start("beta");
            lab.in("beta", "rm /usr/local/sbin/dpkg-query");
        }
        JsonNode comparison = compare(0);
        nothingIsRemoved(comparison);
        assertFalse(unknown(comparison, "beta", broken(comparison)).get("reason").asText().isBlank());
    }

    /** Whether the host as a whole or only the sections after the break could not be read is a matter of the moment. */
    private static String broken(JsonNode comparison) {
        return comparison.at("/summary/devices/notCompared").asInt() > 0 ? "" : "Software";
    }

    /** "sshd -T", since it is given up after 10 s; the package manager has 30. */
    @Test
    void aCommandThatHangsCostsItsSectionOnly() throws Exception {
        lab.in("beta", "printf '#!/bin/sh\\nexec sleep 3600\\n' >/usr/local/sbin/sshd && chmod 755 /usr/local/sbin/sshd");
        try {
            scan("after", lab.address("alpha"), lab.address("beta")).endsWith(0);
        } finally {
            lab.in("beta", "rm /usr/local/sbin/sshd");
        }
        JsonNode comparison = compare(0);
        nothingIsRemoved(comparison);
        assertEquals("timedOut", unknown(comparison, "beta", "SshServer").get("coverageAfter").asText());
        assertEquals(1, comparison.at("/summary/devices/provenByHash").asInt(), comparison.toString());
    }

    @Test
    void aCommandThatFailsMakesItsSectionUnknown() throws Exception {
        lab.in("beta", "printf '#!/bin/sh\\necho broken >&2; exit 1\\n' >/usr/local/sbin/dpkg-query && chmod 755 /usr/local/sbin/dpkg-query");
        try {
            scan("after", lab.address("alpha"), lab.address("beta"));
        } finally {
            lab.in("beta", "rm /usr/local/sbin/dpkg-query");
        }
        JsonNode comparison = compare(0);
        nothingIsRemoved(comparison);
        assertTrue(unknown(comparison, "beta", "Software").get("elements").asInt() > 50, comparison.toString());
    }

    @Test
    void twoHostsThatSwappedAddressesAreStillThemselves() throws Exception {
        String alpha = lab.address("alpha");
        String beta = lab.address("beta");
        address("alpha", alpha, beta);
        address("beta", beta, alpha);
        lab.forgetNeighbours();
        try {
            cadastre.run("known-host", "remove", "--estate", estate, alpha).endsWith(0);
            cadastre.run("known-host", "remove", "--estate", estate, beta).endsWith(0);
            scan("after", alpha, beta).endsWith(0);
        } finally {
            address("alpha", beta, alpha);
            address("beta", alpha, beta);
            lab.forgetNeighbours();
        }
        JsonNode comparison = compare(1);
        nothingIsRemoved(comparison);
        assertEquals(2, comparison.at("/summary/devices/changed").asInt(), comparison.toString());
        for (JsonNode change : comparison.get("changes")) {
            // The kernel's own route to the network names the address as well, and nothing else does.
            boolean address = change.get("kind").asText().equals("moved") && change.get("element").asText().contains("/addresses[");
            boolean route = change.get("section").asText().equals("Routes") && change.get("attribute").asText().equals("source");
            assertTrue(address || route, change.toString());
        }
    }

    private static void address(String host, String old, String now) throws Exception {
        lab.in(host, "link=$(ip -o -4 address show to " + old + " | awk '{ print $2 }') && ip address delete " + old
                + "/24 dev $link && ip address add " + now + "/24 dev $link");
    }

    @Test
    void aRenamedHostWithNewHostKeysIsStillItself() throws Exception {
        lab.in("beta", "hostname gamma && cp -a /etc/ssh /root/ssh && rm /etc/ssh/ssh_host_* && ssh-keygen -q -A");
        lab.stop("beta");
        lab.start("beta");
        lab.in("beta", "hostname gamma");
        try {
            scan("refused", lab.address("alpha"), lab.address("beta")).endsWith(1).says("the host key has changed");
            cadastre.run("known-host", "remove", "--estate", estate, lab.address("beta")).endsWith(0);
            scan("after", lab.address("alpha"), lab.address("beta")).endsWith(0);
        } finally {
            lab.in("beta", "hostname beta && mv /root/ssh/ssh_host_* /etc/ssh/ && rm -r /root/ssh");
            lab.stop("beta");
            lab.start("beta");
        }
        JsonNode comparison = compare(1);
        assertEquals(1, comparison.at("/summary/devices/changed").asInt(), comparison.toString());
        assertEquals(1, comparison.at("/summary/devices/provenByHash").asInt(), comparison.toString());
        Run why = cadastre.run("show", "--estate", estate, "--why", "gamma").endsWith(0);
        assertTrue(why.out().contains("known device; same machineId"), why::toString);
    }
}
