package org.cadastre.analysis.tests;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.cadastre.analysis.facts.EstateFacts;
import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Finding;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.GraphComparison;
import org.cadastre.analysis.graph.Layers;
import org.cadastre.analysis.graph.Mark;
import org.cadastre.compare.model.ComparisonFactory;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Verdict;

/** A graph as lines that a test can tell beforehand: "sw1 p1 - sw2 p2", with the sign of a mark before it. */
record Derived(Graph graph) {

    static Graph graph(String layer, SampleDevice... devices) {
        return new Layers().find(layer).orElseThrow()
                .derive(new EstateFacts(Arrays.stream(devices).map(SampleDevice::facts).toList()));
    }

    static Derived of(String layer, SampleDevice... devices) {
        return new Derived(graph(layer, devices));
    }

    /** @param verdicts on devices that did not stay what they were */
    static Derived change(Graph before, Graph after, Map<String, Verdict> verdicts) {
        SnapshotComparison comparison = ComparisonFactory.eINSTANCE.createSnapshotComparison();
        verdicts.forEach((device, verdict) -> {
            DeviceComparison one = ComparisonFactory.eINSTANCE.createDeviceComparison();
            one.setDevice(device);
            one.setVerdict(verdict);
            comparison.getDevices().add(one);
        });
        return new Derived(GraphComparison.of(before, after, comparison));
    }

    Set<String> edges() {
        Set<String> edges = new TreeSet<>();
        graph.edges().forEach(edge -> edges.add(line(edge)));
        return edges;
    }

    Set<String> changes() {
        Set<String> edges = new TreeSet<>();
        graph.edges().stream().filter(edge -> edge.mark() != Mark.UNCHANGED).forEach(edge -> edges.add(line(edge)));
        return edges;
    }

    Edge edge(String line) {
        return graph.edges().stream().filter(edge -> line(edge).equals(line)).findAny()
                .orElseThrow(() -> new AssertionError(line + " is not among " + edges()));
    }

    Mark node(String label) {
        return graph.nodes().stream().filter(node -> node.label().equals(label)).findAny().orElseThrow().mark();
    }

    List<String> findings() {
        return graph.findings().stream().map(Finding::text).toList();
    }

    private String line(Edge edge) {
        String from = (graph.nodesById().get(edge.from()).label() + " " + edge.fromPort()).strip();
        String to = (graph.nodesById().get(edge.to()).label() + " " + edge.toPort()).strip();
        return (edge.mark().sign() + " " + from + " - " + to).strip();
    }
}
