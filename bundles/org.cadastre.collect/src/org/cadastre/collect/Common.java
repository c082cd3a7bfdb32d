package org.cadastre.collect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a collector makes once for all targets of a scan, because making it for each would cost too much: a decrypted key, a
 * connection that many targets are reached through. Lives as long as the scan, which closes it. Thread-safe.
 *
 * <pre>{@code
 * KeyRing keys = context.common().get(KeyRing.class, KeyRing::new);
 * }</pre>
 */
public final class Common implements AutoCloseable {

    private final Map<Class<?>, AutoCloseable> parts = new HashMap<>();
    private final Deque<AutoCloseable> order = new ArrayDeque<>();
    private boolean closed;

    /**
     * The scan's only object of a class; the first who asks makes it.
     *
     * @param first makes it, cheaply: others wait meanwhile
     * @throws IllegalStateException when the scan is over
     */
    public synchronized <T extends AutoCloseable> T get(Class<T> type, Supplier<T> first) {
        if (closed) {
            throw new IllegalStateException("the scan is over");
        }
        return type.cast(parts.computeIfAbsent(type, none -> {
            T made = first.get();
            order.push(made);
            return made;
        }));
    }

    /** Closes everything, the last first, and takes no more. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!order.isEmpty()) {
            try {
                order.pop().close();
            } catch (Exception e) {
                // One part that cannot be closed must not keep the others open.
            }
        }
        parts.clear();
    }
}
