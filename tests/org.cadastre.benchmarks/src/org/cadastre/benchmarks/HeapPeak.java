package org.cadastre.benchmarks;

import java.lang.management.ManagementFactory;

/** The most that is in use on the heap after a collection, from the making of this object on. Forces collections. */
final class HeapPeak implements AutoCloseable {

    /** Between two collections, so many times what one takes. */
    private static final int REST = 3;
    private static final long LEAST_REST = 5_000_000;

    private final Thread sampler;
    private volatile boolean running = true;
    private long most;

    HeapPeak() {
        sample();
        sampler = Thread.ofPlatform().daemon().start(() -> {
            while (running) {
                long began = System.nanoTime();
                sample();
                long rest = Math.max(LEAST_REST, (System.nanoTime() - began) * REST);
                try {
                    Thread.sleep(rest / 1_000_000);
                } catch (InterruptedException enough) {
                    return;
                }
            }
        });
    }

    private synchronized void sample() {
        System.gc();
        most = Math.max(most, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /** @return bytes, this moment included */
    long bytes() {
        sample();
        return most;
    }

    @Override
    public void close() {
        running = false;
        sampler.interrupt();
    }
}
