package org.cadastre.collect.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Credential;
import org.cadastre.collect.Target;
import org.cadastre.model.TargetResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import net.schmizz.sshj.common.Buffer;

/** Every way not to get to a login. */
@Timeout(40)
@SuppressWarnings("resource") // credentials hold nothing that must be closed here
class ConnectionTest {

    private static final String VERSION = "SSH-2.0-OpenSSH_9.2p1\r\n";

    private final Visitor visitor = new Visitor();
    private final Credential credential = new Credential.Password("pw", "ops", "secret".toCharArray());

    @Test
    void anUnknownNameIsAnUnknownHost() {
        assertFailure(TargetResult.UNKNOWN_HOST, "the name is not known",
                visitor.failure(new Target.Address("no-such-host.invalid", Target.Address.DEFAULT_PORT, false), credential));
    }

    @Test
    void aClosedPortIsRefused() throws Exception {
        int port = Sshd.freePort();
        assertFailure(TargetResult.REFUSED, "nothing listens on port " + port, visitor.failure(port, credential));
    }

    @Test
    void anAddressWithoutARouteIsUnreachable() {
        Sshd.require();
        // In the table of local routes, so that nothing leaves this machine whatever its network is.
        String[] route = { "unreachable", "127.66.77.0/24", "table", "local" };
        Commands.run("ip", "route", "add", route[0], route[1], route[2], route[3]);
        try {
            assertFailure(TargetResult.UNREACHABLE, "no network path",
                    visitor.failure(new Target.Address("127.66.77.1", 22, false), credential));
        } finally {
            Commands.run("ip", "route", "del", route[0], route[1], route[2], route[3]);
        }
    }

