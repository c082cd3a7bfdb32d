package org.cadastre.repository.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.cadastre.repository.EstateException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;

/** The bare Git repository of an estate: objects, branches, and the order among those who write. Thread-safe. */
public final class Store implements AutoCloseable {

    /** The chain of snapshots. */
    public static final String SNAPSHOTS = Constants.R_HEADS + "main";
    /** What the estate itself remembers. Its being there makes a repository an estate. */
    public static final String ESTATE = Constants.R_HEADS + "estate";

    /** Longer ago than what JGit takes for the exactness of a file's time. */
    private static final Duration PAST = Duration.ofSeconds(10);

    private final Path directory;
    private volatile Repository repository;

    private Store(Path directory, Repository repository) {
        this.directory = directory;
        this.repository = repository;
    }

    /** Opens a bare repository that has the branch of an estate. */
    public static Store open(Path directory) throws EstateException {
        Path place = directory.toAbsolutePath().normalize();
        Store store = new Store(place, openBare(place));
        try {
            if (store.tip(ESTATE).isEmpty()) {
                throw new EstateException(place + " is no estate: the Git repository there has no branch \"estate\". If it is a copy"
                        + " of one, copy all its branches: git push --mirror.");
            }
            return store;
        } catch (EstateException noEstate) {
            store.close();
            throw noEstate;
        }
    }

    private static Repository openBare(Path place) throws EstateException {
        if (!Files.exists(place)) {
            throw new EstateException("There is no estate at " + place + ": no such directory.");
        }
        if (!Files.isDirectory(place)) {
            throw new EstateException(place + " is no estate: an estate is a directory.");
        }
        if (!Files.isReadable(place) || !Files.isExecutable(place)) {
            throw new EstateException("The estate " + place + " cannot be read: permission denied.");
        }
        if (Files.exists(place.resolve(Constants.DOT_GIT))) {
            throw new EstateException(place + " is no estate but a Git working copy; an estate is a bare repository"
                    + " (git clone --bare).");
        }
        IsolatedSystem.install();
        try {
            Repository repository = build(place);
            if (!repository.getConfig().getBoolean(ConfigConstants.CONFIG_CORE_SECTION,
                    ConfigConstants.CONFIG_KEY_BARE, false)) {
                repository.close();
                throw new EstateException(place + " is no estate: the Git repository there is not a bare one.");
            }
            return repository;
        } catch (RepositoryNotFoundException nothing) {
            throw new EstateException(place + " is no estate: it holds no Git repository.", nothing);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new EstateException("The estate " + place + " cannot be opened: " + reason(unreadable) + ".", unreadable);
        }
    }

    private static Repository build(Path place) throws IOException {
        bringToThePast(place.resolve("objects/pack"));
        return new FileRepositoryBuilder().setGitDir(place.toFile()).setMustExist(true).build();
    }

    /**
     * JGit searches a folder of packs again and again as long as its time is not past, because it might have missed a
     * change: with a damaged pack, and a clock that was set back since the last snapshot, for hours.
     */
    private static void bringToThePast(Path folder) {
        try {
            Instant now = Instant.now();
            if (Files.getLastModifiedTime(folder).toInstant().isAfter(now)) {
                Files.setLastModifiedTime(folder, FileTime.from(now.minus(PAST)));
            }
        } catch (IOException readOnly) {
            // Nothing depends on it unless a pack is damaged.
            return;
        }
    }

    /** Whether an estate can be created here: nothing, an empty directory, or a bare repository without any branch. */
    public static boolean isVacant(Path directory) throws EstateException {
        if (!Files.exists(directory)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            if (entries.findAny().isEmpty()) {
                return true;
            }
        } catch (IOException unreadable) {
            throw new EstateException("The directory " + directory + " cannot be read: " + reason(unreadable) + ".",
                    unreadable);
        }
        if (!FileKey.isGitRepository(directory.toFile(), FS.DETECTED)) {
            return false;
        }
        // What a creation that was broken off leaves behind, or "git init --bare".
        try (Repository begun = openBare(directory.toAbsolutePath().normalize())) {
            return begun.getRefDatabase().getRefsByPrefix(Constants.R_REFS).isEmpty();
        } catch (IOException unreadable) {
            throw new EstateException("The directory " + directory + " cannot be read: " + reason(unreadable) + ".",
                    unreadable);
        }
    }

