package org.cadastre.collect.ssh.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import org.cadastre.collect.AuditLog;
import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Credential;
import org.cadastre.model.TargetResult;

import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthNone;

/**
 * Tries credentials in their order until the device accepts one. Stays on one connection as long as the user is the same and
 * the device goes along; dials again for another user (RFC 4252, 5: the user must not change) and when the device hung up,
 * as servers do after some refusals.
 *
 * <p>The first question on a connection is "none" (RFC 4252, 5.2): it tells which methods the device takes, so that no
 * secret is sent for nothing and no failed login is counted against the account.
 */
@SuppressWarnings("resource") // the connection is handed to the caller, or closed by hangUp
final class Login {

    /**
     * A connection that is logged in.
     *
     * @param credential name of the accepted one; empty when the device wanted none
     */
    record Accepted(SSHClient client, String user, Optional<String> credential) {
    }

    private enum Answer {
        ACCEPTED, REFUSED, HUNG_UP
    }

    private final Dialer dialer;
    private final KeyRing keys;
    private final AuditLog audit;
    private final DialLimits limits;
    private final List<String> refusals = new ArrayList<>();
    private boolean deniedByHost;
    private Optional<SSHClient> connection = Optional.empty();
    private String user = "";
    private boolean fresh;

    Login(Dialer dialer, KeyRing keys, AuditLog audit, DialLimits limits) {
        this.dialer = dialer;
        this.keys = keys;
        this.audit = audit;
        this.limits = limits;
    }

    /** @param credentials of the kinds that {@link Method} knows, at least one */
    Accepted logIn(List<Credential> credentials) throws CollectionException, InterruptedException {
        try {
            for (Credential credential : credentials) {
                Method method = Method.of(credential, keys);
                if (!connected(method.user()) && dial(method.user()) == Answer.ACCEPTED) {
                    return accepted(Optional.empty());
                }
                if (tryOn(method)) {
                    return accepted(Optional.of(credential.name()));
                }
            }
        } catch (CollectionException | InterruptedException | RuntimeException e) {
            hangUp();
            throw e;
        }
        hangUp();
        throw refused();
    }

    private Accepted accepted(Optional<String> credential) {
        return new Accepted(connection.orElseThrow(), user, credential);
    }

    private boolean tryOn(Method method) throws CollectionException, InterruptedException {
        if (!method.fits(allowed())) {
            deniedByHost = true;
            refusals.add("%s: the host takes only %s".formatted(method, String.join(", ", allowed())));
            return false;
        }
        try {
            method.prepare();
        } catch (UnusableKeyException e) {
            refusals.add(method + ": " + e.getMessage());
            return false;
        }
        deniedByHost = true;
        boolean first = fresh;
        boolean partlyBefore = partly();
        Answer answer = attempt(method);
        while (answer == Answer.HUNG_UP && method.deservesAnother(first) && dial(method.user()) == Answer.REFUSED) {
            first = true;
            partlyBefore = false;
            answer = attempt(method);
        }
        switch (answer) {
            case ACCEPTED -> {
                return true;
            }
            case REFUSED -> refusals.add(method + ": " + method.refusal(partly() && !partlyBefore));
            case HUNG_UP -> refusals.add("%s: the host hung up when it was tried; it is wrong, or %s may not log in here"
                    .formatted(method, method.user()));
        }
        return false;
    }

    private Answer attempt(Method method) throws CollectionException {
        audit.sent("authenticate as " + method.user() + " with " + method.evidence());
        fresh = false;
        return ask(method.user(), method.on(allowed()));
    }

    private Answer dial(String newUser) throws CollectionException, InterruptedException {
        hangUp();
        SSHClient client = dialer.dial();
        connection = Optional.of(client);
        user = newUser;
        fresh = true;
        audit.sent("ask which logins " + newUser + " may use");
        Answer answer = ask(newUser, new AuthNone());
        if (answer == Answer.HUNG_UP) {
            throw new CollectionException(TargetResult.ACCESS_DENIED,
                    "the host hung up when asked to log in %s; it may not allow this user, or logins from here".formatted(newUser));
        }
        return answer;
    }

    private Answer ask(String as, AuthMethod method) throws CollectionException {
        SSHClient client = connection.orElseThrow();
        try {
            client.auth(as, method);
            return Answer.ACCEPTED;
        } catch (UserAuthException | TransportException | SSHRuntimeException e) {
            if (Causes.contain(e, TimeoutException.class)) {
                throw new CollectionException(TargetResult.TIMED_OUT,
                        "no answer to the login within %d s; the host hangs, or its user directory does not answer it"
                                .formatted(limits.answer().toSeconds()), e);
            }
            if (e instanceof SSHRuntimeException || Causes.contain(e, TransportException.class)) {
                hangUp();
                return Answer.HUNG_UP;
            }
            return Answer.REFUSED;
        }
    }

    private boolean connected(String as) {
        return connection.isPresent() && user.equals(as);
    }

    /** Whether the device took a credential on this connection, but wants more. */
    private boolean partly() {
        return connection.map(client -> client.getUserAuth().hadPartialSuccess()).orElse(false);
    }

    private Collection<String> allowed() {
        return connection.map(client -> client.getUserAuth().getAllowedMethods()).orElse(List.of());
    }

    private void hangUp() {
        connection.ifPresent(Dialer::close);
        connection = Optional.empty();
    }

    private CollectionException refused() {
        String message = refusals.size() == 1 ? refusals.getFirst()
                : "none of the credentials was accepted; " + String.join("; ", refusals);
        return new CollectionException(deniedByHost ? TargetResult.ACCESS_DENIED : TargetResult.FAILED, message);
    }
}