    @Test
    void aPortThatDropsConnectionsGivesNoAnswer() throws Exception {
        // A full backlog drops what comes, as a firewall does.
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> fillers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Socket filler = new Socket();
                fillers.add(filler);
                Thread.ofVirtual().start(() -> {
                    try {
                        filler.connect(full.getLocalSocketAddress());
                    } catch (IOException e) {
                        // Dropped, which is what it is for.
                    }
                });
            }
            TimeUnit.MILLISECONDS.sleep(300);
            assertFailure(TargetResult.NO_ANSWER, "no answer on port", visitor.failure(full.getLocalPort(), credential));
            for (Socket filler : fillers) {
                filler.close();
            }
        }
    }

    @Test
    void silenceAfterTheConnectionTimesOut() throws Exception {
        expect(TargetResult.TIMED_OUT, "sent no SSH greeting within 1 s", connection -> pause());
    }

    @Test
    void aDripOfBytesEndsWithTheTimeOfTheTarget() throws Exception {
        visitor.time = Duration.ofSeconds(4);
        expect(TargetResult.TIMED_OUT, "ran out while connecting", connection -> {
            while (true) {
                connection.getOutputStream().write('x');
                TimeUnit.MILLISECONDS.sleep(200);
            }
        });
    }

    @Test
    void aConnectionClosedAtOnceIsTold() throws Exception {
        expect(TargetResult.FAILED, "closed the connection before any greeting", connection -> {
            // It is closed when this returns.
        });
    }

    @Test
    void anotherServiceIsNamedByItsGreeting() throws Exception {
        expect(TargetResult.FAILED, "does not speak SSH; it sent \"220 mail.example.org ESMTP\"",
                connection -> {
                    send(connection, "220 mail.example.org ESMTP\r\n");
                    pause();
                });
        expect(TargetResult.FAILED, "does not speak SSH; it sent \"HTTP/1.1 400 Bad Request", connection -> {
            connection.getInputStream().read(new byte[100]);
            send(connection, "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
        });
    }

    @Test
    void aFloodInsteadOfAGreetingIsCutOff() throws Exception {
        long start = System.nanoTime();
        expect(TargetResult.FAILED, "does not speak SSH", connection -> flood(connection, "x".repeat(1 << 16)));
        expect(TargetResult.FAILED, "does not speak SSH", connection -> flood(connection, "Welcome!\r\n".repeat(5000)));
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 15);
    }

    @Test
    void anOldVersionOfTheProtocolIsTold() throws Exception {
        expect(TargetResult.FAILED, "port %d speaks only an old version of SSH (SSH-1.5-Cisco-1.25)", connection -> send(connection, "SSH-1.5-Cisco-1.25\r\n"));
    }

    @Test
    void aStallInTheKeyExchangeTimesOut() throws Exception {
        expect(TargetResult.TIMED_OUT, "the key exchange did not end within 8 s", connection -> {
            send(connection, VERSION);
            pause();
        });
    }

    @Test
    void garbageInTheKeyExchangeIsTold() throws Exception {
        expect(TargetResult.FAILED, "broke off during the key exchange", connection -> {
            send(connection, VERSION);
            send(connection, "\u0000\u0000\u0000\u000c" + "garbage garbage garbage garbage garbage");
            pause();
        });
        expect(TargetResult.FAILED, "broke off during the key exchange", connection -> {
            send(connection, VERSION);
            send(connection, "\u007f\u007f\u007f\u007f" + "y".repeat(20000));
            pause();
        });
    }

    /** An Ed25519 host key that is said to have two gigabytes. */
    @Test
    void aHostKeyOfImpossibleLengthCostsItsOwnTargetOnly() throws Exception {
        long begin = System.nanoTime();
        expect(TargetResult.FAILED, "broke off during the key exchange", connection -> {
            send(connection, VERSION);
            Buffer.PlainBuffer offer = new Buffer.PlainBuffer().putByte((byte) 20).putRawBytes(new byte[16]);
            for (String names : List.of("curve25519-sha256", "ssh-ed25519", "aes128-ctr", "aes128-ctr", "hmac-sha2-256", "hmac-sha2-256",
                    "none", "none", "", "")) {
                offer.putString(names);
            }
            sendPacket(connection, offer.putBoolean(false).putUInt32(0));
            sendPacket(connection, new Buffer.PlainBuffer().putByte((byte) 31)
                    .putBytes(new Buffer.PlainBuffer().putString("ssh-ed25519").putUInt32(Integer.MAX_VALUE).getCompactData())
                    .putBytes(new byte[32]).putBytes(new byte[64]));
            pause();
        });
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 5);
    }

    @Test
    void aConnectionLostInTheKeyExchangeIsTold() throws Exception {
        expect(TargetResult.FAILED, "broke off during the key exchange", connection -> send(connection, VERSION));
    }

    @Test
    void aHostWithoutACommonAlgorithmIsToldWithWhatItOffers(@TempDir Path directory) throws Exception {
        try (Sshd sshd = Sshd.start(directory, List.of("ed25519"), "KexAlgorithms sntrup761x25519-sha512@openssh.com")) {
            assertFailure(TargetResult.FAILED,
                    "no algorithm in common for key exchange; the host offers only sntrup761x25519-sha512@openssh.com",
                    visitor.failure(sshd.port, credential));
        }
        try (Sshd sshd = Sshd.start(directory.resolve("cipher"), List.of("ed25519"), "Ciphers chacha20-poly1305@openssh.com")) {
            assertFailure(TargetResult.FAILED, "no algorithm in common for client to server cipher",
                    visitor.failure(sshd.port, credential));
        }
    }

    @Test
    void everyCipherAndKeyExchangeThatOldAndNewServersHaveWorks(@TempDir Path directory) throws Exception {
        Path key = directory.resolve("key");
        Sshd.require();
        Commands.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
        int number = 0;
        for (String only : List.of("Ciphers aes128-cbc", "Ciphers aes256-ctr", "Ciphers aes256-gcm@openssh.com", "Ciphers 3des-cbc",
                "KexAlgorithms diffie-hellman-group1-sha1", "KexAlgorithms diffie-hellman-group14-sha1",
                "KexAlgorithms diffie-hellman-group-exchange-sha256", "KexAlgorithms ecdh-sha2-nistp384",
                "KexAlgorithms diffie-hellman-group18-sha512", "KexAlgorithms curve25519-sha256@libssh.org")) {
            try (Sshd sshd = Sshd.start(directory.resolve("only" + number++), List.of("ed25519"), only,
                    only.contains("aes256-ctr") ? "MACs hmac-sha2-512" : "MACs hmac-sha1,hmac-sha2-256-etm@openssh.com")) {
                sshd.authorize(key);
                assertEquals("in", visitor.run(sshd.port, "echo in", AuthenticationTest.privateKey("k", "root", key, "")).strip(), only);
            }
        }
    }

    private void expect(TargetResult result, String words, FakeServer.Behaviour behaviour) throws Exception {
        try (FakeServer server = new FakeServer(behaviour)) {
            assertFailure(result, words.replace("%d", String.valueOf(server.port())), visitor.failure(server.port(), credential));
        }
    }

    private static void assertFailure(TargetResult result, String words, CollectionException failure) {
        assertEquals(result, failure.result(), failure.getMessage());
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }

    private static void send(Socket connection, String text) throws Exception {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }

    /** A packet as it is before the keys are exchanged (RFC 4253, 6). */
    private static void sendPacket(Socket connection, Buffer.PlainBuffer payload) throws Exception {
        byte[] bytes = payload.getCompactData();
        int padding = 16 - (bytes.length + 5) % 8;
        connection.getOutputStream().write(new Buffer.PlainBuffer().putUInt32(bytes.length + padding + 1L)
                .putByte((byte) padding).putRawBytes(bytes).putRawBytes(new byte[padding]).getCompactData());
    }

    private static void flood(Socket connection, String text) throws Exception {
        OutputStream out = connection.getOutputStream();
        while (true) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static void pause() throws InterruptedException {
        TimeUnit.SECONDS.sleep(60);
    }
}
