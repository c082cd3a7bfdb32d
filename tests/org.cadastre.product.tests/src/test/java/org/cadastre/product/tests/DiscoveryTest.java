package org.cadastre.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/** Hosts of a real network that nobody named one by one. */
class DiscoveryTest {

    private static Lab lab;
    private static String alpha;
    private static String beta;
    private static String network;

    @TempDir
    static Path home;
    private static Product cadastre;

    @TempDir
    Path folder;
    private String estate;

    @BeforeAll
    static void bootTheHosts() throws Exception {
        lab = Lab.up("discovery", "alpha", "beta");
        alpha = lab.address("alpha");
        beta = lab.address("beta");
        network = alpha.substring(0, alpha.lastIndexOf('.'));
        cadastre = new Product(home);
        cadastre.run("credential", "add", "root", "--user", "root", "--key", lab.key("ed25519").toString()).endsWith(0);
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

    /** The snapshot that a scan with these options takes. */
    private JsonNode scan(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("scan", "--estate", estate, "--label", "x", "--credential", "root"));
        command.addAll(List.of(options));
        cadastre.run(command.toArray(String[]::new)).endsWith(0);
        return cadastre.run("show", "--estate", estate, "x", "--format", "json").endsWith(0).json();
    }

    private static Set<String> withResult(JsonNode snapshot, String result) {
        Set<String> targets = new TreeSet<>();
        snapshot.get("targets").forEach(target -> {
            if (target.get("result").asText().equals(result)) {
                targets.add(target.get("target").asText());
            }
        });
        return targets;
    }

    @Test
    void aSweepFindsTheHostsAndTellsEveryAddressThatDidNotAnswer() throws Exception {
        // .1 and .2 are this machine and the operator's.
        JsonNode snapshot = scan("--target", network + ".0/24", "--exclude", network + ".1-10," + network + ".250");
        assertEquals(Set.of(alpha, beta), withResult(snapshot, "read"));
        assertEquals(254 - 11 - 2, withResult(snapshot, "noAnswer").size());
        assertFalse(withResult(snapshot, "noAnswer").contains(network + ".250"));
        Set<String> scope = new TreeSet<>();
        snapshot.get("scope").forEach(entry -> scope.add(entry.asText()));
        assertEquals(Set.of(network + ".0/24", "!" + network + ".1-10," + network + ".250"), scope);
    }

    @Test
    void aHostAtTwoAddressesIsOneDevice() throws Exception {
        lab.in("alpha", "ip address add " + network + ".99/24 dev eth0");
        try {
            JsonNode snapshot = scan("--target", alpha + "," + network + ".95-100");
            assertEquals(Set.of(alpha, network + ".99"), withResult(snapshot, "read"));
            TreeMap<String, String> devices = new TreeMap<>();
            snapshot.get("targets").forEach(target -> {
                if (target.hasNonNull("device")) {
                    devices.put(target.get("target").asText(), target.get("device").asText());
                }
            });
            assertEquals(2, devices.size());
            assertEquals(1, Set.copyOf(devices.values()).size());
        } finally {
            lab.in("alpha", "ip address del " + network + ".99/24 dev eth0");
        }
    }

    @Test
    void aScanSpreadsToTheNeighboursThatAHostSpokeToWithinTheRangeOnly() throws Exception {
        lab.in("alpha", "ping -c 1 -W 2 " + beta);
        JsonNode snapshot = scan("--target", alpha, "--spread", beta + "-" + beta.substring(beta.lastIndexOf('.') + 1));
        assertEquals(Set.of(alpha, beta), withResult(snapshot, "read"));
        assertEquals(2, snapshot.get("targets").size());
        assertTrue(snapshot.get("scope").toString().contains("neighbours within " + beta));
    }

    @Test
    void thePathBetweenTwoHostsOfOneNetworkHasNoRouter() throws Exception {
        scan("--target", alpha + "," + beta);
        JsonNode path = cadastre.run("topology", "--estate", estate, "x", "--path", "alpha", beta, "--format", "json").endsWith(0)
                .json();
        assertEquals("reached", path.get("outcome").asText());
        assertEquals(1, path.get("hops").size());
        assertEquals("eth0", path.at("/hops/0/leaves").asText());
        assertEquals("", path.at("/hops/0/gateway").asText());
    }
}
