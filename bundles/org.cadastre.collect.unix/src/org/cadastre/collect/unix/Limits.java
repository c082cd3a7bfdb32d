package org.cadastre.collect.unix;

import java.time.Duration;

/**
 * Bounds of one run of a script on a host.
 *
 * @param bytes most bytes of output to take; the rest is not read
 * @param time longest the script may run
 */
public record Limits(long bytes, Duration time) {

    public Limits {
        if (bytes <= 0 || !time.isPositive()) {
            throw new IllegalArgumentException(bytes + " bytes, " + time);
        }
    }
}
