package org.cadastre.analysis.graph;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One layer of an estate as nodes and edges. Immutable, sorted by id: the same facts give the same graph.
 *
 * @param layer id of the layer
 * @param absence whether the snapshot proves that an edge which is not in this graph is not in the estate either
 */
public record Graph(String layer, List<Node> nodes, List<Edge> edges, List<Finding> findings, Predicate<Edge> absence) {

    public Graph {
        nodes = nodes.stream().sorted(Comparator.comparing(Node::id)).toList();
        edges = edges.stream().sorted(Comparator.comparing(Edge::id)).toList();
        findings = findings.stream().distinct().sorted(Comparator.comparing(Finding::rule).thenComparing(Finding::text)).toList();
    }

    public Graph with(List<Node> otherNodes, List<Edge> otherEdges) {
        return new Graph(layer, otherNodes, otherEdges, findings, absence);
    }

    public Map<String, Node> nodesById() {
        Map<String, Node> byId = LinkedHashMap.newLinkedHashMap(nodes.size());
        nodes.forEach(node -> byId.put(node.id(), node));
        return byId;
    }
}
