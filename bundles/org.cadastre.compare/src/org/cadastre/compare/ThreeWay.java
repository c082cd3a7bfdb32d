package org.cadastre.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Verdict;

/**
 * What happened on each of two sides since their common base: changed on one side only, in the same way on both, or in two
 * ways.
 *
 * @param first the base compared with the one side
 * @param second the base compared with the other side
 * @param changes all changes of either side, in the order of devices and paths of the first, then the rest of the second
 */
public record ThreeWay(SnapshotComparison first, SnapshotComparison second, List<Entry> changes) {

    /** Which side did it. */
    public enum Side {
        FIRST, SECOND, BOTH_ALIKE, BOTH_DIFFERENTLY
    }

    /**
     * One place that changed.
     *
     * @param changes that of the first side, that of the second, or both in this order
     */
    public record Entry(Side side, DeviceComparison device, List<Change> changes) {
    }

    /** A place, told the same way on both sides. A set's values are places of their own. */
    private record Place(String device, String section, String element, String attribute, String value) {

        static Place of(DeviceComparison device, Change change) {
            boolean ofSet = !change.getAttribute().isEmpty() && change.getKind() != Verdict.CHANGED;
            String value = ofSet ? Objects.requireNonNullElse(change.getBefore(), change.getAfter()) : "";
            return new Place(device.getDevice(), change.getSection(),
                    Objects.requireNonNullElse(change.getElementBefore(), change.getElement()), change.getAttribute(), value);
        }
    }

    /** Puts two comparisons with one base side by side. */
    public static ThreeWay of(SnapshotComparison first, SnapshotComparison second) {
        if (!first.getBefore().getId().equals(second.getBefore().getId())) {
            throw new IllegalArgumentException("two bases");
        }
        Map<Place, Entry> places = new LinkedHashMap<>();
        for (DeviceComparison device : first.getDevices()) {
            device.getChanges().forEach(
                    change -> places.put(Place.of(device, change), new Entry(Side.FIRST, device, List.of(change))));
        }
        for (DeviceComparison device : second.getDevices()) {
            device.getChanges().forEach(change -> places.merge(Place.of(device, change),
                    new Entry(Side.SECOND, device, List.of(change)), ThreeWay::both));
        }
        return new ThreeWay(first, second, new ArrayList<>(places.values()));
    }

    private static Entry both(Entry first, Entry second) {
        Change one = first.changes().getFirst();
        Change other = second.changes().getFirst();
        boolean alike = one.getKind() == other.getKind() && Objects.equals(one.getAfter(), other.getAfter())
                && Objects.equals(one.getElement(), other.getElement());
        return new Entry(alike ? Side.BOTH_ALIKE : Side.BOTH_DIFFERENTLY, first.device(), List.of(one, other));
    }
}
