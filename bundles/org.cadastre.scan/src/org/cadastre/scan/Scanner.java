package org.cadastre.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
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
        List<Target> targets = TargetList.parse(request.targets());
        if (targets.isEmpty()) {
            throw new ScanException("no targets; name at least one with --target");
        }
        Snapshot head = head(estate, request);
        DeviceMemory memory = new DeviceMemory(estate.devices(), estate.corrections(), request.label());
        EstateHostKeys hostKeys = new EstateHostKeys(estate.knownHosts());
        // Not closed but shut down: closing would wait for a collector that does not heed its interruption.
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try (SnapshotWriter writer = estate.newSnapshot(request.label()); Common common = new Common()) {
            listener.targetsKnown(targets.size());
            SnapshotAssembly assembly = new SnapshotAssembly(head, memory, writer);
            readInOrder(targets, new TargetReader(collectors, request, hostKeys, common, threads), listener, assembly, threads,
                    request.concurrency() * AHEAD);
            if (assembly.isEmpty()) {
                throw new ScanException("no target could be read, so no snapshot was taken");
            }
            memory.save();
            head.setFinished(ScanClock.now());
            return new ScanResult(writer.commit(head), head.getTargets());
        } finally {
            threads.shutdownNow();
        }
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
        head.setStarted(ScanClock.now());
        return head;
    }

    private static String tool() {
        Bundle bundle = FrameworkUtil.getBundle(Scanner.class);
        return bundle == null ? "Cadastre" : "Cadastre " + bundle.getVersion();
    }
}
