package org.cadastre.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.cadastre.repository.Estate;

/** Listing 1,000 snapshots, and opening one of 10,000 devices to its device list. */
final class ListingBenchmark implements Benchmark {

    @Override
    public void run(Path folder, Report report) throws Exception {
        Path many = folder.resolve("many");
        Fleet small = new Fleet(20, 20);
        try (Estate estate = Estate.create(many, "many")) {
            for (int i = 0; i < 1000; i++) {
                int day = i;
                small.save(estate, "snapshot " + i, host -> host == day % 20 ? day : 0);
            }
        }
        Map<String, Double> listed = Contender.start(Listed.class, 512, many).orElseThrow();
        report.line("1,000 snapshots listed: %.3f s, in a new process after its start", listed.get("time"));

        Path large = folder.resolve("large");
        new Fleet(10_000, 20).save(large, "large", host -> 0);
        Map<String, Double> opened = Contender.start(Opened.class, 512, large).orElseThrow();
        report.line("snapshot of 10,000 devices opened to its device list: %.3f s, in a new process after its start", opened.get("time"));
    }

    static final class Listed extends Contender {

        @Override
        void run(List<String> arguments) throws Exception {
            figure("time", seconds(() -> {
                try (Estate estate = Estate.open(Path.of(arguments.getFirst()))) {
                    figure("found", estate.snapshots().size());
                }
            }));
        }
    }

    static final class Opened extends Contender {

        @Override
        void run(List<String> arguments) throws Exception {
            figure("time", seconds(() -> {
                try (Estate estate = Estate.open(Path.of(arguments.getFirst()))) {
                    figure("found", estate.read(estate.find("latest")).devices().size());
                }
            }));
        }
    }
}
