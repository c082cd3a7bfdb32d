package org.cadastre.collect.ssh.internal;

import java.util.Locale;
import java.util.concurrent.TimeoutException;

import org.cadastre.collect.CollectionException;
import org.cadastre.model.TargetResult;

import net.schmizz.sshj.connection.channel.OpenFailException;

/** Tells the user why there is no way through a jump host, and what to do. */
final class TunnelFailures {

    private final String jumpHost;
    private final int port;
    private final DialLimits limits;

    TunnelFailures(String jumpHost, int port, DialLimits limits) {
        this.jumpHost = jumpHost;
        this.port = port;
        this.limits = limits;
    }

    /** The jump host itself cannot be used. Of the device behind it that tells nothing, whether it is there or not. */
    static CollectionException ofJumpHost(String name, Throwable cause) {
        if (!(cause instanceof CollectionException told)) {
            throw new IllegalStateException(cause);
        }
        TargetResult result = switch (told.result()) {
            case NO_ANSWER, REFUSED, UNKNOWN_HOST -> TargetResult.UNREACHABLE;
            default -> told.result();
        };
        return new CollectionException(result, "jump host %s: %s".formatted(name, told.getMessage()), told);
    }

    /** The jump host has no connection to the device. */
    CollectionException toOpen(Exception e) {
        return Causes.find(e, OpenFailException.class).map(this::refused).orElseGet(() -> Causes.contain(e, TimeoutException.class)
                ? failure(TargetResult.NO_ANSWER, e, "no answer on port %d through jump host %s within %d s; the host is off, or a firewall drops the connection"
                        .formatted(port, jumpHost, limits.tunnel().toSeconds()))
                : failure(TargetResult.FAILED, e, "the connection to jump host %s broke off; try again".formatted(jumpHost)));
    }

    /** OpenSSH says what connect(2) or getaddrinfo(3) said; others may say nothing. */
    private CollectionException refused(OpenFailException e) {
        String said = Quote.of(String.valueOf(e.getMessage()));
        String text = said.toLowerCase(Locale.ROOT);
        if (e.getReason() != OpenFailException.Reason.CONNECT_FAILED) {
            return failure(TargetResult.FAILED, e,
                    "jump host %s passes no connection on (%s); allow it there, in OpenSSH with AllowTcpForwarding and PermitOpen"
                            .formatted(jumpHost, said));
        }
        if (text.contains("timed out")) {
            return failure(TargetResult.NO_ANSWER, e,
                    "jump host %s gets no answer on port %d; the host is off, or a firewall drops the connection".formatted(jumpHost, port));
        }
        if (text.contains("refused")) {
            return failure(TargetResult.REFUSED, e,
                    "nothing listens on port %d, says jump host %s; start the SSH server, or name its port as HOST:PORT".formatted(port, jumpHost));
        }
        if (text.contains("not known") || text.contains("resol") || text.contains("address associated")) {
            return failure(TargetResult.UNKNOWN_HOST, e,
                    "the name is not known to jump host %s; check its spelling, or give the address".formatted(jumpHost));
        }
        if (text.contains("no route") || text.contains("unreachable")) {
            return failure(TargetResult.UNREACHABLE, e, "no network path leads from jump host %s to the host".formatted(jumpHost));
        }
        return failure(TargetResult.FAILED, e, "jump host %s gets no connection to port %d: %s".formatted(jumpHost, port, said));
    }

    private static CollectionException failure(TargetResult result, Exception cause, String message) {
        return new CollectionException(result, message, cause);
    }
}
