package org.cadastre.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Takes down what went wrong inside of the program: a user gets one line, whoever mends it needs the rest. */
final class FaultLog {

    private FaultLog() {
    }

    /** @return where the details are, for people */
    static String write(Exception fault) {
        try {
            Path directory = UserDirectories.state();
            Files.createDirectories(directory);
            Path file = directory.resolve("command-line.log");
            try (PrintWriter log = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
                log.println(Instant.now() + " " + ProductVersion.text());
                fault.printStackTrace(log);
            }
            return file.toString();
        } catch (IOException unwritable) {
            return Messages.text("fault.noLog", String.valueOf(fault.getMessage()));
        }
    }
}
