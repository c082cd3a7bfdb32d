package org.cadastre.collect.snmp.internal;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The agent of net-snmp, snmpd(8), on an address of the loopback network. */
final class Snmpd implements AutoCloseable {

    private final Process process;
    private final int port;

    /** @param configuration lines of snmpd.conf(5) */
    Snmpd(Path directory, List<String> configuration) throws IOException, InterruptedException {
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path file = directory.resolve("snmpd.conf");
        Files.write(file, configuration);
        ProcessBuilder builder = new ProcessBuilder("/usr/sbin/snmpd", "-f", "-Lf", directory.resolve("snmpd.log").toString(), "-C", "-c",
                file.toString(), "-p", directory.resolve("snmpd.pid").toString(), "udp:127.0.0.1:" + port);
        // Keys of SNMPv3 are kept here, not in the system's directory.
        builder.environment().put("SNMP_PERSISTENT_DIR", Files.createDirectories(directory.resolve("state")).toString());
        process = builder.redirectErrorStream(true).redirectOutput(directory.resolve("snmpd.out").toFile()).start();
        for (int i = 0; i < 100 && isFree(); i++) {
            Thread.sleep(100);
        }
    }

    private boolean isFree() {
        try (DatagramSocket socket = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
