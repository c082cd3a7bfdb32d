package org.cadastre.benchmarks;

/**
 * Holds the product against a peer, both measured in one run on one machine. An OSGi service; docs/benchmarks.md shows how
 * to write one.
 */
public interface Benchmark {

    /** As it is named to releng/benchmarks.sh, e.g. "compare-few". */
    String name();

    /** What is measured, on how much, in one line. */
    String subject();

    /**
     * Measures, and adds the rows of the table.
     *
     * @throws Exception when something could not be measured; the other benchmarks go on
     */
    void run(Bench bench) throws Exception;
}
