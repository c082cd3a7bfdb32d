package org.cadastre.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.cadastre.compare.Progress;
import org.cadastre.compare.SnapshotComparer;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.Estate;
import org.cadastre.repository.SnapshotReader;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.compare.Comparison;
import org.eclipse.emf.compare.EMFCompare;
import org.eclipse.emf.compare.match.DefaultComparisonFactory;
import org.eclipse.emf.compare.match.DefaultEqualityHelperFactory;
import org.eclipse.emf.compare.match.eobject.IdentifierEObjectMatcher;
import org.eclipse.emf.compare.match.impl.MatchEngineFactoryImpl;
import org.eclipse.emf.compare.match.impl.MatchEngineFactoryRegistryImpl;
import org.eclipse.emf.compare.scope.DefaultComparisonScope;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceImpl;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;

/**
 * Two snapshots of 5,000 hosts with 200 elements each, a thousandth of the hosts changed, all of them, and none: from two
 * names to the finished result, beside stock EMF Compare (identifiers only, both models in memory) and git diff --stat.
 */
final class ComparisonBenchmark implements Benchmark {

    private static final int HOSTS = Integer.getInteger("hosts", 5000);
    private static final int ELEMENTS = Integer.getInteger("elements", 200);
    private static final int AMPLE = 10_000;

    @Override
    public void run(Path folder, Report report) throws Exception {
        Path estate = folder.resolve("estate");
        Fleet fleet = new Fleet(HOSTS, ELEMENTS);
        fleet.save(estate, "before", host -> 0);
        fleet.save(estate, "equal", host -> 0);
        fleet.save(estate, "few", host -> host % 1000 == 0 ? 7 : 0);
        fleet.save(estate, "all", host -> 7);
        report.line("%,d hosts, %,d elements each, on %d processors", HOSTS, ELEMENTS, Runtime.getRuntime().availableProcessors());
        few(estate, report);
        all(estate, report);
        equal(estate, report);
    }

    private static void few(Path estate, Report report) throws IOException, InterruptedException {
        Map<String, Double> ours = Contender.start(Ours.class, AMPLE, estate, "before", "few").orElseThrow();
        Map<String, Double> stock = Contender.start(Stock.class, AMPLE, estate, "before", "few").orElseThrow();
        report.line("");
        report.line("0.1 %% of the hosts changed: %.0f changes, stock finds %.0f differences", ours.get("changes"), stock.get("differences"));
        report.ratio("time, first in its process, from names to result", ours.get("first"), stock.get("load") + stock.get("compare"), "s",
                "stock with loading");
        report.ratio("time, best of ten, from names to result", ours.get("best"), stock.get("best"), "s",
                "stock, models in memory, best of three");
        report.ratio("time, first in its process", ours.get("first"), gitDiff(estate, "few"), "s", "git diff --stat");
        report.ratio("heap it completes in | needed", Contender.smallestHeap(Once.class, estate, "before", "few"), stock.get("heap"),
                "MB", "stock");
    }

    private static void all(Path estate, Report report) throws IOException, InterruptedException {
        Map<String, Double> ours = Contender.start(Once.class, AMPLE, estate, "before", "all").orElseThrow();
        Map<String, Double> stock = Contender.start(Stock.class, AMPLE, estate, "before", "all").orElseThrow();
        report.line("");
        report.line("every host changed: %.0f changes, stock finds %.0f differences", ours.get("changes"), stock.get("differences"));
        report.ratio("time", ours.get("first"), stock.get("load") + stock.get("compare"), "s", "stock with loading");
        report.ratio("time", ours.get("first"), gitDiff(estate, "all"), "s", "git diff --stat");
        report.ratio("heap it completes in | needed", Contender.smallestHeap(Once.class, estate, "before", "all"), stock.get("heap"),
                "MB", "stock");
    }

    private static void equal(Path estate, Report report) throws IOException, InterruptedException {
        Map<String, Double> ours = Contender.start(Ours.class, AMPLE, estate, "before", "equal").orElseThrow();
        report.line("");
        report.line("equal: first in its process %.1f ms, best of ten %.1f ms", ours.get("first") * 1000, ours.get("best") * 1000);
        report.line("       of which the comparison itself, both snapshots open: first %.1f ms, best %.1f ms",
                ours.get("firstOpen") * 1000, ours.get("bestOpen") * 1000);
    }

