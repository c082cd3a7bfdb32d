package org.cadastre.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the benchmarks that the arguments name, or all, and prints their figures beside those of their peers, measured in the
 * same run. Started by {@code releng/benchmarks.sh}; docs/benchmarks.md tells what each measures.
 */
public final class Benchmarks {

    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("comparison", new ComparisonBenchmark());
        ALL.put("large-device", new LargeDeviceBenchmark());
        ALL.put("growth", new GrowthBenchmark());
        ALL.put("listing", new ListingBenchmark());
        ALL.put("excel", new ExcelBenchmark());
        ALL.put("graph", new GraphBenchmark());
        ALL.put("hosts", new HostsBenchmark());
        ALL.put("agents", new AgentsBenchmark());
    }

    private Benchmarks() {
    }

    /** @param arguments names of benchmarks; none for all */
    public static void main(String[] arguments) throws Exception {
        List<String> names = arguments.length == 0 ? List.copyOf(ALL.keySet()) : List.of(arguments);
        for (String name : names) {
            if (!ALL.containsKey(name)) {
                System.err.println("benchmarks: there is no benchmark " + name + "; there are: " + String.join(", ", ALL.keySet()));
                System.exit(2);
            }
        }
        for (String name : names) {
            System.out.println("== " + name);
            Path folder = Files.createTempDirectory("cadastre-benchmark-");
            try {
                ALL.get(name).run(folder, new Report());
            } finally {
                delete(folder);
            }
            System.out.println();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(files::add);
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
