package org.cadastre.collect.ssh.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.cadastre.collect.unix.Limits;
import org.cadastre.collect.unix.Transcript;
import org.cadastre.collect.unix.Transcript.Ending;

import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.connection.channel.direct.Signal;
import net.schmizz.sshj.transport.TransportException;

/**
 * Runs a script in one channel of a connection. The command is "exec /bin/sh -s", which every login shell understands in the
 * same way, and the script goes through standard input: no quoting, no length limit, nothing in the device's process list.
 *
 * <p>Not a line of it is sent before the login shell has proven to be one, by an echo without its quotes: the command line of a
 * network device may pass over the command and take each line of standard input for one of its own.
 */
@SuppressWarnings("resource") // the connection owns channel and streams
final class RemoteShell {

    private static final String COMMAND = "echo cada'stre' shell; exec /bin/sh -s";
    private static final String PROOF = "cadastre shell\n";
    /** How much a login shell may print before it, and how long that may take. */
    private static final int BEFORE_PROOF = 64 * 1024;
    private static final Duration PROOF_WAIT = Duration.ofSeconds(60);
    private static final int ERRORS_KEPT = 8 * 1024;
    private static final Duration ERRORS_WAIT = Duration.ofSeconds(2);

    private final Bounded errors = new Bounded(ERRORS_KEPT);
    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile boolean proven;
    private volatile Optional<Session.Command> running = Optional.empty();

    /**
     * Runs the script until its output ends or its connection is closed by another thread. Leaves the channel as it is; the
     * caller closes the connection, which ends everything that was begun here.
     *
     * @param limits bytes of output to take at most; the time is the caller's to watch
     * @throws IOException when the device gives no channel or runs no command in it
     */
    Transcript run(SSHClient client, byte[] script, Limits limits) throws IOException {
        Session session = open(client, limits.time());
        Session.Command command = session.exec(COMMAND);
        running = Optional.of(command);
        Bounded output = new Bounded(limits.bytes());
        start("ssh-input", () -> feed(command.getOutputStream(), script));
        Thread errorReader = start("ssh-errors", () -> drain(command.getErrorStream(), errors));
        Ending ending = read(command.getInputStream(), output);
        if (ending == Ending.FINISHED) {
            awaitErrors(session, errorReader);
        }
        return new Transcript(output.bytes(), ending);
    }

    /**
     * Ends what still runs on the device (RFC 4254, 6.9): without a terminal it would not notice that the connection is gone.
     * Devices need not obey. May block as long as the connection takes nothing.
     */
    void terminate() {
        running.filter(Session.Command::isOpen).ifPresent(command -> {
            try {
                command.signal(Signal.TERM);
            } catch (TransportException e) {
                // The connection is gone already.
            }
        });
    }

    /** Whether a shell proved to be there, so that the script was sent. */
    boolean isProven() {
        return proven;
    }

    /** The beginning of what the device wrote to standard error. */
    String errors() {
        return new String(errors.bytes(), StandardCharsets.UTF_8);
    }

    /**
     * A channel takes its patience from the connection when it is opened: how long the device may leave the rest of the script
     * unread, which may be as long as the script runs.
     */
    private static Session open(SSHClient client, Duration patience) throws IOException {
        Connection connection = client.getConnection();
        int answer = connection.getTimeoutMs();
        connection.setTimeoutMs((int) patience.toMillis());
        try {
            return client.startSession();
        } finally {
            connection.setTimeoutMs(answer);
        }
    }

    private static Thread start(String name, Runnable work) {
        return Thread.ofPlatform().daemon().name(name).start(work);
    }

    /** Beside the reading, for a shell may print before it has read everything, and neither side has endless buffers. */
    private void feed(OutputStream input, byte[] script) {
        try (input) {
            if (decided.await(PROOF_WAIT.toSeconds(), TimeUnit.SECONDS) && proven) {
                input.write(script);
                input.flush(); // closing alone drops what does not fit into the window
            }
        } catch (IOException e) {
            // A shell that ends early does not read the rest; what it printed tells why.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Standard error must be read to its end, or the device waits for ever when its window is full. */
    private static void drain(InputStream in, Bounded kept) {
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                kept.take(buffer, count);
            }
        } catch (IOException e) {
            // The connection is over; the reader of the output tells.
        }
    }

    private Ending read(InputStream in, Bounded output) {
        byte[] buffer = new byte[32 * 1024];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!output.take(buffer, count)) {
                    return Ending.TOO_LARGE;
                }
                if (!proven && output.size() < BEFORE_PROOF && output.remove(PROOF)) {
                    proven = true;
                    decided.countDown();
                }
            }
            return Ending.FINISHED;
        } catch (IOException e) {
            return Ending.LOST;
        } finally {
            decided.countDown();
        }
    }

    /** The last of the errors may come after the end of the output. */
    private static void awaitErrors(Session session, Thread errorReader) throws IOException {
        try {
            session.join(ERRORS_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            errorReader.join(ERRORS_WAIT);
        } catch (ConnectionException e) {
            // Not told; the output is complete all the same.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Bytes up to a limit; what goes beyond is dropped. */
    private static final class Bounded {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final long limit;

        Bounded(long limit) {
            this.limit = limit;
        }

        synchronized boolean take(byte[] bytes, int count) {
            int room = (int) Math.min(count, limit - kept.size());
            kept.write(bytes, 0, room);
            return room == count;
        }

        synchronized int size() {
            return kept.size();
        }

        /** Takes out the first such text, if it is there. */
        synchronized boolean remove(String text) {
            String all = kept.toString(StandardCharsets.ISO_8859_1);
            int at = all.indexOf(text);
            if (at < 0) {
                return false;
            }
            kept.reset();
            kept.writeBytes((all.substring(0, at) + all.substring(at + text.length())).getBytes(StandardCharsets.ISO_8859_1));
            return true;
        }

        synchronized byte[] bytes() {
            return kept.toByteArray();
        }
    }
}
