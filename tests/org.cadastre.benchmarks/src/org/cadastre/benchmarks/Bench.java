package org.cadastre.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What a benchmark works with: a folder of its own, processes to measure in, a table to fill. */
public final class Bench {

    private final Path folder;
    private final ResultTable table;

    Bench(Path folder, ResultTable table) {
        this.folder = folder;
        this.table = table;
    }

    /** Empty at first, gone afterwards. */
    public Path folder() {
        return folder;
    }

    public ResultTable table() {
        return table;
    }

    /** Says on standard error what goes on. */
    public void say(String what) {
        System.err.println("  ... " + what);
    }

    /**
     * Runs a step in a Java process of its own, for its time.
     *
     * @param heap as for -Xmx, e.g. "64m"
     * @throws IOException when it fails, as it does when the heap is too small
     */
    public Measured time(Class<? extends Step> step, String heap, String... arguments) throws IOException, InterruptedException {
        say(step.getSimpleName() + " " + String.join(" ", arguments) + ", time, -Xmx" + heap);
        return StepProcess.run(step, Probe.Mode.TIME, heap, List.of(arguments));
    }

    /** As {@link #time}, for the peak of the heap. */
    public Measured heap(Class<? extends Step> step, String heap, String... arguments) throws IOException, InterruptedException {
        say(step.getSimpleName() + " " + String.join(" ", arguments) + ", heap, -Xmx" + heap);
        return StepProcess.run(step, Probe.Mode.HEAP, heap, List.of(arguments));
    }

    /**
     * Runs another program, for its time.
     *
     * @throws IOException when it fails
     */
    public Quantity command(String... command) throws IOException, InterruptedException {
        say(String.join(" ", command));
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
        return Quantity.of(Duration.ofNanos(System.nanoTime() - began));
    }
}
