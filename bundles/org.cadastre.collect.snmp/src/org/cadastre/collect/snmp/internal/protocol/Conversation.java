package org.cadastre.collect.snmp.internal.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.cadastre.collect.AuditLog;
import org.snmp4j.PDU;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * Questions to an agent that has accepted us, and what it has shown to bear: whether it knows GETBULK, and how much fits into one
 * answer. Only GET, GETNEXT and GETBULK (RFC 3416, 4.2), which change nothing. Used by several threads at once.
 */
public final class Conversation {

    /** Bytes that an answer should have: more would be sent in pieces, which firewalls like to lose (RFC 3417, 3.2). */
    private static final int DESIRED_BYTES = 1_300;
    private static final int MOST_VARIABLES = 100;
    private static final int FIRST_VARIABLES = 40;

    private final SnmpSession session;
    private final Access access;
    private final Patience patience;
    private final Instant deadline;
    private final AuditLog audit;
    private final Bearing bearing;

    /** What all contexts of an agent have in common. */
    private static final class Bearing {
        private final AtomicInteger silences = new AtomicInteger();
        private final AtomicInteger variables = new AtomicInteger(FIRST_VARIABLES);
        private volatile boolean knowsBulk = true;
        private volatile boolean hasDoneBulk;
    }

    /** @param deadline after which nothing is asked any more */
    public Conversation(SnmpSession session, Access access, Patience patience, Instant deadline, AuditLog audit) {
        this(session, access, patience, deadline, audit, new Bearing());
        bearing.knowsBulk = !access.isVersion1();
    }

    private Conversation(SnmpSession session, Access access, Patience patience, Instant deadline, AuditLog audit, Bearing bearing) {
        this.session = session;
        this.access = access;
        this.patience = patience;
        this.deadline = deadline;
        this.audit = audit;
        this.bearing = bearing;
    }

    /** For questions of which the agent may answer none, without being gone. It has shown to be quick enough for less patience. */
    public Conversation apart() {
        Bearing own = new Bearing();
        own.variables.set(bearing.variables.get());
        own.knowsBulk = bearing.knowsBulk;
        own.hasDoneBulk = bearing.hasDoneBulk;
        return new Conversation(session, access, patience.less(), deadline, audit, own);
    }

    public Conversation inContext(String name) {
        return new Conversation(session, access.inContext(name), patience, deadline, audit, bearing);
    }

    public Access access() {
        return access;
    }

    public boolean isVersion1() {
        return access.isVersion1();
    }

    /** Takes down what is about to be asked: one line for a whole table. */
    public void announce(String question) {
        audit.sent(question + (access.context().isEmpty() ? "" : " (VLAN " + access.context() + ")"));
    }

    public boolean knowsBulk() {
        return bearing.knowsBulk;
    }

    /** The agent has answered to GETNEXT what it would not to GETBULK. If it never did, nothing more is lost by asking so. */
    public void failedBulk() {
        if (bearing.knowsBulk && !bearing.hasDoneBulk) {
            bearing.knowsBulk = false;
            announce("GETNEXT from now on, as the agent does not bear GETBULK");
        }
    }

    /** How many variables an answer may have. */
    public int variables() {
        return bearing.variables.get();
    }

    /** The agent could not bear so many. */
    public void fewer(int tried) {
        bearing.variables.updateAndGet(now -> Math.max(1, Math.min(now, tried / 2)));
    }

    private void fitting(Reply reply) {
        int fitting = reply.bytes() == 0 ? MOST_VARIABLES : reply.bindings().size() * DESIRED_BYTES / reply.bytes();
        // Once it was too much it is not tried again; rows differ in length, so the way there is slow.
        bearing.variables.updateAndGet(now -> now < FIRST_VARIABLES ? now
                : Math.max(FIRST_VARIABLES, Math.min(MOST_VARIABLES, (now + fitting) / 2)));
    }

    public Reply get(List<OID> variables) throws NoReplyException, InterruptedException {
        return ask(PDU.GET, variables, 0, patience.waits());
    }

    public Reply next(List<OID> variables) throws NoReplyException, InterruptedException {
        return ask(PDU.GETNEXT, variables, 0, patience.waits());
    }

    /**
     * Sent once only, and not counted as silence: whoever asks goes on with a smaller question, or with GETNEXT.
     *
     * @param attempt 0 at the first, when it waits shortest
     */
    public Optional<Reply> bulk(List<OID> variables, int repetitions, int attempt) throws NoReplyException, InterruptedException {
        try {
            Reply reply = ask(PDU.GETBULK, variables, repetitions, List.of(patience.waits().get(Math.min(attempt, attempts() - 1))));
            if (reply.isGood()) {
                bearing.hasDoneBulk = true;
                fitting(reply);
            }
            return Optional.of(reply);
        } catch (NoReplyException silent) {
            if (silent.isLast()) {
                throw silent;
            }
            return Optional.empty();
        }
    }

    public int attempts() {
        return patience.waits().size();
    }

    private Reply ask(int type, List<OID> variables, int repetitions, List<Duration> waits) throws NoReplyException, InterruptedException {
        for (Duration wait : waits) {
            Duration left = Duration.between(Instant.now(), deadline);
            if (left.isNegative() || left.isZero()) {
                throw new NoReplyException("the time for the device was over", true);
            }
            if (bearing.silences.get() >= patience.silences()) {
                throw new NoReplyException("the agent stopped answering", true);
            }
            PDU question = access.question(type);
            variables.forEach(variable -> question.add(new VariableBinding(variable)));
            if (type == PDU.GETBULK) {
                question.setMaxRepetitions(repetitions);
            }
            Optional<PDU> answer = session.ask(access, question, left.compareTo(wait) < 0 ? left : wait);
            if (answer.isPresent()) {
                bearing.silences.set(0);
                if (answer.get().getType() == PDU.REPORT) {
                    throw new NoReplyException("the agent refused the question", false);
                }
                return Reply.of(answer.get());
            }
        }
        if (type != PDU.GETBULK) {
            bearing.silences.incrementAndGet();
        }
        throw new NoReplyException("the agent did not answer", false);
    }
}
