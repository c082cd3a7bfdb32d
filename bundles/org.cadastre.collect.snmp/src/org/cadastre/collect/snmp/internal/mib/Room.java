package org.cadastre.collect.snmp.internal.mib;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many values a device may have in memory: as many as devices usually have, always; more only while the devices of the scan
 * together leave room. So devices that never end cannot fill the memory, nor take the room of ordinary ones.
 */
public final class Room implements AutoCloseable {

    private static final int OWN = 20_000;
    private static final int MOST = 250_000;

    private final Shared shared;
    private final AtomicLong taken = new AtomicLong();

    /** What the devices of a scan have in common. */
    public static final class Shared implements AutoCloseable {

        /** Bytes that a value costs at the most, with the row and the element that are made of it. */
        private static final long COST = 1_500;

        private final AtomicLong free = new AtomicLong(Runtime.getRuntime().maxMemory() / 3 / COST);

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    public Room(Shared shared) {
        this.shared = shared;
    }

    /** @return whether there was room for one more value */
    public boolean take() {
        long number = taken.incrementAndGet();
        return number <= OWN || number <= MOST && shared.free.decrementAndGet() >= 0;
    }

    /** Gives back what was taken of the common room. */
    @Override
    public void close() {
        shared.free.addAndGet(Math.max(0, Math.min(MOST, taken.get()) - OWN));
    }
}
