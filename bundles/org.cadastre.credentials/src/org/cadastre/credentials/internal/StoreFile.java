package org.cadastre.credentials.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.cadastre.collect.ConfigurationDirectory;
import org.cadastre.credentials.CredentialDescription;
import org.cadastre.credentials.CredentialDescription.Kind;
import org.cadastre.credentials.CredentialException;

/**
 * The file of the store: a line with the format's name and version, then a line for each credential, its fields parted by
 * tabs: name, kind, user, key file, sealed secret in Base64. Replaced as a whole, so that readers need no lock; changed
 * under the lock of a file of its own, so that processes do not lose each other's changes.
 */
public final class StoreFile {

    private static final String HEAD = "cadastre-credentials 1";
    private static final Duration LOCK_LIMIT = Duration.ofSeconds(10);
    private static final long LOCK_PAUSE_MILLIS = 20;

    /** A change of the entries; what it returns is stored. */
    @FunctionalInterface
    public interface Change {
        List<Entry> apply(List<Entry> entries) throws CredentialException;
    }

    private final Path directory;
    private final Path file;

    public StoreFile(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("credentials");
    }

    /** The entries in the order they were added; none when there is no file yet. */
    public List<Entry> read() throws CredentialException {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            OwnerOnly.require(file);
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
                throw damaged();
            }
            List<Entry> entries = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                entries.add(parse(line));
            }
            return entries;
        } catch (CharacterCodingException e) {
            throw damaged();
        } catch (IOException e) {
            throw failure("cannot read", file, e);
        }
    }

    public void change(Change change) throws CredentialException {
        Path lockFile = directory.resolve("credentials.lock");
        try {
            OwnerOnly.createDirectory(directory);
            try (FileChannel channel = FileChannel.open(lockFile,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.file());
                    FileLock lock = lock(channel)) {
                List<Entry> before = read();
                List<Entry> after = change.apply(before);
                if (!after.equals(before)) {
                    write(after);
                }
            }
        } catch (FileAlreadyExistsException | NotDirectoryException e) {
            throw new CredentialException("%s is not a directory; credentials are kept in a directory".formatted(directory), e);
        } catch (IOException e) {
            throw failure("cannot write in", directory, e);
        }
    }

    /** What is stored of a description: everything before the secret. */
    static String clearText(CredentialDescription description) {
        return String.join("\t", description.name(), description.kind().name(), description.user(),
                description.keyFile().map(Path::toString).orElse(""));
    }

    static CredentialException failure(String what, Path where, IOException e) {
        String why = e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
        return new CredentialException("%s %s: %s; check its permissions, or name another directory in %s"
                .formatted(what, where, why, ConfigurationDirectory.VARIABLE), e);
    }

    private Entry parse(String line) throws CredentialException {
        String[] fields = line.split("\t", -1);
        if (fields.length != 5) {
            throw damaged();
        }
        try {
            Optional<Path> keyFile = fields[3].isEmpty() ? Optional.empty() : Optional.of(Path.of(fields[3]));
            Optional<byte[]> sealed = fields[4].isEmpty() ? Optional.empty() : Optional.of(Base64.getDecoder().decode(fields[4]));
            Kind kind = Kind.valueOf(fields[1]);
            if (kind != Kind.AGENT && keyFile.isPresent() != (kind == Kind.PRIVATE_KEY)) {
                throw damaged();
            }
            return new Entry(new CredentialDescription(fields[0], kind, fields[2], keyFile), sealed);
        } catch (IllegalArgumentException e) { // also an invalid path
            throw damaged();
        }
    }

    private CredentialException damaged() {
        return new CredentialException(
                "%s is damaged, or written by a newer Cadastre; restore it from a backup, or delete it and add the credentials again"
                        .formatted(file));
    }

    private void write(List<Entry> entries) throws IOException {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        for (Entry entry : entries) {
            text.append(clearText(entry.description())).append('\t')
                    .append(entry.sealed().map(Base64.getEncoder()::encodeToString).orElse("")).append('\n');
        }
        Path next = directory.resolve("credentials.new");
        Files.deleteIfExists(next);
        try (FileChannel channel = FileChannel.open(next,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), OwnerOnly.file())) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Tries again and again, because a lock of this very process, from another store, does not let wait. */
    private FileLock lock(FileChannel channel) throws IOException, CredentialException {
        long end = System.nanoTime() + LOCK_LIMIT.toNanos();
        while (System.nanoTime() < end) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException e) {
                // Held by this process.
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOCK_PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CredentialException("interrupted while waiting for the credentials; nothing was changed", e);
            }
        }
        throw new CredentialException(
                "another Cadastre has been changing the credentials in %s for %d s; end it, then try again"
                        .formatted(directory, LOCK_LIMIT.toSeconds()));
    }
}
