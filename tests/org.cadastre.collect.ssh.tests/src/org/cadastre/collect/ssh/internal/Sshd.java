package org.cadastre.collect.ssh.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real OpenSSH server on 127.0.0.1 with a configuration and host keys of its own. */
final class Sshd implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");

    final int port;
    final Path directory;
    private final Process process;

    private Sshd(int port, Path directory, Process process) {
        this.port = port;
        this.directory = directory;
        this.process = process;
    }

    /** Skips the test where there is no OpenSSH server or no right to start one. */
    static void require() {
        assumeTrue(Files.isExecutable(PROGRAM), "needs " + PROGRAM + " (Debian: openssh-server)");
        assumeTrue("root".equals(System.getProperty("user.name")), "needs root, for sshd and for users of its own");
    }

    /** @param hostKeys types of the host keys: ed25519, rsa, ecdsa; a key that is in the directory already is used again */
    static Sshd start(Path directory, List<String> hostKeys, String... options) throws Exception {
        int port = freePort();
        return start(directory, port, hostKeys, options);
    }

    static Sshd start(Path directory, int port, List<String> hostKeys, String... options) throws Exception {
        require();
        Files.createDirectories(Path.of("/run/sshd"));
        Files.createDirectories(directory);
        List<String> lines = new ArrayList<>(List.of(
                "Port " + port,
                "ListenAddress 127.0.0.1",
                "PidFile none",
                "StrictModes no",
                "UsePAM yes",
                "LogLevel DEBUG1",
                "UseDNS no",
                "PermitRootLogin yes",
                "AuthorizedKeysFile " + directory.resolve("authorized_keys")));
        for (String type : hostKeys) {
            Path key = directory.resolve("host_" + type);
            if (!Files.exists(key)) {
                Commands.run("ssh-keygen", "-q", "-t", type, "-N", "", "-f", key.toString());
            }
            lines.add("HostKey " + key);
        }
        lines.addAll(List.of(options));
        Path config = Files.write(directory.resolve("sshd_config"), lines);
        Process process = new ProcessBuilder(PROGRAM.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile()).start();
        Sshd sshd = new Sshd(port, directory, process);
        sshd.awaitReady();
        return sshd;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }

    String fingerprint(String type) {
        return Commands.run("ssh-keygen", "-l", "-f", directory.resolve("host_" + type).toString()).split(" ")[1];
    }

    String publicKey(String type) throws IOException {
        String[] words = Files.readString(directory.resolve("host_" + type + ".pub")).split(" ");
        return words[0] + " " + words[1];
    }

    void authorize(Path key) throws IOException {
        Files.writeString(directory.resolve("authorized_keys"),
                Files.readString(Path.of(key + ".pub")).strip() + "\n",
                java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
    }

    @Override
    public void close() throws Exception {
        List<ProcessHandle> sessions = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        sessions.forEach(ProcessHandle::destroyForcibly);
    }

    private void awaitReady() throws Exception {
        for (int i = 0; i < 200 && process.isAlive(); i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(25);
            }
        }
        throw new AssertionError("sshd does not run: " + log());
    }
}
