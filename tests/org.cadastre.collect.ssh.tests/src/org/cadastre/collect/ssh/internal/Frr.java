package org.cadastre.collect.ssh.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real router: zebra of FRRouting in a network namespace and a directory of its own, and vtysh as the shell of a user. */
final class Frr implements AutoCloseable {

    private static final Path ZEBRA = Path.of("/usr/lib/frr/zebra");
    private static final Path VTYSH = Path.of("/usr/bin/vtysh");

    private final String namespace = "cad-frr-" + ProcessHandle.current().pid();
    private final Path directory;
    private Process zebra;
    TestUser user;

    /** @param lines of its configuration */
    Frr(List<String> lines) throws Exception {
        assumeTrue(Files.isExecutable(ZEBRA) && Files.isExecutable(VTYSH), "needs " + ZEBRA + " (Debian: frr)");
        assumeTrue("root".equals(System.getProperty("user.name")), "needs root, for a network namespace");
        directory = Files.createTempDirectory("frr");
        try {
            start(lines);
        } catch (Exception | AssertionError e) {
            close();
            throw e;
        }
    }

    private void start(List<String> lines) throws Exception {
        Path configuration = Files.write(directory.resolve("zebra.conf"), lines);
        Path shell = Files.writeString(directory.resolve("shell"), "#!/bin/sh\nexec %s --vty_socket %s \"$@\"\n".formatted(VTYSH, directory));
        Commands.run("chmod", "755", directory.toString(), shell.toString());
        Commands.run("chown", "-R", "frr:frr", directory.toString());
        Commands.run("ip", "netns", "add", namespace);
        zebra = new ProcessBuilder("ip", "netns", "exec", namespace, ZEBRA.toString(), "-i", directory.resolve("pid").toString(),
                "-z", directory.resolve("api").toString(), "--vty_socket", directory.toString(), "-f", configuration.toString())
                .redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile()).redirectInput(Path.of("/dev/null").toFile()).start();
        for (int i = 0; i < 200 && zebra.isAlive() && !Files.exists(directory.resolve("zebra.vty")); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        if (!Files.exists(directory.resolve("zebra.vty"))) {
            throw new AssertionError("zebra does not run: " + Files.readString(directory.resolve("log")));
        }
        user = new TestUser("cadfrr", shell.toString());
        Commands.run("usermod", "--append", "--groups", "frrvty", user.name);
    }

    /** Changes the configuration as an administrator does. */
    void configure(String... lines) {
        List<String> command = Stream.concat(Stream.of("timeout", "20", VTYSH.toString(), "--vty_socket", directory.toString(), "-c", "configure terminal"),
                Stream.of(lines).flatMap(line -> Stream.of("-c", line))).toList();
        Commands.run(command.toArray(String[]::new));
    }

    @Override
    public void close() throws Exception {
        if (user != null) {
            user.close();
        }
        if (zebra != null) {
            zebra.destroy();
            if (!zebra.waitFor(5, TimeUnit.SECONDS)) {
                zebra.destroyForcibly().waitFor();
            }
        }
        Commands.run("sh", "-c", "ip netns del " + namespace + " 2>&1 || true");
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