    /** Makes a repository that has no branch yet. */
    public static Store create(Path directory) throws EstateException {
        Path place = directory.toAbsolutePath().normalize();
        IsolatedSystem.install();
        try {
            Files.createDirectories(place);
            Repository repository = new FileRepositoryBuilder().setBare().setGitDir(place.toFile()).build();
            if (!repository.getObjectDatabase().exists()) {
                repository.create(true);
            }
            repository.updateRef(Constants.HEAD).link(SNAPSHOTS);
            StoredConfig config = repository.getConfig();
            config.setBoolean(ConfigConstants.CONFIG_CORE_SECTION, null, ConfigConstants.CONFIG_KEY_BARE, true);
            // A snapshot that was pushed here stays: nobody rewinds or deletes the branch over the network.
            config.setBoolean("receive", null, "denyNonFastForwards", true);
            config.setBoolean("receive", null, "denyDeletes", true);
            config.setBoolean("receive", null, "fsckObjects", true);
            config.save();
            return new Store(place, repository);
        } catch (FileAlreadyExistsException file) {
            throw new EstateException("No estate can be created at " + place + ": it is a file.", file);
        } catch (IOException unwritable) {
            throw new EstateException("No estate can be created at " + place + ": " + reason(unwritable) + ".", unwritable);
        }
    }

    public Path directory() {
        return directory;
    }

    Repository repository() {
        return repository;
    }

    /** Something that reads objects. */
    @FunctionalInterface
    interface Reading<T> {

        T from(ObjectReader reader) throws IOException;
    }

    /**
     * Reads objects. At the first damaged one JGit takes no more objects out of the same pack file, which may hold the
     * whole estate; so that one bad block costs what is in it and nothing else, the files are opened anew then.
     */
    <T> T reading(Reading<T> reading) throws IOException {
        Repository used = repository;
        try (ObjectReader reader = used.newObjectReader()) {
            return reading.from(reader);
        } catch (MissingObjectException | CorruptObjectException damaged) {
            // Missing may mean that another thread met the damage.
            reopen(used);
        }
        Repository fresh = repository;
        try (ObjectReader reader = fresh.newObjectReader()) {
            return reading.from(reader);
        } catch (MissingObjectException | CorruptObjectException damaged) {
            reopen(fresh);
            throw damaged;
        }
    }

    private synchronized void reopen(Repository damaged) throws IOException {
        if (repository == damaged) {
            // Readers at work keep the old one; a repository holds no resources beyond its caches once it is closed.
            repository = build(directory);
            damaged.close();
        }
    }

    PackInserter newPackInserter() {
        return ((ObjectDirectory) repository.getObjectDatabase()).newPackInserter();
    }

    public Optional<ObjectId> tip(String branch) throws EstateException {
        try {
            Ref ref = repository.exactRef(branch);
            return Optional.ofNullable(ref).map(Ref::getObjectId);
        } catch (IOException unreadable) {
            throw new EstateException("The estate " + directory + " cannot be read: " + reason(unreadable) + ".",
                    unreadable);
        }
    }

    public byte[] read(ObjectId blob) throws IOException {
        return reading(reader -> read(reader, blob));
    }

    static byte[] read(ObjectReader reader, ObjectId blob) throws IOException {
        ObjectLoader loader = reader.open(blob, Constants.OBJ_BLOB);
        if (!loader.isLarge()) {
            return loader.getCachedBytes();
        }
        try (var stream = loader.openStream()) {
            return stream.readAllBytes();
        }
    }

    /** The cause of a failure in one line, for the middle of a message. */
    public static String reason(Throwable failure) {
        String message = switch (failure) {
            case AccessDeniedException denied -> "permission denied for " + denied.getFile();
            case NoSuchFileException absent -> "there is no " + absent.getFile();
            case Throwable other when other.getMessage() == null -> other.getClass().getSimpleName();
            default -> failure.getMessage();
        };
        String line = message.lines().findFirst().orElse("").strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    @Override
    public void close() {
        repository.close();
    }
}
