package org.cadastre.scan;

import java.util.HashSet;
import java.util.Set;

import org.cadastre.collect.Reading;
import org.cadastre.model.Device;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.cadastre.model.Snapshot;
import org.cadastre.model.TargetOutcome;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotWriter;
import org.cadastre.scan.identity.Evidence;
import org.cadastre.scan.identity.Resolution;

/**
 * Puts a snapshot together from what the targets gave, one after the other: each reading gets the id of its device, each
 * device is written once. Not thread-safe.
 */
final class SnapshotAssembly {

    private final Snapshot head;
    private final DeviceMemory memory;
    private final SnapshotWriter writer;
    private final Set<String> written = new HashSet<>();

    SnapshotAssembly(Snapshot head, DeviceMemory memory, SnapshotWriter writer) {
        this.head = head;
        this.memory = memory;
        this.writer = writer;
    }

    boolean isEmpty() {
        return written.isEmpty();
    }

    void add(TargetReader.Result result) throws EstateException {
        head.getTargets().add(result.outcome());
        if (result.reading().isPresent()) {
            add(result.reading().get(), result.outcome(), result.audit());
        }
    }

    private void add(Reading reading, TargetOutcome outcome, String audit) throws EstateException {
        Resolution resolution = memory.resolve(shown(reading.device(), outcome));
        outcome.setDevice(resolution.device());
        outcome.setRecognition(resolution.explanation());
        if (!written.add(resolution.device())) {
            outcome.setMessage("the same device as another target of this scan; saved once");
            return;
        }
        Device device = reading.device();
        device.setId(resolution.device());
        if (device.getName() == null || device.getName().isBlank()) {
            device.setName(outcome.getTarget());
        }
        if (device.getKind() == null) {
            device.setKind(DeviceKind.UNKNOWN);
        }
        reading.observations().setDevice(resolution.device());
        writer.add(DeviceLine.of(device), device, reading.observations(), audit);
    }

    /** A device that shows nothing of itself is known by the address it is read at. */
    private static Set<Evidence> shown(Device device, TargetOutcome outcome) {
        return device.getSections().stream().filter(Identity.class::isInstance).map(Identity.class::cast)
                .map(Evidence::of).filter(evidence -> !evidence.isEmpty()).findFirst()
                .orElse(Set.of(new Evidence(IdentifierKind.NAME, outcome.getTarget())));
    }
}
