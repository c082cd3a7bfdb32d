package org.cadastre.collect.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Credential;
import org.cadastre.collect.unix.Limits;
import org.cadastre.collect.unix.Transcript;
import org.cadastre.collect.unix.Transcript.Ending;
import org.cadastre.model.TargetResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What login shells and hosts make of a script. */
@Timeout(60)
@SuppressWarnings("resource") // credentials hold nothing that must be closed here
class ShellTest {

    private static final Limits ENOUGH = new Limits(1 << 20, Duration.ofSeconds(20));

    @TempDir
    Path directory;
    private TestUser user;
    private Sshd sshd;
    private final Visitor visitor = new Visitor();

    @BeforeAll
    static void require() {
        Sshd.require();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable part : new AutoCloseable[] { sshd, user }) {
            if (part != null) {
                part.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/bin/sh", "/bin/bash", "/bin/dash", "/bin/tcsh", "/usr/bin/fish" })
    void everyLoginShellRunsTheScriptInSh(String shell) throws Exception {
        assumeTrue(Files.exists(Path.of(shell)), shell + " is not installed");
        Credential credential = start(shell);
        assertEquals("one two\n$HOME\n3\n", run("a='one two'; echo \"$a\"\necho '$HOME'\nif [ 1 = 1 ]; then echo $((1 + 2)); fi",
                ENOUGH, credential).text());
    }

    @Test
    void whatTheLoginShellPrintsComesBeforeTheOutputOfTheScript() throws Exception {
        Credential credential = start("/bin/bash");
        Files.writeString(Path.of("/home", user.name, ".bashrc"), "echo noise from .bashrc; echo more >&2; exec 3>&1\n");
        String output = run("echo from the script", ENOUGH, credential).text();
        assertTrue(output.endsWith("from the script\n"), output);
    }

    @Test
    void aLongScriptAndALongAnswerCrossEachOther() throws Exception {
        Credential credential = start("/bin/sh");
        // Longer than all the buffers on the way, and answered line by line while it is still being sent.
        String line = "echo " + "0123456789abcdef".repeat(60) + "\n";
        Transcript transcript = run(line.repeat(6000), new Limits(64 << 20, Duration.ofSeconds(40)), credential).transcript();
        assertEquals(Ending.FINISHED, transcript.ending());
        assertEquals(6000L * (line.length() - "echo ".length()), transcript.bytes().length);
    }

    @Test
    void errorsWithoutEndDoNotHoldUpTheOutput() throws Exception {
        Credential credential = start("/bin/sh");
        assertEquals("end\n", run("head -c 6000000 /dev/zero | tr '\\0' x >&2; echo end", ENOUGH, credential).text());
    }

    @Test
    void aFloodIsCutOffAtItsLimit() throws Exception {
        Credential credential = start("/bin/sh");
        Transcript transcript = run("exec cat /dev/zero", new Limits(3_000_000, Duration.ofSeconds(30)), credential).transcript();
        assertEquals(Ending.TOO_LARGE, transcript.ending());
        assertEquals(3_000_000, transcript.bytes().length);
        Leftovers.assertNoProcess("cat /dev/zero");
    }

    @Test
    void aStallGivesWhatWasPrintedBefore() throws Exception {
        Credential credential = start("/bin/sh");
        long begin = System.nanoTime();
        Transcript transcript = run("echo first; sleep 1000; echo second", new Limits(1000, Duration.ofSeconds(2)), credential).transcript();
        assertEquals(Ending.TIMED_OUT, transcript.ending());
        assertEquals("first\n", Visitor.text(transcript));
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 6);
    }

    @Test
    void aLostConnectionGivesWhatWasPrintedBefore() throws Exception {
        Credential credential = start("/bin/sh");
        Transcript transcript = run("echo first; sleep 1; kill -9 $PPID; sleep 5", ENOUGH, credential).transcript();
        assertEquals(Ending.LOST, transcript.ending());
        assertEquals("first\n", Visitor.text(transcript));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/bin/rbash", "/usr/sbin/nologin", "/bin/false", "/usr/bin/git-shell" })
    void aShellThatRunsNothingIsToldWithItsOwnWords(String shell) throws Exception {
        assumeTrue(Files.exists(Path.of(shell)), shell + " is not installed");
        CollectionException failure = visitor.failure(portOf(shell), credential());
        assertEquals(TargetResult.FAILED, failure.result());
        String words = switch (shell) {
            case "/bin/rbash" -> "restricted";
            case "/usr/sbin/nologin" -> "This account is currently not available";
            case "/usr/bin/git-shell" -> "unrecognized command";
            default -> "no POSIX shell";
        };
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }

    @Test
    void whatIsNoShellIsGivenNotALineOfTheScript() throws Exception {
        Path typed = directory.resolve("typed");
        Path device = Files.writeString(directory.resolve("device"), "#!/bin/sh\necho \"sw1> $2\"\ntimeout 3 cat >" + typed + "\n");
        Commands.run("chmod", "755", device.toString(), directory.toString());
        Files.createFile(typed);
        Commands.run("chmod", "666", typed.toString());
        CollectionException failure = visitor.failure(portOf(device.toString()), credential());
        assertEquals(TargetResult.FAILED, failure.result());
        assertTrue(failure.getMessage().contains("sw1> echo"), failure.getMessage());
        assertEquals("", Files.readString(typed));
    }

    @Test
    void aForcedCommandIsToldWithItsOwnWords() throws Exception {
        CollectionException failure = visitor.failure(portOf("/bin/sh", "ForceCommand echo 'only backups here' >&2"), credential());
        assertEquals(TargetResult.FAILED, failure.result());
        assertTrue(failure.getMessage().contains("only backups here"), failure.getMessage());
    }

    @Test
    void aHostWithoutSessionsIsTold() throws Exception {
        CollectionException failure = visitor.failure(portOf("/bin/sh", "MaxSessions 0"), credential());
        assertEquals(TargetResult.FAILED, failure.result());
        assertTrue(failure.getMessage().contains("lets " + user.name + " log in, but not run commands"), failure.getMessage());
    }

    /** Another implementation of the protocol, with a window of 24 kB only. */
    @Test
    void dropbearRunsALongScriptToItsEnd() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/sbin/dropbear")), "needs dropbear (Debian: dropbear-bin)");
        user = new TestUser("cads", "/bin/sh");
        try (Dropbear dropbear = new Dropbear(directory)) {
            String script = "sleep 1\n" + ("echo " + "x".repeat(1000) + "\n").repeat(500);
            assertEquals(500 * 1001, visitor.run(dropbear.port, script, credential()).length());
        }
    }

    @Test
    void theScriptIsNotInTheProcessList() throws Exception {
        Credential credential = start("/bin/sh");
        String processes = run("marker=1; cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '", ENOUGH, credential).text();
        assertTrue(processes.contains("/bin/sh -s"), processes);
        assertTrue(!processes.contains("marker=1"), processes);
        assertTrue(!processes.contains(user.password), processes);
    }

    private record Answer(Transcript transcript) {
        String text() {
            return Visitor.text(transcript);
        }
    }

    private Answer run(String script, Limits limits, Credential credential) throws Exception {
        try (SshSession session = visitor.open(sshd.port, credential)) {
            return new Answer(session.run((script + "\n").getBytes(StandardCharsets.UTF_8), limits));
        }
    }

    private Credential start(String shell, String... options) throws Exception {
        portOf(shell, options);
        return credential();
    }

    private Credential credential() {
        return AuthenticationTest.password("pw", user);
    }

    private int portOf(String shell, String... options) throws Exception {
        user = new TestUser("cads", shell);
        sshd = Sshd.start(directory, List.of("ed25519"), options);
        return sshd.port;
    }
}
