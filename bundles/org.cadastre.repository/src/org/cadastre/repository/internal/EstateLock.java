package org.cadastre.repository.internal;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one writer at a time move the branches of an estate. The operating system gives the lock back when its holder
 * dies, so it never outlives a killed process. It orders those who know it; correctness rests on Git's compare-and-set.
 */
final class EstateLock implements AutoCloseable {

    /** One for the process: the operating system's locks do not tell its threads apart. Held for moments only. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;
    private final boolean exclusive;

    private EstateLock(FileChannel channel) throws IOException {
        this.channel = channel;
        this.exclusive = lock(channel);
    }

    /** Waits until the lock is free. */
    static EstateLock acquire(Path directory) throws IOException {
        THREADS.lock();
        try {
            return new EstateLock(open(directory));
        } catch (IOException | RuntimeException unusable) {
            THREADS.unlock();
            throw unusable;
        }
    }

    private static FileChannel open(Path directory) throws IOException {
        return FileChannel.open(directory.resolve("cadastre.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Some network file systems have no locks. */
    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.lock().isValid();
        } catch (ClosedByInterruptException interrupted) {
            throw interrupted;
        } catch (IOException unsupported) {
            return false;
        }
    }

    /** Whether every other process that knows this lock is certainly kept out. */
    boolean isExclusive() {
        return exclusive;
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            THREADS.unlock();
        }
    }
}
