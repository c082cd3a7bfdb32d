package org.cadastre.repository.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;

import org.cadastre.repository.EstateException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.util.SystemReader;

/**
 * Moves a branch forward, one writer at a time. Holds after a move: the new commit and all it refers to are on the disk,
 * and so is the branch.
 */
public final class Branch {

    /** How often a move is tried again because somebody without our lock (git push) was faster. */
    private static final int ATTEMPTS = 10;
    /** Git holds a branch's lock file for milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Store store;
    private final String name;

    public Branch(Store store, String name) {
        this.store = store;
        this.name = name;
    }

    /** Makes the commit that is to follow a tip. */
    @FunctionalInterface
    public interface Step<T> {

        /** @return what to move to, with all its objects written; empty to leave the branch as it is */
        Optional<Next<T>> after(Optional<ObjectId> tip) throws EstateException, IOException;
    }

    public record Next<T>(ObjectId commit, T result) {
    }

    /** @return the result of the step that landed; empty if it left the branch as it is */
    public <T> Optional<T> advance(Step<T> step) throws EstateException {
        try (EstateLock lock = EstateLock.acquire(store.directory())) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<ObjectId> tip = store.tip(name);
                Optional<Next<T>> next = step.after(tip);
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                if (move(tip, next.get().commit(), lock)) {
                    return Optional.of(next.get().result());
                }
            }
        } catch (IOException unwritable) {
            throw new EstateException("The estate " + store.directory() + " cannot be written: "
                    + Store.reason(unwritable) + "; nothing was changed.", unwritable);
        }
        throw new EstateException("The estate " + store.directory()
                + " cannot be written: others write to it all the time; try again later.");
    }

    private boolean move(Optional<ObjectId> tip, ObjectId commit, EstateLock lock) throws IOException, EstateException {
        for (int locked = 0; locked < ATTEMPTS; locked++) {
            RefUpdate update = store.repository().updateRef(name);
            update.setExpectedOldObjectId(tip.orElse(ObjectId.zeroId()));
            update.setNewObjectId(commit);
            update.disableRefLog();
            RefUpdate.Result result = update.update();
            switch (result) {
                case NEW, FAST_FORWARD, NO_CHANGE, FORCED -> {
                    force(store.directory().resolve(name).getParent());
                    return true;
                }
                case LOCK_FAILURE -> {
                    if (!store.tip(name).equals(tip)) {
                        return false;
                    }
                    waitForLockFile(lock);
                }
                default -> throw new IOException("branch " + name + " cannot be moved (" + result + ")");
            }
        }
        return false;
    }

    /**
     * Returns when Git's own lock file of the branch is gone or has changed hands. Whoever holds one that stays the same
     * for seconds was killed: while we have the estate's lock no other Cadastre is between locking and moving, and Git
     * itself needs milliseconds.
     */
    private void waitForLockFile(EstateLock lock) throws IOException, EstateException {
        Path file = store.directory().resolve(name + ".lock");
        FileTime seen = modified(file);
        for (long waited = 0; seen != null; waited += PAUSE.toMillis()) {
            if (waited >= PATIENCE.toMillis()) {
                if (!lock.isExclusive()) {
                    throw new EstateException("The estate " + store.directory() + " is locked by " + file
                            + "; remove this file if no other program writes to the estate.");
                }
                Files.deleteIfExists(file);
                return;
            }
            pause();
            FileTime now = modified(file);
            if (!seen.equals(now)) {
                return;
            }
        }
        // The lock file was there for a moment only.
        pause();
    }

    private static FileTime modified(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file);
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    /** Brings a file, or the entries of a directory, to the disk. */
    static void force(Path path) throws IOException {
        if (SystemReader.getInstance().isWindows()) {
            // There a file must be open for writing, which a finished pack does not allow.
            return;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
