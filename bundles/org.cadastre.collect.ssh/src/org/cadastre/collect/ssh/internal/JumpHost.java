package org.cadastre.collect.ssh.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.cadastre.collect.AuditLog;
import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Credential;
import org.cadastre.collect.Target;
import org.cadastre.model.TargetResult;

import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.SSHRuntimeException;

/**
 * A host that passes connections on, with the one connection to it that all targets behind it share: a connection for each
 * would meet the limits that SSH servers set to logins at the same time (MaxStartups in sshd_config(5)).
 *
 * <p>Logged in to by a thread of its own, for whoever asked first may be broken off while others wait.
 */
@SuppressWarnings("resource") // the connection lives until close
final class JumpHost implements Way, AutoCloseable {

    private final String name;
    private final DialLimits limits;
    private final Dialer dialer;
    private final Notes audit;
    private final FutureTask<SSHClient> opening;

    /** Begins to log in. */
    JumpHost(Target.Jump jump, Dialer dialer, Notes audit, List<Credential> credentials, KeyRing keys, DialLimits limits) {
        this.audit = audit;
        this.name = jump.address().toString();
        this.limits = limits;
        this.dialer = dialer;
        opening = new FutureTask<>(() -> Patience.await(() -> logIn(jump, credentials, keys), dialer::hangUp,
                Instant.now().plus(limits.jump()), "ssh jump " + jump).orElseThrow(() -> new CollectionException(
                        TargetResult.TIMED_OUT, "not logged in within %d s".formatted(limits.jump().toSeconds()))));
        Thread.ofPlatform().daemon().name("ssh jump " + jump).start(opening);
    }

    /** Whether it is worth asking; else its connection broke off, or never came to be. */
    boolean isUsable() {
        return switch (opening.state()) {
            case RUNNING -> true;
            case SUCCESS -> opening.resultNow().isConnected() && opening.resultNow().isAuthenticated();
            case FAILED, CANCELLED -> false;
        };
    }

    @Override
    public Wire open(String host, int port, AuditLog to, Leash leash) throws CollectionException, InterruptedException {
        SSHClient client;
        try {
            client = connection();
        } finally {
            audit.lines().forEach(line -> to.sent("jump host %s: %s".formatted(name, line)));
        }
        to.sent("connect %s through %s".formatted(Way.text(host, port), name));
        Tunnel tunnel = new Tunnel(client, host, port, limits);
        try {
            leash.take(tunnel);
            tunnel.open(limits.tunnel().toMillis());
            return tunnel;
        } catch (IOException | SSHRuntimeException e) {
            tunnel.close();
            throw new TunnelFailures(name, port, limits).toOpen(e);
        }
    }

    @Override
    public void close() {
        dialer.hangUp();
    }

    /** What was sent to the jump host, for the audit log of every device behind it. */
    static final class Notes implements AuditLog {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void sent(String action) {
            lines.add(action);
        }

        List<String> lines() {
            return lines;
        }
    }

    private SSHClient connection() throws CollectionException, InterruptedException {
        try {
            return opening.get();
        } catch (ExecutionException e) {
            throw TunnelFailures.ofJumpHost(name, e.getCause());
        }
    }

    private SSHClient logIn(Target.Jump jump, List<Credential> credentials, KeyRing keys)
            throws CollectionException, InterruptedException {
        List<Credential> fitting = credentials.stream()
                .filter(credential -> jump.user().isEmpty() || jump.user().get().equals(Method.of(credential, keys).user())).toList();
        if (fitting.isEmpty()) {
            throw new CollectionException(TargetResult.NOT_ATTEMPTED,
                    "none of the credentials is for user " + jump.user().orElse("") + "; name one with --credential");
        }
        return new Login(dialer, keys, audit, limits).logIn(fitting).client();
    }
}
