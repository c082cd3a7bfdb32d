package org.cadastre.collect.ssh.internal;

import java.util.List;

import org.cadastre.collect.Target;

/**
 * A target as this collector sees it.
 *
 * @param jumps what leads to it; none when it is reached straight
 * @param knownAs the name that host keys are remembered under
 */
record Place(Target target, Target.Address address, List<Target.Jump> jumps, String knownAs) {

    /** @throws IllegalArgumentException if it is not on the network */
    static Place of(Target target) {
        return switch (target) {
            case Target.Address address -> new Place(target, address, List.of(), address.host());
            case Target.Through through -> new Place(target, through.address(), through.jumps(), through.knownAs());
            case Target.Local local -> throw new IllegalArgumentException(target + " is not reached over SSH");
        };
    }

    /** The last of some jump hosts, reached through those before it. */
    static Place ofLast(List<Target.Jump> jumps) {
        Target.Address last = jumps.getLast().address();
        List<Target.Jump> before = jumps.subList(0, jumps.size() - 1);
        return of(before.isEmpty() ? last : new Target.Through(last, before));
    }

    String host() {
        return address.host();
    }

    int port() {
        return address.portOr(SshCollector.USUAL_PORT);
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