    private static double gitDiff(Path estate, String after) throws IOException, InterruptedException {
        String[] labels = { "before", after };
        for (int i = 0; i < labels.length; i++) {
            try (Estate open = Estate.open(estate)) {
                labels[i] = open.find(labels[i]).id();
            } catch (org.cadastre.repository.EstateException unreadable) {
                throw new IOException(unreadable);
            }
        }
        long began = System.nanoTime();
        Process git = new ProcessBuilder("git", "-c", "safe.directory=*", "-C", estate.toString(), "diff", "--stat", labels[0], labels[1],
                "--", "devices").redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (git.waitFor() != 0) {
            throw new IOException("git diff failed");
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** Cadastre, once. */
    static class Once extends Contender {

        @Override
        void run(List<String> arguments) throws Exception {
            figure("first", seconds(() -> compare(arguments)));
        }

        /** From two names to the finished result. */
        final double compare(List<String> arguments) throws Exception {
            try (Estate estate = Estate.open(Path.of(arguments.get(0)))) {
                SnapshotReader before = estate.read(estate.find(arguments.get(1)));
                SnapshotReader after = estate.read(estate.find(arguments.get(2)));
                long opened = System.nanoTime();
                SnapshotComparison result = new SnapshotComparer().compare(before, after, Progress.none());
                figure("changes", result.getDevices().stream().mapToInt(device -> device.getChanges().size()).sum());
                return (System.nanoTime() - opened) / 1e9;
            }
        }
    }

    /** Cadastre, again and again in one process, as the workbench does. */
    static final class Ours extends Once {

        @Override
        void run(List<String> arguments) throws Exception {
            double best = Double.MAX_VALUE;
            double bestOpen = Double.MAX_VALUE;
            for (int i = 0; i < 10; i++) {
                double[] open = new double[1];
                double time = seconds(() -> open[0] = compare(arguments));
                if (i == 0) {
                    figure("first", time);
                    figure("firstOpen", open[0]);
                }
                best = Math.min(best, time);
                bestOpen = Math.min(bestOpen, open[0]);
            }
            figure("best", best);
            figure("bestOpen", bestOpen);
        }
    }

    /** EMF Compare as it comes, told our keys as identifiers so that it need not guess. */
    static final class Stock extends Contender {

        @Override
        void run(List<String> arguments) throws Exception {
            ResourceSet[] sides = new ResourceSet[2];
            figure("load", seconds(() -> {
                try (Estate estate = Estate.open(Path.of(arguments.get(0)))) {
                    sides[0] = load(estate.read(estate.find(arguments.get(1))));
                    sides[1] = load(estate.read(estate.find(arguments.get(2))));
                }
            }));
            MatchEngineFactoryRegistryImpl engines = new MatchEngineFactoryRegistryImpl();
            MatchEngineFactoryImpl byKeys = new MatchEngineFactoryImpl(new IdentifierEObjectMatcher(Stock::identifier),
                    new DefaultComparisonFactory(new DefaultEqualityHelperFactory()));
            byKeys.setRanking(100);
            engines.add(byKeys);
            Comparison[] result = new Comparison[1];
            double first = 0;
            double best = Double.MAX_VALUE;
            for (int i = 0; i < 3; i++) {
                // The one before is not to count as heap that this one needs.
                result[0] = null;
                System.gc();
                double time = seconds(() -> result[0] = EMFCompare.builder().setMatchEngineFactoryRegistry(engines).build()
                        .compare(new DefaultComparisonScope(sides[1], sides[0], null)));
                first = i == 0 ? time : first;
                best = Math.min(best, time);
            }
            System.gc();
            figure("compare", first);
            figure("best", best);
            figure("differences", result[0].getDifferences().size());
        }

        private static ResourceSet load(SnapshotReader snapshot) throws Exception {
            ResourceSet set = new ResourceSetImpl();
            for (DeviceEntry entry : snapshot.devices()) {
                Resource resource = new ResourceImpl(URI.createURI("devices/" + entry.id() + ".xmi"));
                resource.getContents().add(snapshot.device(entry.id()));
                set.getResources().add(resource);
            }
            return set;
        }

        private static String identifier(EObject element) {
            EObject device = element;
            String section = "";
            while (device.eContainer() != null) {
                section = Metamodel.isSection(device.eClass()) ? device.eClass().getName() : section;
                device = device.eContainer();
            }
            return ((org.cadastre.model.Device) device).getId() + "/" + section + "/" + Metamodel.path(element);
        }
    }
}
