package org.cadastre.collect.unix.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.cadastre.collect.unix.internal.CommandOutput.End;

/**
 * Outputs of many systems, recorded by others. They are not part of the project: looked for in the folder that
 * {@code -Dcadastre.corpus=} names, or in ../shared/corpus beside the checkout; tests that need them are skipped without.
 */
final class Corpus {

    private Corpus() {
    }

    static Path folder() {
        String named = System.getProperty("cadastre.corpus");
        Path corpus = (named != null ? Path.of(named)
                : Path.of(System.getProperty("cadastre.checkout", ".")).toAbsolutePath().resolve("../shared/corpus").normalize()).resolve("unix");
        assumeTrue(Files.isDirectory(corpus), "no recorded outputs at " + corpus + "; name them with -Dcadastre.corpus=");
        return corpus;
    }

    /** The answer of that name, from a file below the corpus. */
    static CommandOutput answer(String name, String path) {
        try {
            return new CommandOutput(name, name, "root", Files.readAllBytes(folder().resolve(path)), "", End.EXITED, 0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Path> files(String path) {
        try (var files = Files.list(folder().resolve(path))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
