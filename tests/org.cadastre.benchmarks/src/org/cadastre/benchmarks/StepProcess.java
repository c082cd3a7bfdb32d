package org.cadastre.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a step in a process like this one: the same bundles and options, another heap. */
final class StepProcess {

    static final String ARGUMENT = "--step";

    private StepProcess() {
    }

    /** @param heap as for -Xmx, e.g. "64m" */
    static Measured run(Class<? extends Step> step, Probe.Mode mode, String heap, List<String> arguments)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(step, mode, heap, arguments)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process.getOutputStream().close();
        Map<String, Quantity> figures = new LinkedHashMap<>();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().forEach(line -> {
                String[] cells = line.split("\t");
                if (cells[0].equals(Probe.MARK)) {
                    figures.put(cells[1], new Quantity(Double.parseDouble(cells[2]), Quantity.Unit.valueOf(cells[3])));
                } else {
                    System.out.println(line);
                }
            });
        } finally {
            process.destroyForcibly();
        }
        if (process.waitFor() != 0) {
            throw new IOException(step.getSimpleName() + " " + arguments + " failed with -Xmx" + heap);
        }
        return new Measured(figures);
    }

    private static List<String> command(Class<? extends Step> step, Probe.Mode mode, String heap, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(option -> !option.startsWith("-Xmx"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError", "-jar", System.getProperty("java.class.path")));
        command.addAll(List.of("-application", BenchmarkApplication.ID, "-nosplash", "-data", "@none"));
        command.addAll(List.of("-configuration", System.getProperty("osgi.configuration.area").replaceFirst("^file:", "")));
        command.addAll(List.of(ARGUMENT, step.getName(), mode.name()));
        command.addAll(arguments);
        return command;
    }
}
