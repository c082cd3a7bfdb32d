package org.cadastre.collect.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Credential;
import org.cadastre.collect.unix.Limits;
import org.cadastre.collect.unix.Transcript;
import org.cadastre.collect.unix.Transcript.Ending;
import org.cadastre.model.TargetResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Coming back in time, and leaving nothing behind. */
@Timeout(90)
@SuppressWarnings("resource") // credentials hold nothing that must be closed here
class CancellationTest {

    @TempDir
    Path directory;
    private Sshd sshd;
    private Credential credential;
    private final Visitor visitor = new Visitor();

    @BeforeEach
    void start() throws Exception {
        sshd = Sshd.start(directory, List.of("ed25519"), "MaxStartups 500");
        Path key = directory.resolve("key");
        Commands.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
        sshd.authorize(key);
        credential = AuthenticationTest.privateKey("key", "root", key, "");
    }

    @AfterEach
    void stop() throws Exception {
        if (sshd != null) {
            sshd.close();
        }
        Leftovers.assertNoThread();
        Leftovers.assertGone(this::connections);
    }

    @Test
    void anInterruptEndsTheWaitForAGreeting() throws Exception {
        try (FakeServer silent = new FakeServer(connection -> TimeUnit.SECONDS.sleep(60))) {
            interrupted(() -> visitor.collector.collect(Visitor.at(silent.port()), visitor.context(credential)));
        }
    }

    @Test
    void anInterruptEndsTheKeyExchange() throws Exception {
        try (FakeServer stalled = new FakeServer(connection -> {
            connection.getOutputStream().write("SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII));
            TimeUnit.SECONDS.sleep(60);
        })) {
            interrupted(() -> visitor.collector.collect(Visitor.at(stalled.port()), visitor.context(credential)));
        }
    }

    @Test
    void anInterruptEndsTheScriptAndWhatItStarted() throws Exception {
        // Not as root, for whom OpenSSH does not pass signals on.
        try (TestUser user = new TestUser("cadi", "/bin/sh")) {
            Credential password = AuthenticationTest.password("pw", user);
            interrupted(() -> visitor.run(sshd.port, "sleep 4321; echo never", password));
            Leftovers.assertNoProcess("sleep 4321");
        }
    }

    @Test
    void theLimitOfTheScriptEndsWhatItStarted() throws Exception {
        try (TestUser user = new TestUser("cadj", "/bin/sh");
                SshSession session = visitor.open(sshd.port, AuthenticationTest.password("pw", user))) {
            Transcript transcript = session.run("sleep 4322; echo never\n".getBytes(StandardCharsets.US_ASCII),
                    new Limits(1000, Duration.ofSeconds(2)));
            assertEquals(Ending.TIMED_OUT, transcript.ending());
        }
        Leftovers.assertNoProcess("sleep 4322");
    }

    @Test
    void anInterruptEndsAFlood() throws Exception {
        interrupted(() -> run("exec cat /dev/zero >&2"));
    }

    @Test
    void theTimeOfATargetEndsAVisitThatStalls() throws Exception {
        visitor.time = Duration.ofSeconds(3);
        try (FakeServer stalled = new FakeServer(connection -> {
            connection.getOutputStream().write("SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII));
            TimeUnit.SECONDS.sleep(60);
        })) {
            long begin = System.nanoTime();
            CollectionException failure = visitor.failure(stalled.port(), credential);
            assertEquals(TargetResult.TIMED_OUT, failure.result());
            assertTrue(Duration.ofNanos(System.nanoTime() - begin).toMillis() < 3500);
        }
    }

    @Test
    void aDeviceThatReadsNothingDoesNotHoldUpTheGoodbye() throws Exception {
        // Stops the server's process for the session, so that the script fills every buffer on the way to it.
        long begin = System.nanoTime();
        byte[] endless = "kill -STOP $PPID\n".concat("#".repeat(1000).concat("\n").repeat(20_000)).getBytes(StandardCharsets.US_ASCII);
        try (SshSession session = visitor.open(sshd.port, credential)) {
            assertEquals(Ending.TIMED_OUT, session.run(endless, new Limits(1000, Duration.ofSeconds(3))).ending());
        }
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 8);
    }

    @Test
    void manyTargetsAtOnceAreAllRead() throws Exception {
        int count = 100;
        visitor.time = Duration.ofSeconds(80);
        try (ExecutorService threads = Executors.newFixedThreadPool(32, Thread.ofVirtual().factory())) {
            List<Future<String>> answers = IntStream.range(0, count)
                    .mapToObj(number -> threads.submit(() -> visitor.run(sshd.port, "echo " + number, credential).strip())).toList();
            for (int number = 0; number < count; number++) {
                assertEquals(String.valueOf(number), answers.get(number).get());
            }
        }
    }

    private String run(String script) throws Exception {
        return visitor.run(sshd.port, script, credential);
    }

    private static void interrupted(Callable<?> visit) throws Exception {
        BlockingQueue<String> outcome = new LinkedBlockingQueue<>();
        Thread visiting = Thread.ofVirtual().start(() -> {
            try {
                visit.call();
                outcome.add("came back");
            } catch (InterruptedException e) {
                outcome.add("interrupted");
            } catch (Exception e) {
                outcome.add(e.toString());
            }
        });
        TimeUnit.MILLISECONDS.sleep(900);
        assertTrue(outcome.isEmpty(), outcome::toString);
        long begin = System.nanoTime();
        visiting.interrupt();
        assertEquals("interrupted", outcome.poll(10, TimeUnit.SECONDS));
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).toMillis() < 1500);
    }

    /** Sockets of this process that are connected to the server, from its own table of them. */
    private String connections() {
        String port = "%04X".formatted(sshd.port);
        StringBuilder left = new StringBuilder();
        for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
            Commands.run("cat", table).lines().map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields[2].endsWith(":" + port) && fields[3].equals("01"))
                    .forEach(fields -> left.append(fields[1]).append(' '));
        }
        return left.toString();
    }
}
