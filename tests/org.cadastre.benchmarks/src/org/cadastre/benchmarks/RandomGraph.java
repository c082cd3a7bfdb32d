package org.cadastre.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Edge.Certainty;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.graph.Node;

/** A graph of which every node hangs on one before it, and as many edges again lie anywhere. The same at each call. */
final class RandomGraph {

    private static final int GROUPS = 200;

    private RandomGraph() {
    }

    static Graph of(int nodes) {
        Random random = new Random(1);
        List<Node> all = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            Mark mark = i % 97 == 0 ? Mark.values()[i / 97 % Mark.values().length] : Mark.UNCHANGED;
            all.add(new Node("n" + i, "node-" + i, i % 40 == 0 ? "switch" : "host", Optional.of("n" + i),
                    Map.of("site", "site-" + i * GROUPS / nodes), List.of("node-" + i), mark, 1));
            if (i > 0) {
                edges.add(edge(edges.size(), i, random.nextInt(Math.max(1, i / 40), i + 1) - 1));
                edges.add(edge(edges.size(), i, random.nextInt(nodes)));
            }
        }
        return new Graph("topology", all, edges, List.of(), edge -> false);
    }

    private static Edge edge(int number, int from, int to) {
        return new Edge("e" + number, "link", "n" + from, "1", "n" + to, "2", "1 - 2", Certainty.CERTAIN, Set.of(), Set.of(),
                List.of(), Mark.UNCHANGED);
    }
}
