package org.cadastre.benchmarks;

import java.nio.file.Path;
import java.util.Map;

/**
 * Laying out and drawing large graphs, frames of 1200 x 800 drawn into an image. Beside it the same frames with everything in
 * sight drawn anew each time. Needs a display, such as Xvfb.
 */
final class GraphBenchmark implements Benchmark {

    private static final int HEAP = 2000;

    @Override
    public void run(Path folder, Report report) throws Exception {
        if (System.getenv("DISPLAY") == null) {
            report.line("no display: start it under xvfb-run, or set DISPLAY");
            return;
        }
        Map<String, Double> layout = Contender.start(GraphLayoutContender.class, HEAP).orElseThrow();
        report.line("layout of 5,000 nodes and 10,000 edges  first %.2f s, best %.2f s; cancelled after %.2f s", layout.get("first"),
                layout.get("best"), layout.get("cancelled"));
        report.line("folded to 200 nodes                     first %.2f s, best %.2f s", layout.get("foldedFirst"),
                layout.get("foldedBest"));
        report.line("50,000 nodes, folded to 200             %.2f s", layout.get("folded50000"));
        Map<String, Double> ours = Contender.start(GraphFramesContender.class, HEAP, true).orElseThrow();
        Map<String, Double> peer = Contender.start(GraphFramesContender.class, HEAP, false).orElseThrow();
        for (String where : GraphFramesContender.SCALES) {
            for (String move : new String[] { "pan", "selected", "zoom" }) {
                String name = move + "-" + where;
                report.line("%-8s %-6s  %,8.1f frames/s, slowest frame %5.1f ms, sharp %3.0f %%, %,6.0f bytes a frame   everything drawn: %,6.1f frames/s",
                        move, where, ours.get(name), ours.get(name + "-slowest"), ours.get(name + "-sharp"), ours.get(name + "-bytes"),
                        peer.getOrDefault(name, peer.get("pan-" + where)));
            }
            report.line("sharp after a zoom, %-6s  %.2f s", where, ours.get("rest-" + where));
        }
    }
}
