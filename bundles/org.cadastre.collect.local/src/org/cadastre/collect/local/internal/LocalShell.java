package org.cadastre.collect.local.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.unix.Limits;
import org.cadastre.collect.unix.Shell;
import org.cadastre.collect.unix.Transcript;
import org.cadastre.collect.unix.Transcript.Ending;
import org.cadastre.model.TargetResult;

/**
 * Runs scripts in a shell of the machine itself. At the end, and when its thread is interrupted, the shell and everything
 * that it started are ended. Thread-safe; a shell of its own for each run.
 */
public final class LocalShell implements Shell {

    private static final Path ROOT = Path.of("/");

    private final List<String> command;

    /** {@code /bin/sh -s}. */
    public LocalShell() {
        this(List.of("/bin/sh", "-s"));
    }

    /** @param command a shell that reads its script from standard input; for tests, another user's or another shell */
    public LocalShell(List<String> command) {
        this.command = List.copyOf(command);
    }

    @Override
    public Transcript run(byte[] script, Limits limits) throws CollectionException, InterruptedException {
        Process shell = start();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        AtomicReference<Ending> ending = new AtomicReference<>(Ending.LOST);
        Thread writer = Thread.ofVirtual().start(() -> write(script, shell));
        Thread reader = Thread.ofVirtual().start(() -> read(shell, limits.bytes(), output, ending));
        boolean inTime = false;
        try {
            inTime = reader.join(limits.time());
        } finally {
            end(shell);
            // Its streams are closed with it, so neither thread can be held up.
            reader.join(1000);
            writer.join(1000);
        }
        synchronized (output) {
            return new Transcript(output.toByteArray(), inTime ? ending.get() : Ending.TIMED_OUT);
        }
    }

    private Process start() throws CollectionException {
        try {
            return new ProcessBuilder(command).directory(ROOT.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException noShell) {
            throw new CollectionException(TargetResult.FAILED,
                    "this machine has no " + command.getFirst() + "; only Unix systems can be read locally", noShell);
        }
    }

    private static void write(byte[] script, Process shell) {
        try (OutputStream input = shell.getOutputStream()) {
            input.write(script);
        } catch (IOException shellHasEnded) {
            // What it wrote until then tells the rest.
            return;
        }
    }

    private static void read(Process shell, long most, ByteArrayOutputStream output, AtomicReference<Ending> ending) {
        byte[] buffer = new byte[1 << 16];
        long left = most;
        try (InputStream stream = shell.getInputStream()) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                synchronized (output) {
                    output.write(buffer, 0, (int) Math.min(count, left));
                }
                left -= count;
                if (left < 0) {
                    ending.set(Ending.TOO_LARGE);
                    return;
                }
            }
            ending.set(Ending.FINISHED);
        } catch (IOException closed) {
            // The shell was ended; what came until then is kept.
            return;
        }
    }

    /** Children first known, then ended: a child whose parent is gone would no longer be found. */
    private static void end(Process shell) {
        List<ProcessHandle> all = shell.descendants().toList();
        shell.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            shell.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
    }
}
