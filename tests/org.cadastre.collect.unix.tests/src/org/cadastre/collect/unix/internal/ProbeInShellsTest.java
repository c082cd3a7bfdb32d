package org.cadastre.collect.unix.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.cadastre.collect.unix.Transcript;
import org.cadastre.collect.unix.internal.CommandOutput.End;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the real probe on the machine the tests run on, in every shell that it has. */
class ProbeInShellsTest {

    private static ProbeResult usual;

    @BeforeAll
    static void runInTheUsualShell() throws Exception {
        usual = run(script(), "", List.of("/bin/sh", "-s"));
    }

    private static String script() throws IOException {
        try (var resource = TranscriptParser.class.getResourceAsStream("probe.sh")) {
            return "CADASTRE_MARKER=" + Recorded.MARKER + "\n" + new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ProbeResult run(String script, String path, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        if (!path.isEmpty()) {
            builder.environment().put("PATH", path);
        }
        Process shell = builder.start();
        Thread.ofVirtual().start(() -> {
            try (OutputStream input = shell.getOutputStream()) {
                input.write(script.getBytes(StandardCharsets.UTF_8));
            } catch (IOException ended) {
                return;
            }
        });
        byte[] output = shell.getInputStream().readAllBytes();
        shell.waitFor();
        return TranscriptParser.parse(Recorded.MARKER, new Transcript(output, Transcript.Ending.FINISHED)).orElseThrow();
    }

    private static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "dash -s", "bash -s", "bash --posix -s", "busybox sh -s", "mksh -s", "ksh -s", "yash -s",
            "zsh --emulate sh -s", "tcsh -c 'exec /bin/sh -s'", "fish -c 'exec /bin/sh -s'", "csh -c 'exec /bin/sh -s'" })
    void everyShellGivesTheSameAnswers(String line) throws Exception {
        List<String> command = line.contains("'") ? List.of(line.split(" ")[0], "-c", "exec /bin/sh -s") : List.of(line.split(" "));
        assumeTrue(has(command.getFirst()), "this machine has no " + command.getFirst());
        ProbeResult result = run(script(), "", command);
        assertTrue(result.finished());
        assertEquals(usual.answers().keySet(), result.answers().keySet());
        Set<String> sameEverywhere = Set.of("os-release", "passwd", "group", "cpuinfo", "machine-id", "host-keys", "resolv.conf");
        for (String name : sameEverywhere) {
            assertEquals(usual.answer(name), result.answer(name));
        }
        result.answers().values().forEach(answer -> assertFalse(answer.end() == End.CUT, answer.toString()));
    }

    @Test
    void aCommandThatHangsIsStoppedAndTheNextOnesRun(@TempDir Path folder) throws Exception {
        program(folder, "date", "sleep 60");
        ProbeResult result = run(script(), folder + ":" + System.getenv("PATH"), List.of("/bin/sh", "-s"));
        assertEquals(End.TIMED_OUT, result.answer("now").orElseThrow().end());
        assertTrue(result.answer("uname").orElseThrow().succeeded());
        assertTrue(result.finished());
    }

    @Test
    void aCommandThatHangsIsStoppedWithoutTimeout(@TempDir Path folder) throws Exception {
        program(folder, "timeout", "exit 1");
        program(folder, "date", "sh -c 'sleep 61; :'; :");
        long start = System.nanoTime();
        ProbeResult result = run(script(), folder + ":" + System.getenv("PATH"), List.of("/bin/sh", "-s"));
        assertEquals(End.TIMED_OUT, result.answer("now").orElseThrow().end());
        assertTrue(result.answer("uname").orElseThrow().succeeded());
        assertTrue(result.finished());
        assertTrue(System.nanoTime() - start < 45_000_000_000L, "it is not waited for to the end");
        assertTrue(ProcessHandle.allProcesses().noneMatch(p -> p.info().commandLine().orElse("").contains("sleep 61")),
                "what the command started is ended too");
    }

