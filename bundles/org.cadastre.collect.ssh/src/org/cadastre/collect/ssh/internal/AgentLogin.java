package org.cadastre.collect.ssh.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/**
 * Logs in with keys that an agent holds ("publickey", RFC 4252, 7). Of each key the device is first asked whether it would do,
 * so that the agent signs, and perhaps bothers a person, for one of them only. The SSH library works with keys that it has
 * itself; this knows no more of a key than its bytes, and so takes certificates and keys in hardware too.
 *
 * <p>Can be used on several connections, one after the other: a device that hangs up is asked about the rest on the next.
 */
final class AgentLogin extends AbstractAuthMethod {

    /** Versions that know RSA with SHA-2; a refusal of theirs need not be tried again with SHA-1. */
    private static final Pattern KNOWS_SHA2 = Pattern.compile("OpenSSH_(7\\.[2-9]|[89]\\.|\\d\\d)");
    private static final String RSA = "ssh-rsa";
    private static final String CERTIFICATE = "-cert-v01@openssh.com";

    private final Agent agent;
    private final Deque<Attempt> left = new ArrayDeque<>();
    private boolean anyRefused;
    private volatile Optional<UnusableKeyException> problem = Optional.empty();

    /** @param flags what the agent is told of the hash */
    private record Attempt(Agent.Key key, String algorithm, int flags) {
    }

    AgentLogin(Agent agent, List<Agent.Key> keys) {
        super("publickey");
        this.agent = agent;
        keys.stream().flatMap(AgentLogin::attempts).forEach(left::add);
    }

    /** What the agent had to say when it was asked to sign. */
    Optional<UnusableKeyException> problem() {
        return problem;
    }

    /**
     * What to do when the device hung up: go on with the key that it hung up at, unless it hung up for that key.
     *
     * @param fresh nothing else was tried on this connection
     * @return whether there is anything to go on with
     */
    boolean goOn(boolean fresh) {
        if (fresh && !anyRefused) {
            left.poll();
        }
        anyRefused = false;
        return !left.isEmpty();
    }

    @Override
    public void request() throws UserAuthException, TransportException {
        while (!left.isEmpty() && left.element().algorithm().startsWith(RSA)
                && KNOWS_SHA2.matcher(params.getTransport().getServerVersion()).find()) {
            left.remove();
        }
        if (left.isEmpty()) {
            throw new UserAuthException("no key left");
        }
        params.getTransport().write(request(left.element(), false));
    }

    @Override
    public boolean shouldRetry() {
        left.poll();
        anyRefused = true;
        return !left.isEmpty();
    }

    /** The device would take the key (SSH_MSG_USERAUTH_PK_OK). */
    @Override
    public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
        if (message != Message.USERAUTH_60 || left.isEmpty()) {
            super.handle(message, packet);
            return;
        }
        Attempt attempt = left.element();
        SSHPacket request = request(attempt, true);
        byte[] signed = new Buffer.PlainBuffer().putString(params.getTransport().getSessionID()).putBuffer(request).getCompactData();
        try {
            params.getTransport().write(request.putBytes(agent.sign(attempt.key(), signed, attempt.flags())));
        } catch (UnusableKeyException e) {
            problem = Optional.of(e);
            if (!shouldRetry()) {
                throw new UserAuthException(e.getMessage(), e);
            }
            request();
        }
    }

    private SSHPacket request(Attempt attempt, boolean signed) throws UserAuthException {
        return buildReq().putBoolean(signed).putString(attempt.algorithm()).putString(attempt.key().blob());
    }

    /** RSA keys sign with SHA-256, which all know that know RFC 8332, and with SHA-1 where nothing else is known. */
    private static Stream<Attempt> attempts(Agent.Key key) {
        try {
            String type = key.type();
            String suffix = type.endsWith(CERTIFICATE) ? CERTIFICATE : "";
            return type.equals(RSA + suffix)
                    ? Stream.of(new Attempt(key, "rsa-sha2-256" + suffix, 2), new Attempt(key, type, 0))
                    : Stream.of(new Attempt(key, type, 0));
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
