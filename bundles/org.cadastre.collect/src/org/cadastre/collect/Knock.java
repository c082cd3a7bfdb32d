package org.cadastre.collect;

import java.time.Duration;
import java.util.List;

/** How to find out, with a packet or two, whether anything at an address speaks a protocol. */
public sealed interface Knock {

    /** A TCP port: that a connection is taken, or refused, says enough. */
    record Connect(int port) implements Knock {
    }

    /** A question in the protocol's own words, for protocols over UDP. Used by many threads at once. */
    non-sealed interface Question extends Knock {

        /** Short name for messages and the audit log: "snmp". */
        String name();

        /** How many packets it sends at most, so that they count for the sweep's rate. */
        int packets(List<Credential> credentials);

        /**
         * Asks one address.
         *
         * @param patience how long to wait for an answer, all repetitions included
         * @return whether anything answered
         */
        boolean isAnswered(String host, List<Credential> credentials, Duration patience) throws InterruptedException;
    }
}
