package org.cadastre.compare.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.cadastre.compare.Progress;

/**
 * Does one step for many devices, on as many threads as there are processors. No more devices than threads are in memory at
 * a time; only the results are kept.
 */
final class Workers {

    /** A step for one device. */
    @FunctionalInterface
    interface Step<T, R> {
        /** @param cancelled to be asked again and again by steps that take long */
        R apply(T work, BooleanSupplier cancelled);
    }

    private final int threads = Runtime.getRuntime().availableProcessors();

    /**
     * @return the results, in any order
     * @throws InterruptedException when the caller's thread was interrupted; by then all threads have ended
     */
    <T, R> List<R> forEach(List<T> work, Step<T, R> step, Progress progress) throws InterruptedException {
        List<R> results = Collections.synchronizedList(new ArrayList<>());
        Iterator<T> queue = work.iterator();
        AtomicBoolean cancelled = new AtomicBoolean();
        Runnable worker = () -> {
            for (Optional<T> next = next(queue); next.isPresent() && !cancelled.get(); next = next(queue)) {
                R result = step.apply(next.get(), cancelled::get);
                synchronized (results) {
                    results.add(result);
                    progress.compared(results.size(), work.size());
                }
            }
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, work.size())))) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < Math.min(threads, work.size()); i++) {
                running.add(pool.submit(worker));
            }
            try {
                for (Future<?> one : running) {
                    one.get();
                }
            } catch (ExecutionException defect) {
                throw new IllegalStateException(defect.getCause());
            } finally {
                cancelled.set(true);
            }
        }
        return results;
    }

    private static <T> Optional<T> next(Iterator<T> queue) {
        synchronized (queue) {
            return queue.hasNext() ? Optional.of(queue.next()) : Optional.empty();
        }
    }
}
