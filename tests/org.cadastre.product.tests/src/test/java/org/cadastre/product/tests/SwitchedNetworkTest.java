package org.cadastre.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.cadastre.product.tests.Product.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Real switches and stations read by SNMP before and after somebody worked on the cabling: the uplink is in another port, a station
 * is unplugged and a new one plugged in, a port is in another VLAN, a switch has another name. Comparison and graph tell exactly that.
 */
class SwitchedNetworkTest {

    private static Lab lab;

    @TempDir
    static Path home;
    private static Product cadastre;
    private static String estate;

    @BeforeAll
    static void workOnTheCablesBetweenTwoSnapshots() throws Exception {
        lab = Lab.up("network", "core:switch", "edge:switch", "pc:station", "srv:station", "new:station");
        cadastre = new Product(home);
        estate = home.resolve("estate").toString();
        cadastre.runWithInput(lab.password("snmp-community") + "\n", "credential", "add", "lan", "--community").endsWith(0);
        lab.stop("new");
        lab.cable("core:p1", "edge:p8");
        lab.cable("edge:p1", "pc:eth1");
        lab.cable("edge:p2", "srv:eth1");
        hears("core", "p1", "edge");
        hears("edge", "p8", "core");
        hears("edge", "p1", "pc");
        hears("edge", "p2", "srv");
        hears("pc", "eth1", "edge");
        hears("srv", "eth1", "edge");
        scan("before");

        lab.uncable("edge:p8");
        lab.cable("core:p1", "edge:p7");
        lab.uncable("edge:p2");
        lab.vlan("edge:p1", 20);
        lab.in("edge", "lab-rename attic");
        lab.start("new");
        lab.cable("core:p2", "new:eth1");
        lab.forgetNeighbours();
        hears("core", "p1", "attic");
        hears("core", "p2", "new");
        hears("edge", "p1", "pc");
        hears("edge", "p7", "core");
        hears("pc", "eth1", "attic");
        hears("new", "eth1", "core");
        lab.in("edge", "timeout 20 sh -c 'while lldpcli show neighbors ports p2,p8 -f keyvalue | grep -q chassis; do sleep 0.3; done'");
        lab.in("srv", "timeout 20 sh -c 'while lldpcli show neighbors ports eth1 -f keyvalue | grep -q chassis; do sleep 0.3; done'");
        scan("after");
    }

    @AfterAll
    static void tearDown() throws Exception {
        if (lab != null) {
            lab.close();
        }
    }

    /** Waits until a host's own LLDP agent has heard the neighbour. */
    private static void hears(String host, String port, String neighbour) throws Exception {
        lab.in(host, "timeout 20 sh -c 'until lldpcli show neighbors ports " + port + " -f keyvalue | grep -qx lldp." + port + ".chassis.name="
                + neighbour + "; do sleep 0.3; done'");
    }

    private static void scan(String label) throws Exception {
        String core = lab.address("core");
        String network = core.substring(0, core.lastIndexOf('.') + 1);
        cadastre.run("scan", "--estate", estate, "--label", label, "--target", network + "11-15", "--credential", "lan").endsWith(0);
    }

    private static JsonNode overlay() throws Exception {
        Path file = home.resolve("topology.json");
        cadastre.run("graph", "--estate", estate, "after", "before", file.toString(), "--layer", "topology").endsWith(0);
        return new ObjectMapper().readTree(Files.readString(file));
    }

    /** Cables as "switch port - station port" with their mark; both ends as they are called now. */
    private static Map<String, String> cables(JsonNode graph) {
        Map<String, String> labels = new TreeMap<>();
        graph.get("nodes").forEach(node -> labels.put(node.get("id").asText(), node.get("label").asText()));
        Map<String, String> cables = new TreeMap<>();
        for (JsonNode edge : graph.get("edges")) {
            if (edge.get("kind").asText().equals("link")) {
                Set<String> ends = new TreeSet<>(Set.of(labels.get(edge.get("from").asText()) + " " + edge.get("fromPort").asText(),
                        labels.get(edge.get("to").asText()) + " " + edge.get("toPort").asText()));
                cables.put(String.join(" - ", ends), edge.get("change").asText());
            }
        }
        return cables;
    }

    @Test
    void theGraphShowsEachCableInItsPlaceAndWhatBecameOfIt() throws Exception {
        JsonNode graph = overlay();
        assertEquals(Map.of("attic p7 - core p1", "moved", "attic p1 - pc eth1", "unchanged", "attic p2 - srv eth1", "removed",
                "core p2 - new eth1", "added"), cables(graph), graph::toPrettyString);
    }

    @Test
    void theNewStationIsANewNodeAndTheRenamedSwitchIsNot() throws Exception {
        Map<String, String> devices = new TreeMap<>();
        for (JsonNode node : overlay().get("nodes")) {
            if (!node.get("kind").asText().equals("subnet")) {
                devices.put(node.get("label").asText(), node.get("change").asText());
            }
        }
        assertEquals(Set.of("core", "attic", "pc", "srv", "new"), devices.keySet());
        assertEquals("added", devices.get("new"), devices::toString);
        assertTrue(!Set.of("added", "removed").contains(devices.get("attic")), devices::toString);
    }

    @Test
    void theComparisonTellsTheLinksInWords() throws Exception {
        Run compared = cadastre.run("compare", "--estate", estate, "before", "after").endsWith(1);
        String links = compared.out().replaceAll("(?s).*\nLinks between devices\n", "").replaceAll("(?s)\n\n.*", "");
        assertEquals(Set.of("added new is now connected to core port p2", "moved the link of attic to core moved from port p8 to port p7",
                "removed srv is no longer connected to edge port p2"), new TreeSet<>(links.lines().map(line -> line.strip().replaceAll(" +", " ")).toList()),
                compared::toString);
    }

    @Test
    void theComparisonTellsTheNameAndTheVlan() throws Exception {
        JsonNode compared = cadastre.run("compare", "--estate", estate, "before", "after", "--format", "json").endsWith(1).json();
        assertEquals(1, compared.at("/summary/devices/added").asInt(), compared::toPrettyString);
        assertEquals(0, compared.at("/summary/devices/removed").asInt(), compared::toPrettyString);
        Map<String, Set<String>> sections = new TreeMap<>();
        Set<String> told = new TreeSet<>();
        for (JsonNode change : compared.get("changes")) {
            sections.computeIfAbsent(change.get("deviceName").asText(), name -> new TreeSet<>()).add(change.get("section").asText());
            told.add(String.join(" ", change.get("deviceName").asText(), change.get("section").asText(), change.get("element").asText(),
                    change.get("attribute").asText(), change.get("before").asText(), change.get("after").asText()).replaceAll(" +", " "));
        }
        assertTrue(told.contains("attic OperatingSystem hostName edge attic"), told::toString);
        assertTrue(told.contains("attic Vlans ports[p1] nativeVlan 1 20"), told::toString);
        // A station that was plugged nowhere else, and one that lost its cable: what they hear is all that is another.
        assertEquals(Set.of("Neighbours"), sections.get("pc"), sections::toString);
        assertEquals(Set.of("Neighbours"), sections.get("srv"), sections::toString);
        // A port that has a carrier now has the address that the kernel gives it.
        assertTrue(Set.of("Neighbours", "Interfaces", "Routes").containsAll(sections.get("core")), sections::toString);
    }
}
