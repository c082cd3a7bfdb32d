package org.cadastre.compare.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.cadastre.compare.Progress;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.model.Device;
import org.cadastre.model.Snapshot;
import org.cadastre.repository.DeviceDifference;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;

/**
 * The steps of a comparison, for one pair of snapshots:
 * <ol>
 * <li>equal trees: all is proven unchanged, and no device is read;
 * <li>one estate: two estates have nothing to compare;
 * <li>one metamodel: what both programs knew ({@link Vocabulary});
 * <li>Git's tree comparison: which devices are on both sides and differ, which on one side only;
 * <li>each pair through EMF Compare, in parallel ({@link DeviceComparer});
 * <li>one-sided devices: what the other side's targets prove ({@link OneSided});
 * <li>equal devices of which something could not be read on either side;
 * <li>what went from one device to another ({@link Moves});
 * <li>units that took the place of others ({@link Replacements});
 * <li>the sums, and everything in its order.
 * </ol>
 */
public final class Pipeline {

    private SnapshotReader before;
    private SnapshotReader after;
    private final Noise noise;
    private final Progress progress;
    private DeviceComparer comparer;
    private final Workers workers = new Workers();

    public Pipeline(SnapshotReader before, SnapshotReader after, Noise noise, Progress progress) {
        this.before = before;
        this.after = after;
        this.noise = noise;
        this.progress = progress;
        this.comparer = new DeviceComparer(Knowledge.same(), noise);
    }

    public SnapshotComparison run() throws EstateException, InterruptedException {
        List<DeviceEntry> entriesAfter = after.devices();
        if (before.info().devicesTree().equals(after.info().devicesTree())) {
            return new Totals(before.info(), after.info()).of(entriesAfter, 0, gaps(entriesAfter));
        }
        Snapshot headBefore = before.head();
        Snapshot headAfter = after.head();
        requireOneEstate(headBefore, headAfter);
        Vocabulary vocabulary = Vocabulary.of(before, after);
        before = vocabulary.before();
        after = vocabulary.after();
        comparer = new DeviceComparer(vocabulary.knowledge(), noise);

        Targets old = new Targets(headBefore, before.devices());
        Targets now = new Targets(headAfter, entriesAfter);
        OneSided oneSided = new OneSided(old, now);

        List<Findings> found = new ArrayList<>();
        List<DeviceEntry> pairs = new ArrayList<>();
        Set<String> different = new HashSet<>();
        for (DeviceDifference difference : before.differences(after)) {
            String device = difference.device();
            different.add(device);
            if (difference.after().isEmpty()) {
                found.add(Findings.of(oneSided.gone(old.entry(device))));
            } else if (difference.before().isEmpty()) {
                found.add(Findings.of(oneSided.come(now.entry(device))));
            } else {
                pairs.add(now.entry(device));
            }
        }
        found.addAll(workers.forEach(pairs, this::compare, progress));
        List<DeviceEntry> equal = entriesAfter.stream().filter(device -> !different.contains(device.id())).toList();
        found.addAll(gaps(equal));
        new Moves(old, now).tell(found);
        new Replacements(before, after).tell(found);
        SnapshotComparison result = new Totals(before.info(), after.info()).of(equal, pairs.size(), found);
        result.getWarnings().addAll(Warnings.of(before, headBefore, after, headAfter, result.getSummary().getDevicesOnBothSides()));
        return result;
    }

    private static void requireOneEstate(Snapshot before, Snapshot after) throws EstateException {
        if (!Objects.equals(before.getEstate(), after.getEstate())) {
            throw new EstateException("The snapshots " + before.getLabel() + " and " + after.getLabel()
                    + " are of two estates; compare two snapshots of one estate.");
        }
    }

    private Findings compare(DeviceEntry device, BooleanSupplier cancelled) {
        try {
            return comparer.find(before.device(device.id()), after.device(device.id()), cancelled);
        } catch (EstateException unreadable) {
            return unreadable(device, unreadable);
        }
    }

    /** Equal bytes prove that what was read is unchanged; what was not read on either side is told all the same. */
    private List<Findings> gaps(List<DeviceEntry> equal) throws InterruptedException {
        List<DeviceEntry> incomplete = equal.stream().filter(device -> device.gaps() > 0).toList();
        return workers.forEach(incomplete, this::compareWithItself, Progress.none());
    }

    private Findings compareWithItself(DeviceEntry device, BooleanSupplier cancelled) {
        try {
            Device both = after.device(device.id());
            return comparer.find(both, both, cancelled);
        } catch (EstateException unreadable) {
            return unreadable(device, unreadable);
        }
    }

    private static Findings unreadable(DeviceEntry device, EstateException reason) {
        return Findings.of(OneSided.notComparable(device, reason.getMessage()));
    }
}
