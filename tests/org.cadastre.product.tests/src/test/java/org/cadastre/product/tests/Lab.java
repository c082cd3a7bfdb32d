package org.cadastre.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import org.cadastre.product.tests.Product.Run;

import com.fasterxml.jackson.databind.JsonNode;

/** Real hosts in network namespaces (releng/lab). */
final class Lab implements AutoCloseable {

    private static final String SCRIPT = Product.CHECKOUT.resolve("releng/lab/lab").toAbsolutePath().normalize().toString();

    private final String name;
    private final JsonNode info;

    private Lab(String name, JsonNode info) {
        this.name = name;
        this.info = info;
    }

    /** @param hosts NAME or NAME:systemd */
    static Lab up(String name, String... hosts) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(SCRIPT, "up", name, "--owner", String.valueOf(ProcessHandle.current().pid())));
        command.addAll(List.of(hosts));
        Product.other(SCRIPT, "down", name);
        Product.other(command.toArray(String[]::new)).endsWith(0);
        return new Lab(name, Product.other(SCRIPT, "info", name, "--json").endsWith(0).json());
    }

    String address(String host) {
        return info.at("/hosts/" + host + "/address").asText();
    }

    Path key(String kind) {
        return Path.of(info.at("/keys/" + kind).asText());
    }

    String password(String account) throws IOException {
        Properties passwords = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(info.at("/passwordFile").asText()))) {
            passwords.load(reader);
        }
        return passwords.getProperty(account);
    }

    /** Runs a shell command as root in a host; it must succeed. */
    String in(String host, String command) throws IOException, InterruptedException {
        Run run = Product.other(SCRIPT, "exec", name, host, "sh", "-c", command);
        assertEquals(0, run.exitCode(), run::toString);
        return run.out();
    }

    /** This machine asks anew which host has which address, as it would by itself after half a minute. */
    void forgetNeighbours() throws IOException, InterruptedException {
        Product.other("ip", "neighbour", "flush", "dev", info.at("/rootInterface").asText()).endsWith(0);
    }

    void stop(String host) throws IOException, InterruptedException {
        Product.other(SCRIPT, "stop", name, host).endsWith(0);
    }

    void start(String host) throws IOException, InterruptedException {
        Product.other(SCRIPT, "start", name, host).endsWith(0);
    }

    /** Plugs a cable in. @param one HOST:PORT; a switch has p1 to p8, a station eth1 */
    void cable(String one, String other) throws IOException, InterruptedException {
        Product.other(SCRIPT, "cable", name, one, other).endsWith(0);
    }

    void uncable(String port) throws IOException, InterruptedException {
        Product.other(SCRIPT, "uncable", name, port).endsWith(0);
    }

    void vlan(String port, int number) throws IOException, InterruptedException {
        Product.other(SCRIPT, "vlan", name, port, String.valueOf(number)).endsWith(0);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Product.other(SCRIPT, "down", name).endsWith(0);
    }
}
