package org.cadastre.collect.snmp.internal.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.model.Coverage;
import org.snmp4j.PDU;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * Reads one table, several columns and rows with one question, as much as fits into an answer. Believes nothing: an agent may
 * repeat itself, go backwards, never end, refuse what it offered, or answer something else.
 */
final class TableWalk {

    /** Enough for the forwarding table of a large switch; whoever has more gets told so. */
    static final int MOST_ROWS = 60_000;


    private final Conversation agent;
    private final Table table;
    private final Mib mib;
    private final List<Column> open = new ArrayList<>();
    private boolean byBulk;

    /** A column, and how far it has been read. */
    private static final class Column {
        private final OID prefix;
        private OID last;
        private int rows;

        Column(OID prefix) {
            this.prefix = prefix;
            this.last = prefix;
        }
    }

    TableWalk(Conversation agent, Table table, Mib mib) {
        this.agent = agent;
        this.table = table;
        this.mib = mib;
        table.columns().forEach(column -> open.add(new Column(table.column(column))));
    }

    void read() throws InterruptedException {
        byBulk = agent.knowsBulk();
        agent.announce((byBulk ? "GETBULK " : "GETNEXT ") + table + " to its end");
        try {
            while (!open.isEmpty()) {
                List<Column> asked = List.copyOf(open.subList(0, Math.min(open.size(), Math.max(1, agent.variables()))));
                if (byBulk && agent.knowsBulk()) {
                    bulk(asked);
                } else {
                    next(asked);
                }
            }
        } catch (NoReplyException silent) {
            mib.trouble(table.entry(), mib.holds(table) ? Coverage.PARTIAL : Coverage.TIMED_OUT, table.name() + ": " + silent.getMessage());
        }
    }

    private static List<OID> places(List<Column> columns) {
        return columns.stream().map(column -> column.last).toList();
    }

    private void bulk(List<Column> asked) throws NoReplyException, InterruptedException {
        List<Column> some = asked;
        for (int attempt = 0; attempt < agent.attempts(); attempt++) {
            int variables = agent.variables();
            some = some.subList(0, Math.min(some.size(), variables));
            int repetitions = Math.max(1, variables / some.size());
            Optional<Reply> reply = agent.bulk(places(some), repetitions, attempt);
            if (reply.isPresent() && reply.get().isGood() && !reply.get().bindings().isEmpty()) {
                take(some, reply.get().bindings());
                return;
            }
            if (reply.isPresent() && reply.get().status() != PDU.tooBig) {
                break;
            }
            agent.fewer(repetitions * some.size());
        }
        if (next(some)) {
            byBulk = false;
            agent.failedBulk();
        }
    }

    /** @return whether the agent answered something usable */
    private boolean next(List<Column> asked) throws NoReplyException, InterruptedException {
        Reply reply = agent.next(places(asked));
        if (reply.isGood() && !reply.bindings().isEmpty()) {
            take(asked, reply.bindings());
            return true;
        }
        if (asked.size() > 1) {
            // An agent of SNMPv1 refuses all because of one; which one, it may tell wrongly. So each is asked by itself.
            if (reply.status() == PDU.tooBig) {
                agent.fewer(asked.size());
            }
            boolean isAnswered = false;
            for (Column column : asked) {
                isAnswered |= next(List.of(column));
            }
            return isAnswered;
        }
        Column column = asked.getFirst();
        open.remove(column);
        if (reply.status() != PDU.noSuchName) {
            partial("the agent refused to say more (" + (reply.isGood() ? "empty answer" : reply.words()) + ")");
        }
        // RFC 1157, 4.1.3: that is how version 1 tells the end.
        return reply.status() == PDU.noSuchName;
    }

    /** The n-th variable belongs to the n-th column, and so on from the beginning (RFC 3416, 4.2.3). */
    private void take(List<Column> asked, List<VariableBinding> bindings) {
        for (int i = 0; i < bindings.size(); i++) {
            Column column = asked.get(i % asked.size());
            if (open.contains(column)) {
                take(column, bindings.get(i));
            }
        }
    }

    private void take(Column column, VariableBinding binding) {
        OID oid = binding.getOid();
        if (binding.isException() || oid == null || !oid.startsWith(column.prefix) || oid.size() == column.prefix.size()) {
            open.remove(column);
            if (!binding.isException() && (oid == null || oid.compareTo(column.last) < 0)) {
                partial("the agent answered something else than it was asked");
            }
            return;
        }
        if (oid.size() > OID.MAX_OID_LEN) {
            open.remove(column);
            partial("the agent names rows without end");
            return;
        }
        // Some agents have rows in no order; those end. Going in circles does not.
        if (oid.compareTo(column.last) <= 0 && mib.has(oid)) {
            open.remove(column);
            partial("the agent repeats itself at " + oid.toDottedString());
            return;
        }
        if (++column.rows > MOST_ROWS || !mib.put(oid, binding.getVariable())) {
            open.remove(column);
            partial("it has too many rows; what was read of them is here");
            return;
        }
        column.last = oid;
    }

    private void partial(String reason) {
        mib.trouble(table.entry(), Coverage.PARTIAL, table.name() + ": " + reason);
    }
}