    @Test
    void aCommandThatFloodsIsCutAndTheNextOnesRun(@TempDir Path folder) throws Exception {
        program(folder, "date", "yes 'no date'");
        program(folder, "uname", "if [ \"$1\" = -snrm ]; then yes error >&2 & sleep 1; kill $!; fi; exec /bin/uname \"$@\"");
        ProbeResult result = run(script(), folder + ":" + System.getenv("PATH"), List.of("/bin/sh", "-s"));
        CommandOutput flood = result.answer("now").orElseThrow();
        assertEquals(End.TRUNCATED, flood.end());
        assertEquals(TranscriptParser.MOST, flood.output().length);
        CommandOutput chatter = result.answer("uname").orElseThrow();
        assertTrue(chatter.succeeded());
        assertTrue(chatter.messages().length() <= 2000);
        assertTrue(result.finished());
    }

    /** Rules of sudo, and the rights that sockets and passwords are then read with. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "nobody ALL=(ALL) NOPASSWD: ALL | sudo | sudo",
            "nobody ALL=(ALL) NOPASSWD: /usr/bin/ss *, /bin/ss * | sudo | user",
            "nobody ALL=(ALL) ALL | user | user",
            "nobody ALL=(ALL) ALL, NOPASSWD: /usr/bin/true | user | user" })
    void sudoIsUsedWhereItIsAllowedWithoutPassword(String rule, String sockets, String passwords, @TempDir Path folder)
            throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can set up sudo");
        assumeTrue(has("sudo") && has("ss") && has("setpriv") && has("unshare"), "this machine lacks a command");
        Path rules = folder.resolve("sudoers");
        Files.writeString(rules, rule + "\n");
        Files.setPosixFilePermissions(rules, PosixFilePermissions.fromString("r--r-----"));
        ProbeResult result = run(script(), "", List.of("unshare", "--mount", "/bin/sh", "-c", "mount --bind \"$0\" /etc/sudoers; "
                + "exec setpriv --reuid=65534 --regid=65534 --clear-groups /bin/sh -s", rules.toString()));
        CommandOutput ss = result.answer("ss").orElseThrow();
        assertEquals(sockets, ss.privilege());
        assertTrue(ss.succeeded());
        assertEquals(passwords, result.answer("passwords").orElseThrow().privilege());
        assertEquals(passwords.equals("sudo"), result.answer("passwords").orElseThrow().succeeded());
        assertTrue(result.finished());
    }

    @Test
    void noPasswordHashLeavesTheHost() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/etc/shadow")), "only root can compare with /etc/shadow");
        List<String> hashes = Files.readAllLines(Path.of("/etc/shadow"), StandardCharsets.ISO_8859_1).stream()
                .map(line -> line.split(":")[1]).filter(hash -> hash.length() > 12).toList();
        ProbeResult result = run(script(), "", List.of("/bin/sh", "-s"));
        for (CommandOutput answer : result.answers().values()) {
            String text = new String(answer.output(), StandardCharsets.ISO_8859_1);
            assertTrue(hashes.stream().noneMatch(text::contains), answer.name());
        }
        assertTrue(result.answer("passwords").orElseThrow().lines().stream().allMatch(l -> l.matches("[^:]+:(none|locked|set)")));
    }

    @Test
    void halfAScriptRunsNothing() throws Exception {
        String whole = script();
        int brace = whole.lastIndexOf('}');
        for (int length = 100; length <= brace; length = length < brace - 100 ? Math.min(length + 1500, brace - 100) : length + 1) {
            Process shell = new ProcessBuilder("/bin/sh", "-s").redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (OutputStream input = shell.getOutputStream()) {
                input.write(whole.substring(0, length).getBytes(StandardCharsets.UTF_8));
            }
            assertEquals(0, shell.getInputStream().readAllBytes().length, "after " + length + " characters");
        }
    }

    /** Here-documents are temporary files in many shells; redirections into files are writes in all. */
    @Test
    void theScriptHasNoWayToWriteAFile() throws Exception {
        List<String> suspects = script().lines().filter(line -> !line.strip().startsWith("#"))
                .filter(line -> line.matches(".*<<.*") || line.replaceAll("[0-9]?>(&[0-9-]|/dev/null)", "").replaceAll("\"[^\"]*\"|\\([^)]*\\)", "")
                        .matches(".*[^-=]>\\s*[\\w/\"$].*"))
                .toList();
        assertEquals(List.of(), suspects);
    }

    private static void program(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
