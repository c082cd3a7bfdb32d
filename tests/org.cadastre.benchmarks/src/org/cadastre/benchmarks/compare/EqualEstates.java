package org.cadastre.benchmarks.compare;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.cadastre.benchmarks.Bench;
import org.cadastre.benchmarks.Benchmark;
import org.cadastre.benchmarks.LargeCompany;
import org.cadastre.benchmarks.Measured;
import org.cadastre.benchmarks.Probe;
import org.cadastre.benchmarks.Quantity;
import org.cadastre.benchmarks.Step;
import org.cadastre.repository.Estate;
import org.osgi.service.component.annotations.Component;

/** Two snapshots with the same devices are told from two object ids. */
@Component(service = Benchmark.class)
public final class EqualEstates implements Benchmark {

    private static final int ROUNDS = 20;

    @Override
    public String name() {
        return "compare-equal";
    }

    @Override
    public String subject() {
        return "two equal snapshots, from their names to the result, inside the process";
    }

    @Override
    public void run(Bench bench) throws Exception {
        for (int hosts : new int[] { 100, 1_000, 10_000 }) {
            Path place = bench.folder().resolve("equal-" + hosts);
            try (Estate estate = Estate.create(place, "equal")) {
                LargeCompany company = new LargeCompany(hosts, 60);
                company.take(estate, "before", host -> false, 0, 1_000);
                company.take(estate, "after", host -> false, 0, 2_000);
            }
            Measured measured = bench.time(Comparing.class, "512m", place.toString(), Integer.toString(ROUNDS));
            bench.table().limit(hosts + " hosts, the first time", measured.get("first"), Quantity.of(Duration.ofMillis(50)));
            bench.table().limit(hosts + " hosts, the " + ROUNDS + "th time", measured.get("last"), Quantity.of(Duration.ofMillis(50)));
        }
    }

    /** Opens the estate and compares "before" with "after", so many times. */
    public static final class Comparing implements Step {

        @Override
        public void run(List<String> arguments, Probe probe) throws Exception {
            int rounds = Integer.parseInt(arguments.get(1));
            for (int round = 1; round <= rounds; round++) {
                Comparison comparison = new Comparison(Path.of(arguments.get(0)), "before", "after");
                if (round == 1 || round == rounds) {
                    probe.measure(round == 1 ? "first" : "last", comparison);
                } else {
                    comparison.run();
                }
            }
        }
    }
}
