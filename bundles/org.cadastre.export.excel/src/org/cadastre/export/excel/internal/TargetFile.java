package org.cadastre.export.excel.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that comes into being as a whole or not at all: it is written beside its place and moved there. What is there
 * before stays until then.
 *
 * <pre>{@code
 * try (TargetFile target = TargetFile.open(file)) {
 *     target.write(out -> ...);
 * }
 * }</pre>
 */
public final class TargetFile implements AutoCloseable {

    private final Path file;
    private final Path draft;

    private TargetFile(Path file, Path draft) {
        this.file = file;
        this.draft = draft;
    }

    /** Finds out whether the file can be written, before the work is done. */
    public static TargetFile open(Path file) throws IOException {
        // A link stays a link; what it leads to is replaced.
        Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.isDirectory(place) || place.getFileName() == null) {
            throw new IOException(file + " is a directory; name a file in it, for example " + file.resolve("cadastre.xlsx"));
        }
        if (Files.exists(place) && !Files.isRegularFile(place)) {
            throw new IOException(file + " is no ordinary file; name another one");
        }
        if (!Files.isDirectory(place.getParent())) {
            throw new IOException("the directory " + place.getParent() + " does not exist; create it or name another one");
        }
        Path draft = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.createFile(draft);
        } catch (IOException fault) {
            throw notWritable(file, fault);
        }
        return new TargetFile(place, draft);
    }

    /** What writes the contents. */
    public interface Contents {
        void writeTo(OutputStream out) throws IOException;
    }

    public void write(Contents contents) throws IOException {
        try {
            try (OutputStream out = Files.newOutputStream(draft, StandardOpenOption.WRITE)) {
                contents.writeTo(out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException fault) {
            throw notWritable(file, fault);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(draft);
    }

    private static IOException notWritable(Path file, IOException fault) {
        String reason = switch (fault) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException gone -> "its directory is gone";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(fault.getMessage());
        };
        return new IOException(file + " cannot be written: " + reason, fault);
    }
}
