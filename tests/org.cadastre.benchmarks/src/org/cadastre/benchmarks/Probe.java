package org.cadastre.benchmarks;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Measures inside of a step's process, either time or heap: the two would disturb each other. The peak of the heap is what
 * is in use after a collection, the most that was seen; collections are forced all the time, so garbage does not count.
 */
public final class Probe {

    static final String MARK = "@figure";

    /** What one run of a step measures. */
    public enum Mode {
        TIME, HEAP
    }

    /** Something to be measured. */
    @FunctionalInterface
    public interface Work<T> {

        T run() throws Exception;
    }

    private final Mode mode;
    private final PrintStream out;

    Probe(Mode mode, PrintStream out) {
        this.mode = mode;
        this.out = out;
    }

    /** Measures the time of the work, or the peak of the heap meanwhile, under a name. */
    public <T> T measure(String name, Work<T> work) throws Exception {
        if (mode == Mode.TIME) {
            long began = System.nanoTime();
            T result = work.run();
            note(name, Quantity.of(Duration.ofNanos(System.nanoTime() - began)));
            return result;
        }
        try (HeapPeak peak = new HeapPeak()) {
            T result = work.run();
            note(name, Quantity.bytes(peak.bytes()));
            return result;
        }
    }

    /** Adds a figure that the step counted itself. */
    public void note(String name, Quantity figure) {
        out.println(MARK + "\t" + name + "\t" + figure.value() + "\t" + figure.unit());
    }
}
