package org.cadastre.collect.ssh.internal;

import java.time.Duration;

/**
 * What a device may cost before its script runs, for which the limits of the Unix probe hold.
 *
 * @param connect for the TCP connection, over all addresses of the host's name
 * @param greeting between two bytes until the device has said that it speaks SSH
 * @param answer for each answer in the key exchange, the login, and the opening of the channel; generous, because servers
 *        look up names, and wait after a wrong password, before they answer
 * @param unknownBytes taken from a device that has not shown a trusted host key yet
 */
record DialLimits(Duration connect, Duration greeting, Duration answer, int unknownBytes) {

    static final DialLimits USUAL = new DialLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), 32 * 1024);

    /** For the connection from a jump host to a device, which it opens one after the other when it must look up names. */
    Duration tunnel() {
        return connect.multipliedBy(2);
    }

    /** For all that is needed to be logged in to a jump host. */
    Duration jump() {
        return connect.plus(greeting).plus(answer);
    }
}
