package org.cadastre.collect.ssh.internal;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;

import org.cadastre.collect.AuditLog;
import org.cadastre.collect.CollectionException;
import org.cadastre.collect.HostKeys;

import net.schmizz.sshj.Config;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.SSHRuntimeException;

/**
 * Opens connections to one device, up to the point where keys are exchanged and the host key is trusted. {@link #hangUp()} may be called by any thread and ends whatever waits for the device.
 */
@SuppressWarnings("resource") // a connection is handed to the caller, or closed by close
final class Dialer {

    private final Place place;
    private final Way way;
    private final Config algorithms;
    private final DialLimits limits;
    private final HostKeys hostKeys;
    private final AuditLog audit;
    private final DialFailures failures;
    private Optional<Socket> current = Optional.empty();
    private boolean hungUp;
    private volatile Optional<String> hostKeyFingerprint = Optional.empty();

    Dialer(Place place, Way way, Config algorithms, DialLimits limits, HostKeys hostKeys, AuditLog audit) {
        this.place = place;
        this.way = way;
        this.algorithms = algorithms;
        this.limits = limits;
        this.hostKeys = hostKeys;
        this.audit = audit;
        this.failures = new DialFailures(place.port(), limits);
    }

    /** A connection over which nothing about a login was said yet. The caller closes it. */
    SSHClient dial() throws CollectionException, InterruptedException {
        HostKeyCheck check = new HostKeyCheck(place, hostKeys);
        Wire wire = way.open(place.host(), place.port(), audit, this::register);
        check.onTrust(wire::trust);
        SSHClient client = new SSHClient(algorithms);
        client.setSocketFactory(new ConnectedSocket(wire));
        client.setTimeout((int) limits.greeting().toMillis());
        client.getTransport().setTimeoutMs((int) limits.answer().toMillis());
        client.getConnection().setTimeoutMs((int) limits.answer().toMillis());
        client.addHostKeyVerifier(check);
        try {
            client.connect(place.host(), place.port());
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

    static void close(AutoCloseable connection) {
        try {
            connection.close();
        } catch (Exception e) {
            // The other side may have gone first; nothing is left to do with this connection.
        }
    }
}
