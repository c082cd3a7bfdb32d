package org.cadastre.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.terminal.Terminal.Stream;
import org.cadastre.credentials.CredentialStore;
import org.cadastre.scan.Scanner;
import org.osgi.framework.FrameworkUtil;

/** One command, run with the real services, and what came of it. */
record Run(int code, String out, String err) {

    /** Where commands of a test run. */
    static final class Place {

        private final Path credentials;
        private Set<Stream> interactive = EnumSet.noneOf(Stream.class);
        private String input = "";
        private Optional<Scanner> scanner = Optional.empty();

        /** @param directory for what the commands keep */
        Place(Path directory) {
            this.credentials = directory.resolve("credentials");
        }

        Place interactive(Stream... streams) {
            interactive = EnumSet.copyOf(Arrays.asList(streams));
            return this;
        }

        /** Instead of the one with all installed collectors. */
        Place scanner(Scanner other) {
            scanner = Optional.of(other);
            return this;
        }

        Place input(String text) {
            input = text;
            return this;
        }

        Run run(Object... arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Terminal terminal = new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err,
                    StandardCharsets.UTF_8, interactive, Optional.empty(), true);
            try (InstalledServices installed = new InstalledServices(FrameworkUtil.getBundle(Run.class).getBundleContext())) {
                Services services = new Services() {
                    @Override
                    public Scanner scanner() {
                        return scanner.orElseGet(installed::scanner);
                    }

                    @Override
                    public CredentialStore credentials() {
                        return new CredentialStore(credentials);
                    }
                };
                int code = new CadastreCommandLine(terminal, services)
                        .run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
                return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
            }
        }
    }

    Run ends(int expected) {
        assertEquals(expected, code, () -> out + err);
        return this;
    }

    Run says(String... parts) {
        for (String part : parts) {
            assertTrue(out.contains(part), () -> part + " is not in:\n" + out + err);
        }
        return this;
    }

    /** The error output holds the parts, and nothing that looks like a stack trace. */
    Run warns(String... parts) {
        for (String part : parts) {
            assertTrue(err.contains(part), () -> part + " is not in:\n" + err);
        }
        assertFalse(err.contains("\tat ") || err.contains("Exception"), () -> err);
        return this;
    }

    /** Wrong usage: what is wrong, and where the help is. */
    Run failsInTwoLines(String... parts) {
        ends(ExitCode.TROUBLE).warns(parts);
        assertEquals("", out);
        assertEquals(2, err.lines().count(), () -> err);
        return this;
    }

    /** Nothing but one line, which begins with the program's name. */
    Run failsInOneLine(String... parts) {
        ends(ExitCode.TROUBLE).warns(parts);
        assertEquals("", out);
        assertEquals(1, err.lines().count(), () -> err);
        assertTrue(err.startsWith("cadastre: "), () -> err);
        return this;
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
