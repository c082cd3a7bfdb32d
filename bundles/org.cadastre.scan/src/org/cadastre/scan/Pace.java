package org.cadastre.scan;

import java.util.concurrent.TimeUnit;

/** Spaces out what is sent, so that no more than so many packets a second leave, whoever sends them. Thread-safe. */
final class Pace {

    private final long interval;
    private long next = System.nanoTime();

    /** @param rate packets a second, at least 1 */
    Pace(int rate) {
        this.interval = TimeUnit.SECONDS.toNanos(1) / rate;
    }

    /** Waits until the packets may leave. */
    void await(int packets) throws InterruptedException {
        long wait;
        synchronized (this) {
            long now = System.nanoTime();
            long turn = Math.max(now, next);
            next = turn + interval * packets;
            wait = turn - now;
        }
        TimeUnit.NANOSECONDS.sleep(wait);
    }
}
