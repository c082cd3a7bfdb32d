package org.cadastre.collect.ssh.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.collect.CollectionException;
import org.cadastre.model.TargetResult;

/** Tells the user why there is no connection to a device, and what to do. */
final class DialFailures {

    private static final Pattern NO_SETTLEMENT = Pattern.compile("settlement of (\\w+): \\[.*?] and \\[(.*)]");

    private final int port;
    private final DialLimits limits;

    DialFailures(int port, DialLimits limits) {
        this.port = port;
        this.limits = limits;
    }

    /** The name has no address. */
    CollectionException toResolve(UnknownHostException e) {
        return failure(TargetResult.UNKNOWN_HOST, e,
                "the name is not known to any resolver; check its spelling, or give the address");
    }

    /** No TCP connection. */
    CollectionException toConnect(IOException e) {
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

    /**
     * Something between the TCP connection and the end of the key exchange.
     *
     * @param said the beginning of what the device sent
     */
    CollectionException beforeTrust(Exception e, String said) {
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
}
