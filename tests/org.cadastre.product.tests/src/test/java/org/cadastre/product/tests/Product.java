package org.cadastre.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The product as its user has it: the start script, with a home of its own. */
final class Product {

    static final Path CHECKOUT = Path.of(System.getProperty("cadastre.checkout", "../.."));

    private final Path home;

    /** @param home folder that the product may think is the user's; holds its settings and caches */
    Product(Path home) {
        this.home = home;
    }

    /** What a run printed, and its exit code. */
    record Run(List<String> command, int exitCode, String out, String err) {

        Run endsWith(int expected) {
            assertEquals(expected, exitCode, this::toString);
            return this;
        }

        /** Says it in one line, without what only a programmer understands. */
        Run saysInOneLine(String... words) {
            List<String> lines = err.lines().filter(line -> !line.isBlank()).toList();
            assertEquals(1, lines.size(), this::toString);
            return says(words);
        }

        Run says(String... words) {
            for (String word : words) {
                assertTrue(err.contains(word), () -> "says nothing of '" + word + "': " + this);
            }
            for (String programmers : List.of("Exception", "\tat ", "java.", "org.cadastre", "null")) {
                assertTrue(!err.contains(programmers) && !out.contains("\tat "), this::toString);
            }
            return this;
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (IOException noJson) {
                throw new AssertionError(toString(), noJson);
            }
        }

        @Override
        public String toString() {
            return String.join(" ", command) + "\nexit " + exitCode + "\n--- out\n" + out + "\n--- err\n" + err;
        }
    }

    static Path script() throws IOException {
        Path products = CHECKOUT.resolve("releng/org.cadastre.product/target/products");
        try (Stream<Path> found = Files.walk(products, 6)) {
            return found.filter(path -> path.endsWith("cadastre") && Files.isRegularFile(path)
                    && path.toString().contains("linux")).findFirst().orElseThrow().toAbsolutePath().normalize();
        }
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return runWithInput("", arguments);
    }

    Run runWithInput(String input, String... arguments) throws IOException, InterruptedException {
        return finish(start(arguments), input, List.of(arguments));
    }

    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("HOME", home.toString());
        environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
        environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
        environment.put("XDG_STATE_HOME", home.resolve("state").toString());
        environment.remove("DISPLAY");
        return builder.start();
    }

    private static Run finish(Process process, String input, List<String> arguments)
            throws IOException, InterruptedException {
        Reader out = new Reader(process.getInputStream());
        Reader err = new Reader(process.getErrorStream());
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException itDidNotWantToKnow) {
            // its exit code and messages tell the rest
        }
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Run(arguments, process.waitFor(), out.text(), err.text());
    }

    /** A program of the machine, such as git. */
    static Run other(String... command) throws IOException, InterruptedException {
        return finish(new ProcessBuilder(command).start(), "", List.of(command));
    }

    private static final class Reader {

        private final Thread thread;
        private volatile String text = "";

        Reader(java.io.InputStream stream) {
            thread = Thread.ofVirtual().start(() -> {
                try (stream) {
                    text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException closed) {
                    text = closed.toString();
                }
            });
        }

        String text() throws InterruptedException {
            thread.join();
            return text;
        }
    }
}
