package org.cadastre.collect.snmp.internal.protocol;

import java.util.Arrays;
import java.util.Optional;

import org.snmp4j.PDU;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** Why an agent of SNMPv3 refuses a user, by the counter that its report names (RFC 3414, 5). */
enum Refusal {
    LEVEL(1, "the agent does not allow this level of protection for user %s"),
    USER(3, "the agent does not know user %s"),
    PASSWORD(5, "the agent did not accept the authentication password or digest of user %s"),
    PRIVACY(6, "the agent could not decrypt what user %s asked: the privacy password or cipher is another one");

    /** usmStats; reports of other counters belong to the protocol's ordinary course. */
    private static final OID COUNTERS = new OID("1.3.6.1.6.3.15.1.1");

    private final int counter;
    private final String words;

    Refusal(int counter, String words) {
        this.counter = counter;
        this.words = words;
    }

    static Optional<Refusal> of(PDU report) {
        return report.getVariableBindings().stream().map(VariableBinding::getOid).filter(oid -> oid.startsWith(COUNTERS) && oid.size() > COUNTERS.size())
                .flatMap(oid -> Arrays.stream(values()).filter(one -> one.counter == oid.get(COUNTERS.size()))).findFirst();
    }

    String words(String user) {
        return words.formatted(user);
    }
}
