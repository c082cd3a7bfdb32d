package org.cadastre.ui.internal.estates;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Folders on this computer in which estates are kept unless the person chooses others. */
public final class Places {

    private Places() {
    }

    /** Where new estates are proposed: "Cadastre" in the person's home folder. */
    public static Path estates() {
        return Path.of(System.getProperty("user.home"), "Cadastre");
    }

    /** A folder's name made of a title: what file systems or shells find hard is replaced by a dash. */
    public static String folderName(String title) {
        return title.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    }

    /** Whether an estate can be created at a path: nothing is there, or an empty folder. */
    public static boolean isFree(String folder) {
        try {
            Path path = Path.of(folder.strip());
            return Files.notExists(path) || isEmptyFolder(path);
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    private static boolean isEmptyFolder(Path path) {
        try (DirectoryStream<Path> content = Files.newDirectoryStream(path)) {
            return !content.iterator().hasNext();
        } catch (IOException unreadable) {
            return false;
        }
    }
}
