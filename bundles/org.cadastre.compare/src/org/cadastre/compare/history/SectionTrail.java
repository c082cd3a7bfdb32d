package org.cadastre.compare.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.cadastre.compare.internal.DeviceComparer;
import org.cadastre.compare.model.Change;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.Section;
import org.cadastre.repository.SnapshotInfo;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Follows one section of a device from snapshot to snapshot.
 *
 * <p>A reading that saw only a part cannot show every change, so each is compared with the one before it, and the next
 * complete one once more with the complete one before: what happened in between is then told with the wider interval, and
 * nothing is told twice. Not thread-safe.
 */
final class SectionTrail {

    private record Reading(Section section, SnapshotInfo snapshot) {
    }

    private final DeviceComparer comparer;
    private final List<DeviceEvent> events = new ArrayList<>();
    private final Set<FactPath> toldSinceComplete = new HashSet<>();
    private Optional<Reading> complete = Optional.empty();
    private Optional<Reading> last = Optional.empty();
    private final SnapshotInfo firstSeen;

    SectionTrail(DeviceComparer comparer, SnapshotInfo firstSeen) {
        this.comparer = comparer;
        this.firstSeen = firstSeen;
    }

    /** The next reading, in the order of time. */
    void add(Section section, SnapshotInfo snapshot) {
        if (section.getCoverage() != Coverage.COMPLETE && section.getCoverage() != Coverage.PARTIAL) {
            return;
        }
        Reading reading = new Reading(section, snapshot);
        last.ifPresent(before -> tell(before, reading));
        if (section.getCoverage() == Coverage.COMPLETE) {
            complete.filter(before -> !before.equals(last.orElseThrow())).ifPresent(before -> tell(before, reading));
            complete = Optional.of(reading);
            toldSinceComplete.clear();
        }
        last = Optional.of(reading);
    }

    private void tell(Reading before, Reading after) {
        for (Change change : comparer.compare(device(before.section()), device(after.section())).getChanges()) {
            if (toldSinceComplete.add(FactPath.of(change))) {
                events.add(new DeviceEvent(change, before.snapshot(), after.snapshot()));
            }
        }
    }

    private static Device device(Section section) {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.getSections().add(EcoreUtil.copy(section));
        return device;
    }

    List<DeviceEvent> events() {
        return events;
    }

    /** The newest reading that showed anything. */
    Optional<Section> section() {
        return last.map(Reading::section);
    }

    SnapshotInfo firstSeen() {
        return firstSeen;
    }
}
