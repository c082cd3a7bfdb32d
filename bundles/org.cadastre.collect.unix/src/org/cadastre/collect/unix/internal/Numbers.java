package org.cadastre.collect.unix.internal;

import java.util.Optional;

/** Reads numbers as commands print them. What is no number is empty. */
final class Numbers {

    private Numbers() {
    }

    static Optional<Integer> integer(String text) {
        return whole(text).filter(value -> value == value.intValue()).map(Long::intValue);
    }

    static Optional<Long> whole(String text) {
        try {
            return Optional.of(Long.valueOf(text.strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    static Optional<Double> decimal(String text) {
        try {
            return Optional.of(Double.valueOf(text.strip().replace(',', '.'))).filter(Double::isFinite);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
