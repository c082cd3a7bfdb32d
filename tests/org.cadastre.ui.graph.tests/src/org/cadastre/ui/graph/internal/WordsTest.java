package org.cadastre.ui.graph.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Edge.Certainty;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.Layers;
import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.graph.Node;
import org.cadastre.model.DeviceKind;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (var in = new InputStreamReader(Words.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    @Test
    void everyWordIsThereInEnglishAndInGerman() throws IOException {
        assertEquals(words("messages.properties").stringPropertyNames(), words("messages_de.properties").stringPropertyNames());
    }

    @Test
    void everyLayerAndEveryKindOfDeviceHasAName() throws IOException {
        Properties words = words("messages.properties");
        new Layers().ids().forEach(layer -> assertTrue(words.containsKey("page." + layer), layer));
        DeviceKind.VALUES.forEach(kind -> assertTrue(words.containsKey("kind." + kind.getLiteral()), kind.getLiteral()));
    }

    @Test
    void whatLayersSayIsTranslatedWhereItIsKnown() {
        assertEquals(Words.kind("virtualMachine") + " mail", Words.detail("virtualMachine mail"));
        assertEquals(Words.text("says.gateway-not-read"), Words.detail("gateway, not read"));
        assertEquals("198.51.100.7", Words.detail("198.51.100.7"));
    }

    @Test
    void labelsThatAreWordsAreInTheUsersLanguageAndNamesAreNot() {
        Graph graph = new Graph("vlans", List.of(node("group:kind:virtualMachine", "virtualMachine", "group", Map.of("kind", "virtualMachine")),
                node("segment:1", "unmanaged, behind p7", "segment", Map.of()), node("web1", "web1", "host", Map.of("kind", "host"))),
                List.of(edge("1 port"), edge("3 + 2 tagged ports"), edge("p1 - eth0")), List.of(), edge -> false);
        Graph told = Words.labels(graph);
        assertEquals(Set.of(Words.kind("virtualMachine"), Words.text("label.unmanaged", "p7"), "web1"),
                told.nodes().stream().map(Node::label).collect(Collectors.toSet()));
        assertEquals(Set.of(Words.text("label.ports", 1), Words.text("label.tagged", 3, 2), "p1 - eth0"),
                told.edges().stream().map(Edge::label).collect(Collectors.toSet()));
    }

    private static Node node(String id, String label, String kind, Map<String, String> groups) {
        return new Node(id, label, kind, Optional.empty(), groups, List.of());
    }

    private static Edge edge(String label) {
        return new Edge(label, "vlan", "web1", "", "segment:1", "", label, Certainty.CERTAIN, Set.of(), Set.of(), List.of(), Mark.UNCHANGED);
    }
}
