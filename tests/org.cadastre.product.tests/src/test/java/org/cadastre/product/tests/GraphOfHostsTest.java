package org.cadastre.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the graph of real hosts says after a host was added, a service was stopped and an address was moved: read over SSH, written
 * by the command line.
 */
class GraphOfHostsTest {

    private static Lab lab;

    @TempDir
    static Path home;
    private static Product cadastre;
    private static String estate;

    @BeforeAll
    static void doSomethingBetweenTwoSnapshots() throws Exception {
        lab = Lab.up("graph", "web", "db", "pc");
        cadastre = new Product(home);
        estate = home.resolve("estate").toString();
        cadastre.run("credential", "add", "root", "--user", "root", "--key", lab.key("ed25519").toString()).endsWith(0);
        lab.stop("pc");
        lab.in("web", "busybox httpd -p 8080");
        lab.in("db", "(sleep 300 | busybox nc " + lab.address("web") + " 8080) >/dev/null 2>&1 & sleep 0.5");
        lab.in("web", "ip address add 192.0.2.7/24 dev eth0");
        scan("before");
        lab.in("web", "kill $(pidof busybox); ip address del 192.0.2.7/24 dev eth0");
        lab.in("db", "ip address add 192.0.2.7/24 dev eth0");
        lab.start("pc");
        lab.forgetNeighbours();
        scan("after");
    }

    @AfterAll
    static void tearDown() throws Exception {
        if (lab != null) {
            lab.close();
        }
    }

    private static void scan(String label) throws Exception {
        String web = lab.address("web");
        String network = web.substring(0, web.lastIndexOf('.') + 1);
        cadastre.run("scan", "--estate", estate, "--label", label, "--target", network + "11-13", "--credential", "root")
                .endsWith(0);
    }

    /** Of what the overlay holds: nodes as "label", edges as "label - label text", with their mark. */
    private static Map<String, String> overlay(String layer) throws Exception {
        Path file = home.resolve(layer + ".json");
        cadastre.run("graph", "--estate", estate, "after", "before", file.toString(), "--layer", layer).endsWith(0);
        JsonNode graph = new ObjectMapper().readTree(Files.readString(file));
        Map<String, String> labels = new TreeMap<>();
        Map<String, String> marks = new TreeMap<>();
        graph.get("nodes").forEach(node -> {
            labels.put(node.get("id").asText(), node.get("label").asText());
            marks.put(node.get("label").asText(), node.get("change").asText());
        });
        graph.get("edges").forEach(edge -> marks.put(labels.get(edge.get("from").asText()) + " - "
                + labels.get(edge.get("to").asText()) + " " + edge.get("label").asText(), edge.get("change").asText()));
        return marks;
    }

    @Test
    void aHostThatIsNewIsMarkedAndOthersAreNot() throws Exception {
        Map<String, String> marks = overlay("topology");
        assertEquals("added", marks.get("pc"), marks::toString);
        assertTrue(!"added".equals(marks.get("web")) && !"removed".equals(marks.get("db")), marks::toString);
    }

    @Test
    void anAddressThatIsOnAnotherHostNowMoved() throws Exception {
        Map<String, String> marks = overlay("subnets");
        assertEquals("moved", marks.get("192.0.2.0/24 - db 192.0.2.7"), marks::toString);
    }

    @Test
    void aLinkWhoseServiceWasStoppedVanished() throws Exception {
        Map<String, String> marks = overlay("communication");
        assertEquals("removed", marks.entrySet().stream().filter(one -> one.getKey().startsWith("db - web ")
                && one.getKey().contains("8080")).map(Map.Entry::getValue).findFirst().orElse("nothing"), marks::toString);
    }
}
