package org.cadastre.collect.ssh.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.cadastre.collect.Context;
import org.cadastre.collect.Target;

import net.schmizz.sshj.Config;

/** The jump hosts of one scan, each logged in to when the first target needs it, and again when it was lost. Thread-safe. */
final class JumpHosts implements AutoCloseable {

    private final Config algorithms;
    private final DialLimits limits;
    private final KeyRing keys;
    private final Map<List<Target.Jump>, JumpHost> open = new HashMap<>();

    JumpHosts(Config algorithms, DialLimits limits, KeyRing keys) {
        this.algorithms = algorithms;
        this.limits = limits;
        this.keys = keys;
    }

    /**
     * The way over some hosts, which are asked for only when it is used.
     *
     * @param context of any target of the scan: its credentials and host keys
     */
    Way way(List<Target.Jump> jumps, Context context) {
        return jumps.isEmpty() ? new StraightWay(limits)
                : (host, port, audit, leash) -> last(jumps, context).open(host, port, audit, leash);
    }

    @Override
    public synchronized void close() {
        open.values().forEach(JumpHost::close);
    }

    private synchronized JumpHost last(List<Target.Jump> jumps, Context context) {
        return open.compute(jumps, (same, known) -> known != null && known.isUsable() ? known : begin(jumps, context));
    }

    private JumpHost begin(List<Target.Jump> jumps, Context context) {
        JumpHost.Notes notes = new JumpHost.Notes();
        Dialer dialer = new Dialer(Place.ofLast(jumps), way(jumps.subList(0, jumps.size() - 1), context), algorithms, limits,
                context.hostKeys(), notes);
        return new JumpHost(jumps.getLast(), dialer, notes, context.credentials(), keys, limits);
    }
}
