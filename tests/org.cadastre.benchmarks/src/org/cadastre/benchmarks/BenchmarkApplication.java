package org.cadastre.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/**
 * Runs the benchmarks named, all without a name, or lists them with --list. Exit code 1 if an aim was missed, 2 if a
 * benchmark failed. The process of one step as well.
 */
public final class BenchmarkApplication implements IApplication {

    static final String ID = "org.cadastre.benchmarks.application";

    @Override
    public Object start(IApplicationContext context) throws Exception {
        context.applicationRunning();
        List<String> arguments = List.of((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
        arguments = arguments.subList(arguments.indexOf("--") + 1, arguments.size());
        if (!arguments.isEmpty() && arguments.getFirst().equals(StepProcess.ARGUMENT)) {
            return step(arguments.get(1), Probe.Mode.valueOf(arguments.get(2)), arguments.subList(3, arguments.size()));
        }
        List<Benchmark> all = benchmarks();
        if (arguments.contains("--list")) {
            all.forEach(one -> System.out.printf("%-24s %s%n", one.name(), one.subject()));
            return EXIT_OK;
        }
        List<String> names = all.stream().map(Benchmark::name).toList();
        for (String name : arguments) {
            if (!names.contains(name)) {
                System.err.println("There is no benchmark \"" + name + "\"; there are: " + String.join(", ", names));
                return 2;
            }
        }
        int exitCode = 0;
        for (Benchmark one : all) {
            if (arguments.isEmpty() || arguments.contains(one.name())) {
                exitCode = Math.max(exitCode, run(one));
            }
        }
        return exitCode;
    }

    private static List<Benchmark> benchmarks() throws InvalidSyntaxException {
        BundleContext bundles = FrameworkUtil.getBundle(BenchmarkApplication.class).getBundleContext();
        return bundles.getServiceReferences(Benchmark.class, null).stream().map(bundles::getService)
                .sorted(Comparator.comparing(Benchmark::name)).toList();
    }

    private static int run(Benchmark benchmark) throws IOException {
        Path folder = Files.createTempDirectory("cadastre-benchmark");
        ResultTable table = new ResultTable();
        System.out.println(benchmark.name() + ": " + benchmark.subject());
        try {
            benchmark.run(new Bench(folder, table));
            return table.isMissed() ? 1 : 0;
        } catch (Exception failed) {
            failed.printStackTrace();
            System.out.println("  FAILED: " + failed.getMessage());
            return 2;
        } finally {
            table.print(System.out);
            System.out.println();
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static int step(String step, Probe.Mode mode, List<String> arguments) {
        try {
            Step instance = Class.forName(step).asSubclass(Step.class).getConstructor().newInstance();
            instance.run(arguments, new Probe(mode, System.out));
            return EXIT_OK;
        } catch (Exception failed) {
            failed.printStackTrace();
            return 2;
        }
    }

    @Override
    public void stop() {
        // Benchmarks end by themselves.
    }
}
