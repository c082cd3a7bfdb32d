package org.cadastre.scan;

import java.util.List;

import org.cadastre.model.Snapshot;
import org.cadastre.model.TargetOutcome;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * A snapshot of which some targets were not read, and that a new one completes: what was read is taken over as it is, with the time
 * at which it was read.
 */
final class Earlier {

    private final SnapshotReader reader;
    private final Snapshot head;

    Earlier(SnapshotReader reader) throws EstateException {
        this.reader = reader;
        this.head = reader.head();
    }

    /** The targets to be asked again. */
    List<String> failed() {
        return head.getTargets().stream().filter(ScanResult::isFailure).map(TargetOutcome::getTarget).toList();
    }

    /** Gives a new snapshot the devices that were read, and the targets that are not to be asked again. */
    void takeOver(Snapshot into, SnapshotAssembly assembly) throws EstateException {
        into.setStarted(head.getStarted());
        into.getScope().clear();
        into.getScope().addAll(head.getScope());
        for (TargetOutcome outcome : head.getTargets()) {
            if (!ScanResult.isFailure(outcome)) {
                into.getTargets().add(EcoreUtil.copy(outcome));
            }
        }
        for (DeviceEntry device : reader.devices()) {
            assembly.takeOver(device, reader);
        }
    }
}
