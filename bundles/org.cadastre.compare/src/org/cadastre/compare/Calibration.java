package org.cadastre.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.VolatilePlace;

/**
 * What two or more snapshots, taken while nobody worked, teach about an estate: every place that differs between two of
 * them changes by itself.
 *
 * @param places sorted by device, in the order of a comparison; each once. A renamed element gives both its names
 * @param passedOver differences from which nothing is learned: devices that came or went, and what went from one device to
 *        another
 */
public record Calibration(List<VolatilePlace> places, int passedOver) {

    /**
     * Compares each snapshot with the next one.
     *
     * @param quiet two or more, in the order of time
     * @throws EstateException when a snapshot cannot be read
     * @throws InterruptedException when the thread was interrupted
     */
    public static Calibration of(Estate estate, List<SnapshotInfo> quiet) throws EstateException, InterruptedException {
        Map<VolatilePlace.Where, VolatilePlace> places = new LinkedHashMap<>();
        int passedOver = 0;
        for (int i = 1; i < quiet.size(); i++) {
            SnapshotInfo before = quiet.get(i - 1);
            SnapshotInfo after = quiet.get(i);
            SnapshotComparison comparison = new SnapshotComparer().compare(estate.read(before), estate.read(after), Progress.none());
            String learned = before.label() + " .. " + after.label();
            for (DeviceComparison device : comparison.getDevices()) {
                for (Change change : device.getChanges()) {
                    if (change.getSection().isEmpty() || change.getOtherDevice() != null) {
                        passedOver++;
                    } else {
                        add(places, place(device, change, change.getElement(), learned));
                        if (change.getElementBefore() != null) {
                            add(places, place(device, change, change.getElementBefore(), learned));
                        }
                    }
                }
            }
        }
        return new Calibration(List.copyOf(places.values()), passedOver);
    }

    private static void add(Map<VolatilePlace.Where, VolatilePlace> places, VolatilePlace place) {
        places.putIfAbsent(place.where(), place);
    }

    private static VolatilePlace place(DeviceComparison device, Change change, String element, String learned) {
        return new VolatilePlace(device.getDevice(), change.getSection(), element, change.getAttribute(), learned);
    }
}
