package org.cadastre.benchmarks;

import java.util.List;

/** What is measured in a Java process of its own, cold and with a heap of its own. Has a constructor without parameters. */
public interface Step {

    /**
     * Prepares what is not to be measured, and measures the rest with {@link Probe#measure}.
     *
     * @param arguments as given to {@link Bench#time}
     */
    void run(List<String> arguments, Probe probe) throws Exception;
}
