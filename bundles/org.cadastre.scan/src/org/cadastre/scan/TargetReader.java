package org.cadastre.scan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Collector;
import org.cadastre.collect.Common;
import org.cadastre.collect.Context;
import org.cadastre.collect.HostKeys;
import org.cadastre.collect.Reading;
import org.cadastre.collect.Target;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;

/**
 * Reads one target with every collector that can, all at once, within the time limit. Whatever a device or a collector does ends here as
 * an outcome of that target.
 *
 * <p>Not responsible for identity and saving. Used by many threads at once.
 */
final class TargetReader {

    private static final System.Logger LOG = System.getLogger(TargetReader.class.getName());

    private final List<Collector> collectors;
    private final ScanRequest request;
    private final HostKeys hostKeys;
    private final Common common;
    private final ExecutorService threads;
    private final Semaphore slots;
    private final Optional<Sweep> sweep;
    private final Pause pause;

    /** @param sweep finds out which addresses of ranges are worth asking; without it all are asked */
    TargetReader(List<Collector> collectors, ScanRequest request, HostKeys hostKeys, Common common,
            ExecutorService threads, Optional<Sweep> sweep, Pause pause) {
        this.pause = pause;
        this.sweep = sweep;
        this.collectors = collectors.stream().sorted(Comparator.comparingInt(Collector::rank).reversed()
                .thenComparing(Collector::id)).toList();
        this.request = request;
        this.hostKeys = hostKeys;
        this.common = common;
        this.threads = threads;
        this.slots = new Semaphore(request.concurrency());
    }

    /**
     * What came of one target.
     *
     * @param reading empty when nothing could be read; the outcome says why
     */
    record Result(TargetOutcome outcome, Optional<Reading> reading, String audit) {
    }

    Result read(Target target, ScanListener listener) throws InterruptedException {
        pause.await();
        TargetOutcome outcome = CadastreFactory.eINSTANCE.createTargetOutcome();
        outcome.setTarget(target.toString());
        outcome.setSwept(isSwept(target));
        outcome.setStarted(ScanClock.now());
        Result result = sweep.isPresent() && target instanceof Target.Address address && address.swept()
                ? readIfThere(address, sweep.get(), outcome, listener) : readInTurn(target, outcome, listener);
        synchronized (listener) {
            listener.targetFinished(result.outcome());
        }
        return result;
    }

    private Result readIfThere(Target.Address address, Sweep doors, TargetOutcome outcome, ScanListener listener)
            throws InterruptedException {
        Optional<String> answer = doors.answer(address.host());
        if (answer.isEmpty()) {
            outcome.setResult(TargetResult.NO_ANSWER);
            outcome.setFinished(ScanClock.now());
            return new Result(outcome, Optional.empty(), "");
        }
        Result result = readInTurn(address, outcome, listener);
        if (outcome.getResult() == TargetResult.NO_ANSWER) {
            // Silence would say that the place is empty.
            outcome.setResult(TargetResult.REFUSED);
            outcome.setMessage("something is there (it answered to " + answer.get() + "), but nothing that can be read with the"
                    + " given credentials");
        }
        return new Result(outcome, result.reading(), "swept: " + doors.plan() + "\n" + result.audit());
    }

    private Result readInTurn(Target target, TargetOutcome outcome, ScanListener listener) throws InterruptedException {
        slots.acquire();
        try {
            pause.await();
            synchronized (listener) {
                listener.targetStarted(target.toString());
            }
            return readNow(target, outcome);
        } finally {
            slots.release();
        }
    }

    private Result readNow(Target target, TargetOutcome outcome) throws InterruptedException {
        Answers answers = new Answers();
        try {
            List<Asked> asked = usable(target).stream().map(collector -> ask(collector, target)).toList();
            try {
                for (Asked one : asked) {
                    answers.add(one.collector(), one.reading(), one.audit());
                }
            } finally {
                asked.forEach(one -> one.reading().cancel(true));
            }
        } catch (CollectionException unreadable) {
            answers.add(unreadable);
        }
        answers.tell(outcome);
        outcome.setFinished(ScanClock.now());
        return new Result(outcome, answers.reading(), answers.audit());
    }

    private record Asked(Collector collector, Future<Reading> reading, AuditTrail audit) {
    }

    private Asked ask(Collector collector, Target target) {
        AuditTrail audit = new AuditTrail();
        return new Asked(collector, threads.submit(() -> withinLimit(collector, target, audit)), audit);
    }

    private static boolean isSwept(Target target) {
        return switch (target) {
            case Target.Local local -> false;
            case Target.Address address -> address.swept();
            case Target.Through through -> through.address().swept();
        };
    }

    private List<Collector> usable(Target target) throws CollectionException {
        List<Collector> accepting = collectors.stream().filter(collector -> collector.accepts(target)).toList();
        if (accepting.isEmpty()) {
            throw new CollectionException(TargetResult.NOT_ATTEMPTED, "this installation has no collector for it");
        }
        List<Collector> usable = accepting.stream().filter(this::hasCredential).toList();
        if (usable.isEmpty()) {
            throw new CollectionException(TargetResult.NOT_ATTEMPTED, "no credential was given; name one with"
                    + " --credential NAME (cadastre credential add NAME stores one)");
        }
        return usable;
    }

    private boolean hasCredential(Collector collector) {
        return hasCredential(collector, request);
    }

    static boolean hasCredential(Collector collector, ScanRequest request) {
        return collector.credentialKinds().isEmpty() || request.credentials().stream()
                .anyMatch(credential -> collector.credentialKinds().stream().anyMatch(kind -> kind.isInstance(credential)));
    }

    /** A collector that does not heed its interruption is left behind, so that it holds up nobody else. */
    private Reading withinLimit(Collector collector, Target target, AuditTrail audit)
            throws CollectionException, InterruptedException {
        Context context = new Context(request.credentials(), audit, hostKeys, Instant.now().plus(request.limit()), common,
                request.texts());
        Future<Reading> reading = threads.submit(() -> collector.collect(target, context));
        try {
            return reading.get(request.limit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new CollectionException(TargetResult.TIMED_OUT, "was not read within " + request.limit().toSeconds()
                    + " s; allow more with --limit, or look what keeps it busy", late);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CollectionException unreadable) {
                throw unreadable;
            }
            LOG.log(System.Logger.Level.ERROR, "Collector " + collector.id() + " failed on " + target, failed.getCause());
            throw new CollectionException(TargetResult.FAILED,
                    "the " + collector.id() + " collector failed; this is a fault of Cadastre, its log tells more", failed);
        } finally {
            reading.cancel(true);
        }
    }
}
