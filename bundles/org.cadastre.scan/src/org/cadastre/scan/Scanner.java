package org.cadastre.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.cadastre.collect.Collector;
import org.cadastre.collect.Common;
import org.cadastre.collect.Target;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Snapshot;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.SnapshotWriter;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Takes a snapshot of an estate: reads the targets, resolves which devices answered, saves what they said.
 *
 * <pre>{@code
 * ScanResult result = scanner.scan(estate, request, new ScanListener() { });
 * }</pre>
 *
 * <p>Many targets are read at once; what they gave is handled in the order of the targets, so that the same estate gives
 * the same snapshot whoever answers first. Memory is bounded by the targets that are under way. Thread-safe.
 */
@Component(service = Scanner.class)
public final class Scanner {

    /** How far, in multiples of the concurrency, reading may run ahead of a target that keeps the others waiting. */
    private static final int AHEAD = 4;

    private final List<Collector> collectors;

    @Activate
    public Scanner(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<Collector> collectors) {
        this.collectors = List.copyOf(collectors);
    }

    /**
     * @param listener told about each target as it goes
     * @return the snapshot, in which at least one target was read
     * @throws ScanException the request cannot be carried out, or no target could be read
     * @throws EstateException the estate cannot be read or written
     * @throws InterruptedException the scan was cancelled; the estate is as it was
     */
    public ScanResult scan(Estate estate, ScanRequest request, ScanListener listener)
            throws ScanException, EstateException, InterruptedException {
        return scan(estate, request, listener, new Pause(), Optional.empty());
    }

    /** The same, for a person who may hold it. */
    public ScanResult scan(Estate estate, ScanRequest request, ScanListener listener, Pause pause)
            throws ScanException, EstateException, InterruptedException {
        return scan(estate, request, listener, pause, Optional.empty());
    }

    /**
     * Takes a snapshot that completes another: only the targets that failed there are asked, all else is taken over as it was
     * read. The other one stays.
     *
     * @param incomplete the other snapshot; the targets of the request are left aside
     * @throws ScanException nothing failed there
     */
    public ScanResult complete(Estate estate, SnapshotInfo incomplete, ScanRequest request, ScanListener listener, Pause pause)
            throws ScanException, EstateException, InterruptedException {
        Earlier earlier = new Earlier(estate.read(incomplete));
        if (earlier.failed().isEmpty()) {
            throw new ScanException("no target of \"" + incomplete.label() + "\" failed, so there is nothing to ask again");
        }
        return scan(estate, request.withTargets(earlier.failed()), listener, pause, Optional.of(earlier));
    }

    private ScanResult scan(Estate estate, ScanRequest request, ScanListener listener, Pause pause, Optional<Earlier> earlier)
            throws ScanException, EstateException, InterruptedException {
        List<Target> targets = TargetList.parse(request.targets());
        Spread spread = new Spread(request.discovery(), request.targets());
        if (targets.isEmpty()) {
            throw new ScanException("no targets; name at least one with --target");
        }
        Snapshot head = head(estate, request);
        DeviceMemory memory = new DeviceMemory(estate.devices(), estate.corrections(), request.label());
        EstateHostKeys hostKeys = new EstateHostKeys(estate.knownHosts());
        // Not closed but shut down: closing would wait for a collector that does not heed its interruption.
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Optional<Sweep> sweep = sweep(targets, request);
        try (SnapshotWriter writer = estate.newSnapshot(request.label()); Common common = new Common()) {
            SnapshotAssembly assembly = new SnapshotAssembly(head, memory, writer, spread);
            TargetReader reader = new TargetReader(collectors, request, hostKeys, common, threads, sweep, pause);
            if (earlier.isPresent()) {
                earlier.get().takeOver(head, assembly);
            }
            Set<String> known = new HashSet<>();
            // First what was asked for, then what that told of, and so on.
            for (List<Target> next = targets; !next.isEmpty(); next = spread.next(known)) {
                next.forEach(target -> known.add(target.toString()));
                listener.targetsKnown(known.size());
                readInOrder(next, reader, listener, assembly, threads, request.concurrency() * AHEAD);
            }
            if (assembly.isEmpty()) {
                throw new ScanException("no target could be read, so no snapshot was taken");
            }
            memory.save();
            head.setFinished(ScanClock.now());
            return new ScanResult(writer.commit(head), head.getTargets());
        } finally {
            sweep.ifPresent(Sweep::close);
            threads.shutdownNow();
        }
    }

    private Optional<Sweep> sweep(List<Target> targets, ScanRequest request) {
        boolean isSwept = targets.stream().anyMatch(target -> target instanceof Target.Address address && address.swept());
        return isSwept || !request.discovery().spread().isEmpty() ? Sweep.of(
                collectors.stream().filter(collector -> TargetReader.hasCredential(collector, request)
                        && collector.accepts(new Target.Address("192.0.2.1", Target.Address.DEFAULT_PORT, true))).toList(),
                request.discovery(), request.credentials()) : Optional.empty();
    }

    private static void readInOrder(List<Target> targets, TargetReader reader, ScanListener listener,
            SnapshotAssembly assembly, ExecutorService threads, int window) throws EstateException, InterruptedException {
        Iterator<Target> waiting = targets.iterator();
        Deque<Future<TargetReader.Result>> underWay = new ArrayDeque<>();
        while (waiting.hasNext() || !underWay.isEmpty()) {
            while (waiting.hasNext() && underWay.size() < window) {
                Target target = waiting.next();
                underWay.add(threads.submit(() -> reader.read(target, listener)));
            }
            assembly.add(result(underWay.remove()));
        }
    }

    private static TargetReader.Result result(Future<TargetReader.Result> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        }
    }

    private static Snapshot head(Estate estate, ScanRequest request) {
        Snapshot head = CadastreFactory.eINSTANCE.createSnapshot();
        head.setEstate(estate.id());
        head.setLabel(request.label());
        head.setPurpose(request.purpose());
        head.setOperator(request.operator());
        head.setTicket(request.ticket());
        head.setTool(tool());
        head.getScope().addAll(request.targets());
        request.discovery().spread().forEach(range -> head.getScope().add("neighbours within " + range));
        head.setStarted(ScanClock.now());
        return head;
    }

    private static String tool() {
        Bundle bundle = FrameworkUtil.getBundle(Scanner.class);
        return bundle == null ? "Cadastre" : "Cadastre " + bundle.getVersion();
    }
}
