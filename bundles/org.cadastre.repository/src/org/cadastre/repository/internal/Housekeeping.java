package org.cadastre.repository.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.GC;
import org.eclipse.jgit.storage.pack.PackConfig;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps an estate small: from time to time all packs become one, in which the manifest or the index of a day is stored
 * as its difference from that of the day before.
 *
 * <p>No snapshot can get lost by it. The new pack holds all that any branch leads to and is on the disk before an old one
 * is removed. The estate's lock is held meanwhile, so that no other scan has a finished pack to which no branch leads
 * yet. What nothing leads to (scans that were given up) stays for two weeks more.
 */
public final class Housekeeping {

    private static final int MOST_PACKS = 40;
    /** Below this it is not worth the time. */
    private static final long LITTLE = 1 << 20;
    /** Larger files are stored whole: a difference needs several of them in memory. */
    private static final int LARGE_FILE = 16 << 20;
    /** For each thread, in bytes. */
    private static final long MEMORY = 64 << 20;
    private static final Duration UNREFERENCED = Duration.ofDays(14);
    /** A scan at work writes to its pack more often than this. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Store store;
    private final Path objects;

    public Housekeeping(Store store) {
        this.store = store;
        this.objects = store.directory().resolve("objects");
    }

    /**
     * Tidies up if it is time to. Nothing depends on its success, so a failure is left for the next snapshot, and a
     * damaged estate as it is.
     */
    public void tidy() {
        try (EstateLock lock = EstateLock.acquire(store.directory())) {
            removeAbandoned();
            if (lock.isExclusive() && isDue()) {
                removeLockOfTheDead();
                repack();
            }
        } catch (IOException | RuntimeException later) {
            // The snapshot is safe; only space would have been won.
            return;
        }
    }

    /**
     * The larger the estate, the rarer: what it costs is in proportion to what was written since the last time. The
     * estate never takes more than a third above what it must.
     */
    private boolean isDue() throws IOException {
        List<Long> sizes = new ArrayList<>();
        for (Path pack : files(objects.resolve("pack"), name -> name.endsWith(".pack"))) {
            sizes.add(Files.size(pack));
        }
        long all = sizes.stream().mapToLong(Long::longValue).sum();
        long largest = sizes.stream().mapToLong(Long::longValue).max().orElse(0);
        long rest = all - largest;
        return sizes.size() > MOST_PACKS || rest > LITTLE && rest > largest / 3;
    }

    private void repack() throws IOException {
        PackConfig config = new PackConfig(store.repository());
        // Each file is compared anew with those it resembles. Differences that are there already would be quicker to
        // keep, but Git does not look for others that build on them: a year of snapshots took half as much again.
        config.setReuseObjects(false);
        config.setReuseDeltas(false);
        config.setBuildBitmaps(false);
        config.setBigFileThreshold(LARGE_FILE);
        config.setDeltaSearchMemoryLimit(MEMORY);
        GC collection = new GC((FileRepository) store.repository());
        collection.setPackConfig(config);
        collection.setPackExpireAgeMillis(0);
        collection.setExpireAgeMillis(UNREFERENCED.toMillis());
        try {
            collection.gc();
        } catch (ParseException | GitAPIException impossible) {
            throw new IOException(impossible);
        }
    }

    /**
     * Git marks an estate that is being packed with a file that names the process, and whoever was killed leaves it
     * behind. JGit would believe it for half a day.
     */
    private void removeLockOfTheDead() throws IOException {
        Path file = store.directory().resolve("gc.pid");
        if (Files.exists(file)) {
            String[] words = Files.readString(file).strip().split("\\s+");
            boolean here = words.length == 2 && words[1].equals(SystemReader.getInstance().getHostname());
            if (here && words[0].matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(words[0])).isEmpty()) {
                Files.delete(file);
            }
        }
    }

    /** The unfinished packs of scans that were killed. */
    private void removeAbandoned() throws IOException {
        Instant limit = Instant.now().minus(ABANDONED);
        for (Path file : files(objects, name -> name.startsWith("insert_"))) {
            if (Files.readAttributes(file, BasicFileAttributes.class).lastModifiedTime().toInstant().isBefore(limit)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> files(Path folder, Predicate<String> name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name.test(file.getFileName().toString())).toList();
        }
    }
}
