package org.cadastre.collect.ssh.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.cadastre.collect.AuditLog;
import org.cadastre.collect.CollectionException;
import org.cadastre.collect.HostKeys;
import org.cadastre.model.TargetResult;

import net.schmizz.sshj.Config;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.SSHRuntimeException;

/**
 * Opens connections to one device, up to the point where keys are exchanged and the host key is trusted. The only class that
 * knows how the device is reached. {@link #hangUp()} may be called by any thread and ends whatever waits for the device.
 */
@SuppressWarnings("resource") // a connection is handed to the caller, or closed by close
final class Dialer {

    /** For the second address of a name when the first has used up the time. */
    private static final Duration LEAST_CONNECT = Duration.ofMillis(500);

    /** Of several addresses that fail, the one that got furthest tells most. */
    private static final List<TargetResult> TELLING = List.of(
            TargetResult.REFUSED, TargetResult.NO_ANSWER, TargetResult.UNREACHABLE, TargetResult.FAILED);

    private final String host;
    private final int port;
    private final Config algorithms;
    private final DialLimits limits;
    private final HostKeys hostKeys;
    private final AuditLog audit;
    private final DialFailures failures;
    private Optional<Socket> current = Optional.empty();
    private boolean hungUp;
    private volatile Optional<String> hostKeyFingerprint = Optional.empty();

    Dialer(String host, int port, Config algorithms, DialLimits limits, HostKeys hostKeys, AuditLog audit) {
        this.host = host;
        this.port = port;
        this.algorithms = algorithms;
        this.limits = limits;
        this.hostKeys = hostKeys;
        this.audit = audit;
        this.failures = new DialFailures(port, limits);
    }

    /** A connection over which nothing about a login was said yet. The caller closes it. */
    SSHClient dial() throws CollectionException {
        HostKeyCheck check = new HostKeyCheck(host, port, hostKeys);
        audit.sent("connect " + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
        Wire wire = connect();
        check.onTrust(wire::trust);
        SSHClient client = new SSHClient(algorithms);
        client.setSocketFactory(new ConnectedSocket(wire));
        client.setTimeout((int) limits.greeting().toMillis());
        client.getTransport().setTimeoutMs((int) limits.answer().toMillis());
        client.getConnection().setTimeoutMs((int) limits.answer().toMillis());
        client.addHostKeyVerifier(check);
        try {
            client.connect(host, port);
            check.rememberFirstVisit();
            hostKeyFingerprint = check.fingerprint();
            return client;
        } catch (IOException | SSHRuntimeException e) {
            close(client);
            check.refuseChangedKey();
            throw failures.beforeTrust(e, wire.greeting());
        } catch (RuntimeException e) {
            close(client);
            throw e;
        }
    }

    /** Fingerprint of the host key that the device showed; empty before the first connection. */
    Optional<String> hostKeyFingerprint() {
        return hostKeyFingerprint;
    }

    /** Ends the connection, and every later one before it begins. */
    synchronized void hangUp() {
        hungUp = true;
        current.ifPresent(Dialer::close);
    }

    private synchronized void register(Socket socket) throws IOException {
        if (hungUp) {
            throw new SocketException("hung up");
        }
        current = Optional.of(socket);
    }

    /** Tries the addresses of the name one after the other. */
    private Wire connect() throws CollectionException {
        List<CollectionException> attempts = new ArrayList<>();
        long end = System.nanoTime() + limits.connect().toNanos();
        for (InetAddress address : addresses()) {
            Wire wire = new Wire(limits.unknownBytes());
            try {
                register(wire);
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                wire.connect(new InetSocketAddress(address, port), (int) Math.max(left, LEAST_CONNECT.toMillis()));
                wire.setTcpNoDelay(true);
                return wire;
            } catch (IOException e) {
                close(wire);
                attempts.add(failures.toConnect(e));
            }
        }
        throw Collections.min(attempts, Comparator.comparing(failure -> TELLING.indexOf(failure.result())));
    }

    private InetAddress[] addresses() throws CollectionException {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw failures.toResolve(e);
        }
    }

    static void close(AutoCloseable connection) {
        try {
            connection.close();
        } catch (Exception e) {
            // The other side may have gone first; nothing is left to do with this connection.
        }
    }
}
