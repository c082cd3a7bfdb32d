package org.cadastre.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hosts to log in to: this machine at many addresses of 127.0.0.0/8, behind OpenSSH servers of our own with a key of their
 * own. Not every machine has other hosts; what they cost is the same.
 */
final class SshServers implements AutoCloseable {

    static final int PORT = 20022;
    /** More addresses one sshd does not take. */
    private static final int ADDRESSES = 16;

    private final Path folder;
    private final List<String> addresses;
    private final List<Process> servers;

    private SshServers(Path folder, List<String> addresses, List<Process> servers) {
        this.folder = folder;
        this.addresses = addresses;
        this.servers = servers;
    }

    /** @param hosts how many addresses answer */
    static SshServers start(Path folder, int hosts) throws IOException, InterruptedException {
        List<String> addresses = IntStream.range(0, hosts).mapToObj(SshServers::address).toList();
        for (String key : List.of("host", "user")) {
            run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve(key).toString());
        }
        Files.copy(folder.resolve("user.pub"), folder.resolve("authorized"));
        Files.createDirectories(Path.of("/run/sshd"));
        List<Process> servers = new ArrayList<>();
        for (int first = 0; first < hosts; first += ADDRESSES) {
            servers.add(server(folder, addresses.subList(first, Math.min(hosts, first + ADDRESSES))));
        }
        SshServers started = new SshServers(folder, addresses, servers);
        for (int i = 0; i < 100 && !answers(addresses.getLast()); i++) {
            Thread.sleep(100);
        }
        if (!answers(addresses.getLast())) {
            started.close();
            throw new IOException("the SSH server does not answer");
        }
        return started;
    }

    private static Process server(Path folder, List<String> addresses) throws IOException {
        StringBuilder configuration = new StringBuilder();
        addresses.forEach(address -> configuration.append("ListenAddress ").append(address).append(':').append(PORT).append('\n'));
        configuration.append("HostKey ").append(folder.resolve("host")).append("\nAuthorizedKeysFile ").append(folder.resolve("authorized"))
                .append("\nStrictModes no\nPermitRootLogin yes\nUsePAM no\nMaxStartups 1000\nPidFile none\nLogLevel ERROR\n");
        Path file = Files.writeString(folder.resolve("sshd_config-" + addresses.getFirst()), configuration);
        return new ProcessBuilder("/usr/sbin/sshd", "-D", "-f", file.toString()).inheritIO().start();
    }

    /** 127.200.0.1 and on. */
    static String address(int number) {
        return "127.200." + number / 250 + "." + (1 + number % 250);
    }

    List<String> addresses() {
        return addresses;
    }

    Path userKey() {
        return folder.resolve("user");
    }

    /** Seconds of processor that the server and all that it ever started have used, as far as they have ended (proc(5)). */
    double processorSeconds() throws IOException {
        long ticks = 0;
        for (Process server : servers) {
            String stat = Files.readString(Path.of("/proc/" + server.pid() + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            for (int field : new int[] { 14, 15, 16, 17 }) {
                ticks += Long.parseLong(fields[field - 3]);
            }
        }
        return ticks / 100.0;
    }

    private static boolean answers(String address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, PORT), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (Process server : servers) {
            server.destroy();
            server.waitFor();
        }
    }
}
