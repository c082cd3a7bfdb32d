package org.cadastre.benchmarks;

import java.nio.file.Path;

/** Measures one thing beside a peer. */
interface Benchmark {

    /** @param folder empty, removed afterwards */
    void run(Path folder, Report report) throws Exception;
}
