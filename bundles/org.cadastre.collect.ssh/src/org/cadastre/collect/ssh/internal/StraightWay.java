package org.cadastre.collect.ssh.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import org.cadastre.collect.AuditLog;
import org.cadastre.collect.CollectionException;
import org.cadastre.model.TargetResult;

/** Over TCP: tries the addresses of the device's name one after the other. */
@SuppressWarnings("resource") // a connection is handed to the caller, or closed here
final class StraightWay implements Way {

    /** For the second address of a name when the first has used up the time. */
    private static final Duration LEAST_CONNECT = Duration.ofMillis(500);

    /** Of several addresses that fail, the one that got furthest tells most. */
    private static final List<TargetResult> TELLING = List.of(
            TargetResult.REFUSED, TargetResult.NO_ANSWER, TargetResult.UNREACHABLE, TargetResult.FAILED);

    private final DialLimits limits;

    StraightWay(DialLimits limits) {
        this.limits = limits;
    }

    @Override
    public Wire open(String host, int port, AuditLog audit, Leash leash) throws CollectionException {
        audit.sent("connect " + Way.text(host, port));
        DialFailures failures = new DialFailures(port, limits);
        List<CollectionException> attempts = new ArrayList<>();
        long end = System.nanoTime() + limits.connect().toNanos();
        for (InetAddress address : addresses(host, failures)) {
            Wire wire = new Wire(limits.unknownBytes());
            try {
                leash.take(wire);
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                wire.connect(new InetSocketAddress(address, port), (int) Math.max(left, LEAST_CONNECT.toMillis()));
                wire.setTcpNoDelay(true);
                return wire;
            } catch (IOException e) {
                Dialer.close(wire);
                attempts.add(failures.toConnect(e));
            }
        }
        throw Collections.min(attempts, Comparator.comparing(failure -> TELLING.indexOf(failure.result())));
    }

    private static InetAddress[] addresses(String host, DialFailures failures) throws CollectionException {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw failures.toResolve(e);
        }
    }
}
