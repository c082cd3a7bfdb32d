package org.cadastre.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.cadastre.repository.Estate;

/** What snapshots take on the disk: a second one of the same, and a year of daily ones. */
final class GrowthBenchmark implements Benchmark {

    private static final int HOSTS = Integer.getInteger("hosts", 5000);
    private static final int DAILY = Integer.getInteger("daily", 1000);
    private static final int DAYS = 365;

    @Override
    public void run(Path folder, Report report) throws Exception {
        second(folder.resolve("second"), report);
        year(folder.resolve("year"), report);
    }

    private static void second(Path place, Report report) throws Exception {
        Fleet fleet = new Fleet(HOSTS, 200);
        fleet.save(place, "first", host -> 0);
        long first = size(place);
        long began = System.nanoTime();
        fleet.save(place, "second", host -> 0);
        double seconds = (System.nanoTime() - began) / 1e9;
        report.line("%,d hosts: first snapshot %.2f MB, the second one, unchanged, %.2f MB more, written in %.1f s", HOSTS, first / 1e6,
                (size(place) - first) / 1e6, seconds);
    }

    private static void year(Path place, Report report) throws Exception {
        Fleet fleet = new Fleet(DAILY, 200);
        long first = 0;
        long most = 0;
        int[] versions = new int[DAILY];
        try (Estate estate = Estate.create(place, "year")) {
            for (int day = 0; day <= DAYS; day++) {
                for (int i = 0; day > 0 && i < DAILY / 200; i++) {
                    versions[(day * 7919 + i * 104729) % DAILY] = day;
                }
                fleet.save(estate, "day " + day, host -> versions[host]);
                long now = size(place);
                first = day == 0 ? now : first;
                most = Math.max(most, now);
            }
        }
        report.line("%d days, 0.5 %% of %,d hosts changed a day: first snapshot %.2f MB, all %.2f MB (%.2f times), on the way at most %.2f times",
                DAYS, DAILY, first / 1e6, size(place) / 1e6, (double) size(place) / first, (double) most / first);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> Files.isRegularFile(file) ? file.toFile().length() : 0).sum();
        }
    }
}
