package org.cadastre.cli.command;

import java.nio.file.Path;

import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;

import picocli.CommandLine.Option;

/** Which estate a command is about. */
final class EstateOption {

    @Option(names = "--estate", required = true, paramLabel = "DIR", descriptionKey = "option.estate")
    private Path directory;

    Path directory() {
        return directory;
    }

    Estate open() throws EstateException {
        return Estate.open(directory);
    }
}
