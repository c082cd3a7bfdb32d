package org.cadastre.benchmarks;

import java.util.List;
import java.nio.file.Path;
import java.util.Map;

import org.cadastre.compare.internal.DeviceComparer;
import org.cadastre.model.Device;

/** One device with 25,000 to 200,000 elements, every hundredth of them changed: time and heap must grow in step. */
final class LargeDeviceBenchmark implements Benchmark {

    @Override
    public void run(Path folder, Report report) throws Exception {
        report.line("%10s %14s %14s %18s", "elements", "first s", "best of five s", "best us/element");
        for (int elements : new int[] { 25_000, 50_000, 100_000, 200_000 }) {
            Map<String, Double> figures = Contender.start(Compared.class, 8000, elements).orElseThrow();
            report.line("%,10d %14.3f %14.3f %18.3f", elements, figures.get("first"), figures.get("best"),
                    figures.get("best") / elements * 1e6);
        }
    }

    /** Two readings of one device. */
    static final class Compared extends Contender {

        @Override
        void run(List<String> arguments) throws Exception {
            int elements = Integer.parseInt(arguments.getFirst());
            Device before = new Fleet(1, elements).host(0, 0);
            Device after = new Fleet(1, elements).host(0, 0);
            var packages = ((org.cadastre.model.host.Software) after.getSections().get(2)).getPackages();
            for (int i = 0; i < packages.size(); i += 100) {
                packages.get(i).setVersion("changed");
            }
            double best = Double.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                double time = seconds(() -> new DeviceComparer().compare(before, after));
                if (i == 0) {
                    figure("first", time);
                }
                best = Math.min(best, time);
            }
            figure("best", best);
        }
    }
}
