package org.cadastre.benchmarks;

import java.util.List;
import java.util.Set;

import org.cadastre.analysis.graph.Folding;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.layout.GraphLayout;

/** Layout of large graphs, in full and folded. */
final class GraphLayoutContender extends Contender {

    private static final int RUNS = 3;
    private static final double CANCEL_AFTER = 0.5;

    @Override
    void run(List<String> arguments) throws Exception {
        Graph graph = RandomGraph.of(5000);
        figure("foldedFirst", seconds(() -> folded(graph)));
        figure("foldedBest", best(() -> folded(graph)));
        Graph large = RandomGraph.of(50_000);
        figure("folded50000", seconds(() -> folded(large)));
        figure("first", seconds(() -> new GraphLayout().place(graph)));
        figure("best", best(() -> new GraphLayout().place(graph)));
        long end = System.nanoTime() + (long) (CANCEL_AFTER * 1e9);
        figure("cancelled", seconds(() -> {
            try {
                new GraphLayout(() -> System.nanoTime() > end).place(graph);
            } catch (InterruptedException cancelled) {
                Thread.interrupted();
            }
        }));
    }

    private static void folded(Graph graph) throws InterruptedException {
        new GraphLayout().place(Folding.fold(graph, "site", Set.of()));
    }

    private double best(Work work) throws Exception {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            best = Math.min(best, seconds(work));
        }
        return best;
    }
}
