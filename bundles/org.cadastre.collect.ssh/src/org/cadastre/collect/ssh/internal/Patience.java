package org.cadastre.collect.ssh.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.cadastre.collect.CollectionException;

/**
 * Waits for work that blocks on a device, and no longer than until an instant: name lookups, sockets and the SSH library do not
 * all notice that their thread is interrupted, so the work has a thread of its own, which is no virtual one because the library
 * waits inside synchronized blocks.
 */
final class Patience {

    /** For work that was told to stop to come back with what it has. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private Patience() {
    }

    /**
     * @param stop ends the work early; called by this thread when the time is up or this thread is interrupted
     * @return what the work returned, empty when it did not come back although it was told to stop
     */
    static <T> Optional<T> await(Callable<T> work, Runnable stop, Instant until, String name)
            throws CollectionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        new Crew(name).start(task);
        try {
            return Optional.of(get(task, Duration.between(Instant.now(), until)));
        } catch (TimeoutException e) {
            stop.run();
            return afterGrace(task);
        } catch (InterruptedException e) {
            stop.run();
            task.cancel(true);
            throw e;
        }
    }

    private static <T> Optional<T> afterGrace(FutureTask<T> task) throws CollectionException, InterruptedException {
        try {
            return Optional.of(get(task, GRACE));
        } catch (TimeoutException e) {
            task.cancel(true);
            return Optional.empty();
        }
    }

    private static <T> T get(FutureTask<T> task, Duration limit)
            throws CollectionException, InterruptedException, TimeoutException {
        try {
            return task.get(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case CollectionException told -> throw told;
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /**
     * The threads of the work: its own and those that the SSH library starts for it. An error that ends one of the latter, such
     * as the lack of memory for what a hostile device announces, would leave the work waiting for it; it is interrupted instead.
     */
    private static final class Crew extends ThreadGroup {

        private volatile Thread first;

        Crew(String name) {
            super(name);
        }

        void start(Runnable work) {
            first = Thread.ofPlatform().daemon().group(this).name(getName()).unstarted(work);
            first.start();
        }

        @Override
        public void uncaughtException(Thread thread, Throwable failure) {
            first.interrupt();
        }
    }
}
