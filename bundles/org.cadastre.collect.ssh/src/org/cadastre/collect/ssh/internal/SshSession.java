package org.cadastre.collect.ssh.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Context;
import org.cadastre.collect.Credential;
import org.cadastre.collect.networkos.Terminal;
import org.cadastre.collect.unix.Limits;
import org.cadastre.collect.unix.Shell;
import org.cadastre.collect.unix.Transcript;
import org.cadastre.collect.unix.Transcript.Ending;
import org.cadastre.model.TargetResult;

import net.schmizz.sshj.Config;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.transport.TransportException;

/**
 * A login at a device, good for one script or one terminal. What waits for the device does so on threads of its own, so that the
 * caller is back in time whatever the device does (see {@link Patience}); a script that is cut off by its limit gives what it had printed.
 */
@SuppressWarnings("resource") // the connection of the login is closed by close, with the session
final class SshSession implements Shell, AutoCloseable {

    /** Kept back from the time of the target, to come back before the thread is interrupted. */
    private static final Duration RESERVE = Duration.ofSeconds(1);

    private static final int ANSWER_KEPT = 200;
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final String name;
    private final Dialer dialer;
    private final DialLimits limits;
    private final RemoteShell shell = new RemoteShell();
    private final Login.Accepted login;
    private volatile boolean timeUp;
    private volatile String answer = "";

    /** Dials and logs in. The arguments are as in {@link Dialer} and {@link Login}. */
    SshSession(Place place, Context context, List<Credential> credentials, KeyRing keys, Config algorithms, DialLimits limits)
            throws CollectionException, InterruptedException {
        this.name = "ssh " + place;
        this.limits = limits;
        Way way = context.common().get(JumpHosts.class, () -> new JumpHosts(algorithms, limits, keys)).way(place.jumps(), context);
        this.dialer = new Dialer(place, way, algorithms, limits, context.hostKeys(), context.audit());
        Instant end = context.deadline().minus(RESERVE);
        this.login = inTime(() -> new Login(dialer, keys, context.audit(), limits).logIn(credentials), end,
                "connecting and logging in");
    }

    /** Name of the credential that was accepted; empty when the device wanted none. */
    Optional<String> credential() {
        return login.credential();
    }

    /** Fingerprint of the host key that the device showed. */
    String hostKeyFingerprint() {
        return dialer.hostKeyFingerprint().orElseThrow();
    }

    /** The beginning of what came on either output, in one line: a login shell that is none tells there what it is. */
    String answer() {
        return Quote.of(answer);
    }

    @Override
    public Transcript run(byte[] script, Limits run) throws CollectionException, InterruptedException {
        return inTime(() -> transcript(script, run), Instant.now().plus(run.time()), "running the script");
    }

    /** Whether there was a shell to send the script to. */
    boolean sentScript() {
        return shell.isProven();
    }

    /** What the SSH server calls itself (RFC 4253, 4.2), without the line's end. */
    String identification() {
        return "SSH-" + login.client().getTransport().getServerVersion();
    }

    /** What is done at a terminal. */
    @FunctionalInterface
    interface Conversation<T> {
        T at(Terminal terminal) throws CollectionException, InterruptedException;
    }

    /**
     * A terminal in place of a script.
     *
     * @throws CollectionException when the device gives none, or the conversation throws it
     */
    <T> T converse(Context context, Conversation<T> conversation) throws CollectionException, InterruptedException {
        return inTime(() -> {
            try (SshTerminal terminal = new SshTerminal(login.client())) {
                return conversation.at(terminal);
            } catch (IOException | SSHRuntimeException e) {
                throw noCommand(e);
            }
        }, context.deadline().minus(RESERVE), "asking it at a terminal");
    }

    /** Ends what still runs on the device, says goodbye, hangs up. */
    @Override
    public void close() {
        briefly(() -> {
            shell.terminate();
            Dialer.close(login.client());
        });
        dialer.hangUp();
    }

    private Transcript transcript(byte[] script, Limits run) throws CollectionException {
        Transcript transcript;
        try {
            transcript = shell.run(login.client(), script, run);
        } catch (IOException | SSHRuntimeException e) {
            throw noCommand(e);
        }
        answer = shell.errors() + " " + beginning(transcript.bytes());
        return timeUp ? new Transcript(transcript.bytes(), Ending.TIMED_OUT) : transcript;
    }

    private static String beginning(byte[] output) {
        return new String(output, 0, Math.min(output.length, ANSWER_KEPT), StandardCharsets.UTF_8);
    }

    private <T> T inTime(Callable<T> work, Instant end, String step)
            throws CollectionException, InterruptedException {
        try {
            return Patience.await(work, this::stop, end, name).orElseThrow(() -> timedOut(step));
        } catch (CollectionException e) {
            throw timeUp ? timedOut(step) : e;
        }
    }

    private void stop() {
        timeUp = true;
        briefly(shell::terminate);
        dialer.hangUp();
    }

    /** Lets a thread of its own say last words, for a device that takes in nothing any more could hold up whoever speaks. */
    private void briefly(Runnable lastWords) {
        Thread speaker = Thread.ofPlatform().daemon().name(name).start(lastWords);
        try {
            speaker.join(GOODBYE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CollectionException timedOut(String step) {
        return new CollectionException(TargetResult.TIMED_OUT,
                "the time for this host ran out while %s; give it more time, or look at what keeps it busy".formatted(step));
    }

    private CollectionException noCommand(Exception e) {
        if (Causes.contain(e, TimeoutException.class)) {
            return new CollectionException(TargetResult.TIMED_OUT, "the host took the login of %s, then gave no answer within %d s"
                    .formatted(login.user(), limits.answer().toSeconds()), e);
        }
        String what = Causes.contain(e, TransportException.class)
                ? "the host took the login of %s, then closed the connection; the account may be closed for logins"
                : "the host lets %s log in, but not run commands; use a user with a shell";
        return new CollectionException(TargetResult.FAILED, what.formatted(login.user()), e);
    }
}
