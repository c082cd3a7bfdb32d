package org.cadastre.collect.ssh.internal;

import java.nio.file.Files;
import java.nio.file.Path;

/** A real Dropbear server on 127.0.0.1. */
final class Dropbear implements AutoCloseable {

    final int port = Sshd.freePort();
    private final Process process;

    Dropbear(Path directory) throws Exception {
        Path key = directory.resolve("dropbear");
        Commands.run("dropbearkey", "-t", "ed25519", "-f", key.toString());
        process = new ProcessBuilder("/usr/sbin/dropbear", "-F", "-E", "-r", key.toString(), "-p", "127.0.0.1:" + port,
                "-P", directory.resolve("pid").toString()).redirectErrorStream(true)
                .redirectOutput(directory.resolve("dropbear.log").toFile()).start();
        Thread.sleep(500);
    }

    void authorize(TestUser user, Path key) throws Exception {
        Path folder = Files.createDirectories(Path.of("/home", user.name, ".ssh"));
        Files.copy(Path.of(key + ".pub"), folder.resolve("authorized_keys"));
        Commands.run("chown", "-R", user.name, folder.toString());
        Commands.run("chmod", "-R", "go=", folder.toString());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
