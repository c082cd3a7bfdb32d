package org.cadastre.collect.snmp.internal.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.model.Coverage;
import org.snmp4j.PDU;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** Asks an agent for values and tables: first which of them it has, many with one question, then those, a few at a time. */
public final class Questions {

    /** Tables that are read at the same time: agents are small machines. */
    private static final int PARALLEL = 3;
    private static final int MOST_IN_ONE = 24;

    private final Conversation agent;
    private final Mib mib;

    public Questions(Conversation agent, Mib mib) {
        this.agent = agent;
        this.mib = mib;
    }

    /** Values that the agent does not have are simply missing. */
    public void scalars(Collection<OID> wanted) throws InterruptedException {
        for (List<OID> some : portions(List.copyOf(new LinkedHashSet<>(wanted)))) {
            agent.announce("GET " + String.join(" ", some.stream().map(OID::toDottedString).toList()));
            try {
                get(some);
            } catch (NoReplyException silent) {
                some.stream().filter(one -> !mib.has(one)).forEach(one -> mib.trouble(one, Coverage.TIMED_OUT, silent.getMessage()));
            }
        }
    }

    private void get(List<OID> some) throws NoReplyException, InterruptedException {
        if (some.isEmpty()) {
            return;
        }
        Reply reply = agent.get(some);
        if (reply.isGood()) {
            Set<OID> asked = new HashSet<>(some);
            reply.bindings().stream().filter(one -> !one.isException() && !(one.getVariable() instanceof Null) && asked.contains(one.getOid())
                    && !mib.has(one.getOid())).forEach(one -> mib.put(one.getOid(), one.getVariable()));
        } else if (some.size() > 1) {
            boolean isPointed = reply.status() == PDU.noSuchName && reply.index() >= 1 && reply.index() <= some.size();
            if (isPointed) {
                // RFC 1157, 4.1.2: one that is missing spoils all.
                List<OID> others = new ArrayList<>(some);
                others.remove(reply.index() - 1);
                get(others);
            } else {
                get(some.subList(0, some.size() / 2));
                get(some.subList(some.size() / 2, some.size()));
            }
        }
    }

    /** Reads those of the tables that the agent has; of two with the same contents the newer. */
    public void tables(Collection<Table> wanted) throws InterruptedException {
        List<Table> present = present(List.copyOf(new LinkedHashSet<>(wanted)));
        Set<Table> later = new LinkedHashSet<>();
        List<Table> now = new ArrayList<>();
        for (Table table : present) {
            boolean waits = table.unless().filter(present::contains).isPresent();
            (waits ? later : now).add(table);
        }
        walk(now);
        while (!later.isEmpty()) {
            List<Table> next = later.stream().filter(table -> !later.contains(table.unless().orElseThrow())).toList();
            later.removeAll(next);
            walk(next.stream().filter(this::isNeeded).toList());
        }
    }

    private boolean isNeeded(Table table) {
        for (Table newer = table; newer.unless().isPresent();) {
            newer = newer.unless().get();
            if (mib.holds(newer)) {
                return false;
            }
        }
        return true;
    }

    /** What comes after the beginning of a table tells whether it has a row. */
    private List<Table> present(List<Table> wanted) throws InterruptedException {
        List<Table> present = new ArrayList<>();
        for (List<Table> some : portions(wanted)) {
            agent.announce("GETNEXT " + String.join(" ", some.stream().map(table -> table.entry().toDottedString()).toList()));
            try {
                present.addAll(begun(some));
            } catch (NoReplyException silent) {
                present.addAll(some);
            }
        }
        return present;
    }

    private List<Table> begun(List<Table> some) throws NoReplyException, InterruptedException {
        List<Table> left = new ArrayList<>(some);
        while (!left.isEmpty()) {
            Reply reply = agent.next(left.stream().map(Table::entry).toList());
            if (reply.isGood() && reply.bindings().size() == left.size()) {
                return IntStream.range(0, left.size()).filter(i -> starts(left.get(i), reply.bindings().get(i))).mapToObj(left::get).toList();
            }
            if (reply.status() != PDU.noSuchName || reply.index() < 1 || reply.index() > left.size()) {
                return left;
            }
            // RFC 1157, 4.1.3: nothing comes after this one, and that spoils all.
            left.remove(reply.index() - 1);
        }
        return left;
    }

    private static boolean starts(Table table, VariableBinding next) {
        return !next.isException() && next.getOid() != null && next.getOid().startsWith(table.entry());
    }

    private void walk(List<Table> tables) throws InterruptedException {
        Semaphore slots = new Semaphore(PARALLEL);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> walks = new ArrayList<>();
            try {
                for (Table table : tables) {
                    slots.acquire();
                    walks.add(threads.submit(() -> {
                        try {
                            new TableWalk(agent, table, mib).read();
                        } finally {
                            slots.release();
                        }
                        return null;
                    }));
                }
                for (Future<?> walk : walks) {
                    walk.get();
                }
            } catch (ExecutionException fault) {
                throw new IllegalStateException(fault.getCause());
            } finally {
                walks.forEach(walk -> walk.cancel(true));
            }
        }
    }

    private static <T> List<List<T>> portions(List<T> all) {
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_IN_ONE) {
            portions.add(all.subList(from, Math.min(all.size(), from + MOST_IN_ONE)));
        }
        return portions;
    }
}
