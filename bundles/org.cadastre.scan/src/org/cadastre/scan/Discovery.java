package org.cadastre.scan;

import java.time.Duration;
import java.util.List;

/**
 * How addresses are looked for that nobody named one by one.
 *
 * @param rate packets a second that a sweep sends at most, over all addresses
 * @param patience how long an address may take to answer
 * @param ports TCP ports to try besides those that collectors read over
 * @param ping whether to send ICMP echo requests; where the system does not permit that, TCP port 7 is tried instead
 * @param spread ranges within which the addresses are read that devices tell of as their neighbours; none to read only what was
 *        asked for
 */
public record Discovery(int rate, Duration patience, List<Integer> ports, boolean ping, List<String> spread) {

    public static final int DEFAULT_RATE = 500;
    public static final Duration DEFAULT_PATIENCE = Duration.ofMillis(1500);
    public static final List<Integer> DEFAULT_PORTS = List.of(80, 443);

    public Discovery {
        ports = List.copyOf(ports);
        spread = List.copyOf(spread);
        if (rate < 1 || patience.isNegative() || patience.isZero() || ports.stream().anyMatch(port -> port < 1 || port > 65535)) {
            throw new IllegalArgumentException("rate " + rate + ", patience " + patience + ", ports " + ports);
        }
    }

    public static Discovery usual() {
        return new Discovery(DEFAULT_RATE, DEFAULT_PATIENCE, DEFAULT_PORTS, true, List.of());
    }
}
