package org.cadastre.collect.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Credential;
import org.cadastre.collect.Reading;
import org.cadastre.collect.Target;
import org.cadastre.collect.unix.Limits;
import org.cadastre.collect.unix.Transcript.Ending;
import org.cadastre.model.TargetResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Devices behind other hosts. */
@Timeout(90)
@SuppressWarnings("resource") // credentials hold nothing that must be closed here
class JumpHostTest {

    @TempDir
    Path directory;
    private Sshd first;
    private Sshd second;
    private Sshd device;
    private Credential key;
    private final Visitor visitor = new Visitor();

    @BeforeEach
    void start() throws Exception {
        first = Sshd.start(directory.resolve("first"), List.of("ed25519"), "MaxStartups 2");
        second = Sshd.start(directory.resolve("second"), List.of("ed25519"));
        device = Sshd.start(directory.resolve("device"), List.of("ed25519"), "MaxStartups 500");
        Path file = directory.resolve("key");
        Commands.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString());
        for (Sshd sshd : List.of(first, second, device)) {
            sshd.authorize(file);
        }
        key = AuthenticationTest.privateKey("key", "root", file, "");
    }

    @AfterEach
    void stop() throws Exception {
        visitor.common.close();
        for (AutoCloseable part : new AutoCloseable[] { first, second, device }) {
            if (part != null) {
                part.close();
            }
        }
        Leftovers.assertNoThread();
    }

    @Test
    void aHostBehindAnotherIsReadWithEverythingInTheAuditLog() throws Exception {
        visitor.time = Duration.ofSeconds(80);
        Reading reading = visitor.collector.collect(behind(device.port, first), visitor.context(key));
        assertTrue(reading.device().getSections().size() > 10);
        String way = "jump host 127.0.0.1:" + first.port + ": ";
        String fingerprint = Commands.run("ssh-keygen", "-l", "-f", directory.resolve("key.pub").toString()).split(" ")[1];
        assertEquals(List.of(
                way + "connect 127.0.0.1:" + first.port,
                way + "ask which logins root may use",
                way + "authenticate as root with key " + fingerprint + " (credential key)",
                "connect 127.0.0.1:%d through 127.0.0.1:%d".formatted(device.port, first.port),
                "ask which logins root may use",
                "authenticate as root with key " + fingerprint + " (credential key)"), visitor.audit.subList(0, 6));
        assertEquals(7, visitor.audit.size());
    }

    @Test
    void aHostBehindTwoOthersIsReached() throws Exception {
        assertEquals("in", visitor.run(behind(device.port, first, second), "echo in", key).strip());
        assertEquals(Set.of("127.0.0.1:" + first.port,
                "127.0.0.1:%d/127.0.0.1:%d".formatted(first.port, second.port),
                "127.0.0.1:%d/127.0.0.1:%d/127.0.0.1:%d".formatted(first.port, second.port, device.port)), visitor.keys.keySet());
        assertTrue(second.log().contains("Accepted publickey"));
    }

    @Test
    void manyHostsShareOneLogin() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(24, Thread.ofVirtual().factory())) {
            List<Future<String>> answers = IntStream.range(0, 60).mapToObj(number -> threads.submit(
                    () -> visitor.run(behind(device.port, first), "echo " + number, key).strip())).toList();
            for (int number = 0; number < answers.size(); number++) {
                assertEquals(String.valueOf(number), answers.get(number).get());
            }
        }
        assertEquals(1, first.log().lines().filter(line -> line.contains("Accepted publickey")).count());
    }

    @Test
    void aLotCrossesTheJumpHostInBothDirections() throws Exception {
        String line = "echo " + "0123456789abcdef".repeat(60) + "\n";
        try (SshSession session = visitor.open(behind(device.port, first, second), key)) {
            var transcript = session.run(line.repeat(6000).getBytes(StandardCharsets.US_ASCII),
                    new Limits(64 << 20, Duration.ofSeconds(40)));
            assertEquals(Ending.FINISHED, transcript.ending());
            assertEquals(6000L * (line.length() - "echo ".length()), transcript.bytes().length);
        }
    }

    @Test
    void theKeyOfEveryHostOnTheWayIsChecked() throws Exception {
        Credential password = new Credential.Password("pw", "root", "not to be sent".toCharArray());
        String stranger = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        visitor.remember("127.0.0.1", first.port, stranger);
        CollectionException failure = visitor.failure(behind(device.port, first), password);
        assertEquals(TargetResult.HOST_KEY_CHANGED, failure.result());
        assertTrue(failure.getMessage().startsWith("jump host 127.0.0.1:" + first.port + ": the host key has changed"), failure.getMessage());
        assertFalse(first.log().contains("userauth-request"), first.log());

        visitor.keys.clear();
        visitor.remember("127.0.0.1:%d/127.0.0.1".formatted(first.port), device.port, stranger);
        failure = visitor.failure(behind(device.port, first), key, password);
        assertEquals(TargetResult.HOST_KEY_CHANGED, failure.result());
        assertTrue(failure.getMessage().contains("known-host remove --estate DIR \"127.0.0.1:%d via 127.0.0.1:%d\""
                .formatted(device.port, first.port)), failure.getMessage());
        assertFalse(device.log().contains("userauth-request"), device.log());
    }

    @Test
    void theJumpHostIsLoggedInToAsTheUserThatIsNamed() throws Exception {
        try (TestUser user = new TestUser("cadj", "/bin/sh")) {
            Credential password = AuthenticationTest.password("pw", user);
            Target target = new Target.Through(Visitor.at(device.port), List.of(new Target.Jump(Optional.of(user.name), Visitor.at(first.port))));
            assertEquals("in", visitor.run(target, "echo in", key, password).strip());
            assertTrue(first.log().contains("Accepted password for " + user.name));
            assertFalse(first.log().contains("Accepted publickey"));
        }
        Target nobodys = new Target.Through(Visitor.at(device.port), List.of(new Target.Jump(Optional.of("nobody"), Visitor.at(second.port))));
        assertTrue(visitor.failure(nobodys, key).getMessage().contains("none of the credentials is for user nobody"));
    }

    @Test
    void whatIsInTheWayIsTold() throws Exception {
        int free = Sshd.freePort();
        assertFailure(TargetResult.REFUSED, "nothing listens on port " + free + ", says jump host", behind(free, first));
        assertFailure(TargetResult.UNREACHABLE, "jump host 127.0.0.1:" + free + ": nothing listens",
                new Target.Through(Visitor.at(device.port), List.of(new Target.Jump(Optional.empty(), Visitor.at(free)))));
        assertFailure(TargetResult.UNKNOWN_HOST, "the name is not known to jump host", new Target.Through(
                new Target.Address("no-such-host.invalid", 22, false), List.of(new Target.Jump(Optional.empty(), Visitor.at(first.port)))));
        try (Sshd closed = Sshd.start(directory.resolve("closed"), List.of("ed25519"), "AllowTcpForwarding no")) {
            closed.authorize(directory.resolve("key"));
            assertFailure(TargetResult.FAILED, "passes no connection on", behind(device.port, closed));
        }
        try (FakeServer silent = new FakeServer(connection -> TimeUnit.SECONDS.sleep(60))) {
            assertFailure(TargetResult.TIMED_OUT, "sent no SSH greeting within 1 s", behind(silent.port(), first));
        }
        try (FakeServer other = new FakeServer(connection -> {
            connection.getOutputStream().write("HTTP/1.1 400\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            TimeUnit.SECONDS.sleep(5);
        })) {
            assertFailure(TargetResult.FAILED, "does not speak SSH; it sent \"HTTP/1.1 400\"", behind(other.port(), first));
        }
        // None of them did any harm to the connection that the others use.
        assertEquals("in", visitor.run(behind(device.port, first), "echo in", key).strip());
        assertEquals(1, first.log().lines().filter(line -> line.contains("Accepted publickey")).count());
    }

    @Test
    void aLostJumpHostIsLoggedInToAgain() throws Exception {
        assertEquals("in", visitor.run(behind(device.port, first), "echo in", key).strip());
        Sshd before = first;
        before.close();
        first = Sshd.start(directory.resolve("first"), before.port, List.of("ed25519"));
        assertEquals("in", visitor.run(behind(device.port, first), "echo in", key).strip());
    }

    @Test
    void theLimitOfAScriptEndsWhatItStartedBehindAJumpHost() throws Exception {
        try (TestUser user = new TestUser("cadj", "/bin/sh");
                SshSession session = visitor.open(behind(device.port, first), AuthenticationTest.password("pw", user))) {
            assertEquals(Ending.TIMED_OUT, session.run("exec sleep 4323\n".getBytes(StandardCharsets.US_ASCII),
                    new Limits(1000, Duration.ofSeconds(2))).ending());
        }
        Leftovers.assertNoProcess("sleep 4323");
        assertEquals("in", visitor.run(behind(device.port, first), "echo in", key).strip());
    }

    private void assertFailure(TargetResult result, String words, Target target) {
        CollectionException failure = visitor.failure(target, key);
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
        assertEquals(result, failure.result(), failure.getMessage());
    }

    private static Target behind(int port, Sshd... jumps) {
        return new Target.Through(Visitor.at(port), Arrays.stream(jumps)
                .map(jump -> new Target.Jump(Optional.empty(), Visitor.at(jump.port))).toList());
    }
}
