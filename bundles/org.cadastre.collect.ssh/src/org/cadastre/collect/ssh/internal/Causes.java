package org.cadastre.collect.ssh.internal;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks through what an exception was caused by: the SSH library wraps what happened several times. */
final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {
    }

    static boolean contain(Throwable failure, Class<? extends Throwable> type) {
        return find(failure, type).isPresent();
    }

    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST).filter(type::isInstance).map(type::cast).findFirst();
    }
}
