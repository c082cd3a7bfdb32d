package org.cadastre.cli.command;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import org.cadastre.cli.CommandException;
import org.cadastre.cli.Messages;

/** A file of targets: one a line, everything behind a "#" is for people. UTF-8. */
final class TargetsFile {

    private TargetsFile() {
    }

    static List<String> read(Path file) throws CommandException {
        try {
            return Files.readAllLines(file).stream().map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty()).toList();
        } catch (NoSuchFileException none) {
            throw new CommandException(Messages.text("targets.noFile", file));
        } catch (AccessDeniedException denied) {
            throw new CommandException(Messages.text("targets.denied", file));
        } catch (MalformedInputException other) {
            throw new CommandException(Messages.text("targets.encoding", file));
        } catch (IOException fault) {
            throw new CommandException(Messages.text("targets.unreadable", file, fault.getMessage()));
        }
    }
}
