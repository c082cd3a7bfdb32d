package org.cadastre.compare.internal;

import java.util.Comparator;
import java.util.List;

import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.ComparedSnapshot;
import org.cadastre.compare.model.ComparisonFactory;
import org.cadastre.compare.model.Counts;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Summary;
import org.cadastre.compare.model.Unknown;
import org.cadastre.compare.model.Verdict;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.SnapshotInfo;

/** Adds up what was found of each device, and brings it into the order in which it is shown: by name, then id. */
final class Totals {

    private static final Comparator<DeviceComparison> BY_NAME = Comparator
            .comparing(DeviceComparison::getName, Comparator.nullsFirst(String.CASE_INSENSITIVE_ORDER))
            .thenComparing(DeviceComparison::getDevice);

    private final SnapshotInfo before;
    private final SnapshotInfo after;

    Totals(SnapshotInfo before, SnapshotInfo after) {
        this.before = before;
        this.after = after;
    }

    /**
     * @param equal devices whose state is the same bytes on both sides
     * @param different how many were read on both sides and are not
     * @param findings one for each device that is not equal, and for the equal ones of which something is unknown
     */
    SnapshotComparison of(List<DeviceEntry> equal, int different, List<Findings> findings) {
        List<DeviceComparison> found = findings.stream().map(Findings::comparison).toList();
        SnapshotComparison result = ComparisonFactory.eINSTANCE.createSnapshotComparison();
        result.setBefore(compared(before));
        result.setAfter(compared(after));
        result.setSummary(summary(equal, found));
        result.getSummary().setDevicesOnBothSides(equal.size() + different);
        found.stream().filter(Totals::isTold).sorted(BY_NAME).forEach(result.getDevices()::add);
        return result;
    }

    /** Nothing changed, all known, read in the same way: only the list of unchanged devices would grow. */
    private static boolean isTold(DeviceComparison device) {
        return device.getVerdict() != Verdict.UNCHANGED || !device.getMethodChanges().isEmpty();
    }

    private static Summary summary(List<DeviceEntry> equal, List<DeviceComparison> found) {
        Summary summary = ComparisonFactory.eINSTANCE.createSummary();
        Counts devices = Tally.zero();
        Counts elements = Tally.zero();
        summary.setDevices(devices);
        summary.setElements(elements);
        summary.setDevicesProvenByHash(equal.size());
        summary.setElementsProvenByHash(Math.toIntExact(equal.stream().mapToLong(DeviceEntry::elements).sum()));
        for (DeviceComparison device : found) {
            Tally.add(devices, device.getVerdict(), 1);
            Tally.add(elements, device.getElements());
            for (Unknown unknown : device.getUnknowns()) {
                if (unknown.getSection().isEmpty()) {
                    summary.setDevicesNotCompared(summary.getDevicesNotCompared() + 1);
                } else {
                    summary.setSectionsUnknown(summary.getSectionsUnknown() + 1);
                }
            }
            summary.setVolatileDifferences(summary.getVolatileDifferences() + device.getVolatileChanges().size());
            summary.setVolatilePlaces(summary.getVolatilePlaces() + places(device.getVolatileChanges()));
            summary.setChangesExplainedByMethod(summary.getChangesExplainedByMethod()
                    + (int) device.getChanges().stream().filter(change -> change.isExplainedByMethod()).count());
        }
        Tally.add(elements, Verdict.MOVED, -departed(found));
        List<DeviceEntry> whole = equal.stream().filter(device -> device.gaps() == 0).toList();
        Tally.add(devices, Verdict.UNCHANGED, whole.size());
        Tally.add(elements, Verdict.UNCHANGED, Math.toIntExact(whole.stream().mapToLong(DeviceEntry::elements).sum()));
        return summary;
    }

    private static int places(List<Change> changes) {
        return (int) changes.stream().map(change -> change.getSection() + "/" + change.getElement() + "/" + change.getAttribute())
                .distinct().count();
    }

    /** Elements that left for another device, where they are counted as well. */
    private static int departed(List<DeviceComparison> found) {
        return found.stream().flatMap(device -> device.getChanges().stream())
                .filter(change -> change.getOtherDevice() != null && change.getAfter() == null).mapToInt(Change::getElements)
                .sum();
    }

    private static ComparedSnapshot compared(SnapshotInfo info) {
        ComparedSnapshot snapshot = ComparisonFactory.eINSTANCE.createComparedSnapshot();
        snapshot.setId(info.id());
        snapshot.setLabel(info.label());
        snapshot.setStarted(info.started());
        snapshot.setFinished(info.finished());
        snapshot.setDevicesTree(info.devicesTree());
        return snapshot;
    }
}
