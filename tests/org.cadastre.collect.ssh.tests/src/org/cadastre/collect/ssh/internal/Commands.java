package org.cadastre.collect.ssh.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Runs a program of the machine that the tests run on, and fails with what it said. */
@SuppressWarnings("resource") // the process owns its streams
final class Commands {

    private Commands() {
    }

    static String run(String... command) {
        return feed("", command);
    }

    static String run(Map<String, String> environment, String... command) {
        return feed("", environment, command);
    }

    static String feed(String input, String... command) {
        return feed(input, Map.of(), command);
    }

    private static String feed(String input, Map<String, String> environment, String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
