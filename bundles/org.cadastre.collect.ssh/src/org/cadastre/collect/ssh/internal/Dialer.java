package org.cadastre.collect.ssh.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.SocketFactory;

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

    private static final Pattern NO_SETTLEMENT = Pattern.compile("settlement of (\\w+): \\[.*?] and \\[(.*)]");

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
    }

    /** A connection over which nothing about a login was said yet. The caller closes it. */
    SSHClient dial() throws CollectionException {
        audit.sent("connect " + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
        Wire wire = connect();
        HostKeyCheck check = new HostKeyCheck(host, port, hostKeys, wire::trust);
        SSHClient client = new SSHClient(algorithms);
        client.setSocketFactory(new Connected(wire));
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
            throw notSsh(e, wire);
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
        List<CollectionException> failures = new ArrayList<>();
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
                failures.add(noConnection(e));
            }
        }
        throw Collections.min(failures, Comparator.comparing(failure -> TELLING.indexOf(failure.result())));
    }

    private InetAddress[] addresses() throws CollectionException {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw failure(TargetResult.UNKNOWN_HOST, e,
                    "the name is not known to any resolver; check its spelling, or give the address");
        }
    }

    private CollectionException noConnection(IOException e) {
        String text = String.valueOf(e.getMessage());
        if (e instanceof SocketTimeoutException) {
            return failure(TargetResult.NO_ANSWER, e,
                    "no answer on port %d within %d s; the host is off, or a firewall drops the connection"
                            .formatted(port, limits.connect().toSeconds()));
        }
        if (e instanceof NoRouteToHostException || text.contains("unreachable")) {
            return failure(TargetResult.UNREACHABLE, e, "no network path leads to the host; check routes, VPN and firewall");
        }
        if (e instanceof ConnectException && text.contains("refused")) {
            return failure(TargetResult.REFUSED, e,
                    "nothing listens on port %d; start the SSH server, or name its port as HOST:PORT".formatted(port));
        }
        return failure(TargetResult.FAILED, e, "no connection to port %d: %s".formatted(port, Quote.of(text)));
    }

    /** What went wrong between the TCP connection and the end of the key exchange. */
    private CollectionException notSsh(Exception e, Wire wire) {
        String said = wire.greeting();
        if (Causes.contain(e, Wire.TooMuchException.class)
                || !said.isEmpty() && !said.contains("SSH-")) {
            return failure(TargetResult.FAILED, e, "port %d does not speak SSH; it sent \"%s\"".formatted(port, said));
        }
        if (Causes.contain(e, SocketTimeoutException.class)) {
            return failure(TargetResult.TIMED_OUT, e,
                    "port %d accepts the connection, but sent no SSH greeting within %d s; something else may listen there, or the host hangs"
                            .formatted(port, limits.greeting().toSeconds()));
        }
        if (Causes.contain(e, TimeoutException.class)) {
            return failure(TargetResult.TIMED_OUT, e,
                    "the key exchange did not end within %d s; the host hangs or is overloaded".formatted(limits.answer().toSeconds()));
        }
        if (said.startsWith("SSH-1.") && !said.startsWith("SSH-1.99-")) {
            return failure(TargetResult.FAILED, e,
                    "port %d speaks only an old version of SSH (%s); Cadastre needs version 2".formatted(port, said));
        }
        Matcher settlement = NO_SETTLEMENT.matcher(String.valueOf(e.getMessage()));
        if (settlement.find()) {
            return failure(TargetResult.FAILED, e, "no algorithm in common for %s; the host offers only %s"
                    .formatted(words(settlement.group(1)), Quote.of(settlement.group(2))));
        }
        if (said.isEmpty()) {
            return failure(TargetResult.FAILED, e,
                    "the host closed the connection before any greeting; it may not allow connections from here, or too many of them at once");
        }
        return failure(TargetResult.FAILED, e,
                "the connection broke off during the key exchange (%s); try again, or see what the host's SSH server logs"
                        .formatted(e.getMessage() == null ? "what the host sent cannot be understood" : Quote.of(e.getMessage())));
    }

    private static String words(String camelCase) {
        return camelCase.replace("2Server", "ToServer").replace("2Client", "ToClient").replace("Algorithms", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase();
    }

    private static CollectionException failure(TargetResult result, Exception cause, String message) {
        return new CollectionException(result, message, cause);
    }

    static void close(AutoCloseable connection) {
        try {
            connection.close();
        } catch (Exception e) {
            // The other side may have gone first; nothing is left to do with this connection.
        }
    }

    /** Hands a connection that is already open to the SSH library. */
    private static final class Connected extends SocketFactory {

        private final Socket socket;

        Connected(Socket socket) {
            this.socket = socket;
        }

        @Override
        public Socket createSocket() {
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            return socket;
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return socket;
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            return socket;
        }
    }
}
