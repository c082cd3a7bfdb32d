package org.cadastre.collect.snmp.internal.protocol;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.cadastre.collect.AuditLog;
import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Credential;
import org.cadastre.collect.snmp.internal.mib.SystemGroup;
import org.cadastre.model.TargetResult;
import org.snmp4j.PDU;
import org.snmp4j.smi.VariableBinding;

/**
 * Finds the access that an agent accepts. All are tried at the same time, because an agent that does not know a community says
 * nothing, and waiting for each in turn would take long. Of those that are answered the first in the operator's order is taken.
 */
public final class Login implements AutoCloseable {

    /** How long a better access may be late. */
    private static final Duration GRACE = Duration.ofMillis(300);

    private final Patience patience;
    private final Map<Access, SnmpSession> sessions = new LinkedHashMap<>();
    private final Map<Access, String> refusals = new LinkedHashMap<>();

    /** @throws CollectionException a credential cannot be used, or no socket can be opened */
    public Login(InetAddress host, int port, List<Credential> credentials, Patience patience) throws CollectionException {
        this.patience = patience;
        SnmpSession forCommunities = null;
        try {
            for (Credential credential : credentials) {
                for (Access access : Access.of(credential)) {
                    Optional<Credential.SnmpUser> user = access.user();
                    if (user.isPresent()) {
                        sessions.put(access, SnmpSession.open(host, port, user.get()));
                    } else {
                        forCommunities = forCommunities == null ? SnmpSession.open(host, port) : forCommunities;
                        sessions.put(access, forCommunities);
                    }
                }
            }
        } catch (CollectionException e) {
            close();
            throw e;
        }
    }

    /** What an agent accepted, and the session in which it did. */
    public record Accepted(Access access, SnmpSession session) {
    }

    /** @throws CollectionException the agent is silent, or refuses all */
    public Accepted accepted(AuditLog audit) throws CollectionException, InterruptedException {
        audit.sent("GET " + SystemGroup.DESCRIPTION.toDottedString() + " by "
                + sessions.keySet().stream().map(Access::toString).collect(Collectors.joining(", ")));
        for (Duration wait : patience.waits()) {
            Optional<Access> first = round(wait);
            if (first.isPresent()) {
                return new Accepted(first.get(), sessions.get(first.get()));
            }
            sessions.forEach((access, session) -> session.refusal().ifPresent(reason -> refused(access, Optional.of(reason))));
            if (refusals.size() == sessions.size()) {
                break;
            }
        }
        sessions.forEach((access, session) -> access.user().filter(user -> session.hasMetEngine()).ifPresent(user -> refusals.putIfAbsent(access,
                "credential %s: the agent drops what user %s asks; its privacy password or cipher is probably another one".formatted(user.name(), user.user()))));
        String tried = sessions.keySet().stream().map(access -> access.credential().name()).distinct().collect(Collectors.joining(", "));
        if (refusals.isEmpty()) {
            throw new CollectionException(TargetResult.NO_ANSWER, ("did not answer to SNMP with %s; look whether an agent runs and lets this"
                    + " machine ask: a wrong community looks the same").formatted(tried));
        }
        throw new CollectionException(TargetResult.ACCESS_DENIED, String.join("; ", refusals.values()));
    }

    private Optional<Access> round(Duration wait) throws InterruptedException {
        Map<Access, CompletableFuture<PDU>> answers = new LinkedHashMap<>();
        sessions.forEach((access, session) -> answers.put(access, session.send(access, question(access), wait)));
        long end = System.nanoTime() + wait.toNanos();
        CompletableFuture<?> any = CompletableFuture.anyOf(answers.values().stream().map(answer -> answer.thenAccept(pdu -> { }))
                .map(answer -> answer.exceptionallyCompose(silent -> new CompletableFuture<>())).toArray(CompletableFuture[]::new));
        await(any, end);
        long graceEnd = Math.min(end, System.nanoTime() + GRACE.toNanos());
        for (Map.Entry<Access, CompletableFuture<PDU>> one : answers.entrySet()) {
            await(one.getValue(), any.isDone() ? graceEnd : end);
            if (isAccepted(one.getKey(), one.getValue())) {
                return Optional.of(one.getKey());
            }
        }
        return Optional.empty();
    }

    private static void await(CompletableFuture<?> answer, long end) throws InterruptedException {
        try {
            answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException none) {
            // Whether there is an answer is looked at next.
        }
    }

    private boolean isAccepted(Access access, CompletableFuture<PDU> answer) {
        if (!answer.isDone() || answer.isCompletedExceptionally()) {
            return false;
        }
        PDU pdu = answer.join();
        if (pdu.getType() == PDU.REPORT) {
            refused(access, Refusal.of(pdu));
            return false;
        }
        if (pdu.getErrorStatus() == PDU.authorizationError || pdu.getErrorStatus() == PDU.noAccess) {
            refusals.put(access, "credential " + access.credential().name() + " may not read anything");
            return false;
        }
        return true;
    }

    private void refused(Access access, Optional<Refusal> reason) {
        String user = access.user().map(Credential.SnmpUser::user).orElse("");
        refusals.put(access, "credential %s: %s".formatted(access.credential().name(),
                reason.map(one -> one.words(user)).orElse("the agent refused")));
    }

    private static PDU question(Access access) {
        PDU question = access.question(PDU.GET);
        question.add(new VariableBinding(SystemGroup.DESCRIPTION));
        return question;
    }

    @Override
    public void close() {
        Set.copyOf(sessions.values()).forEach(SnmpSession::close);
    }
}
