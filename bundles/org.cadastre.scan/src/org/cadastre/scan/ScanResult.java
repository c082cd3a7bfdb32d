package org.cadastre.scan;

import java.util.List;

import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;
import org.cadastre.repository.SnapshotInfo;

/** A snapshot that was taken, and what became of each target. */
public record ScanResult(SnapshotInfo snapshot, List<TargetOutcome> targets) {

    public ScanResult {
        targets = List.copyOf(targets);
    }

    /** The targets that were named and not read. Silent addresses of a range are nothing unusual and do not count. */
    public List<TargetOutcome> failures() {
        return targets.stream().filter(ScanResult::isFailure).toList();
    }

    /** Whether the target was named, or showed itself, and yet was not read. */
    public static boolean isFailure(TargetOutcome outcome) {
        return switch (outcome.getResult()) {
            case READ -> false;
            case NO_ANSWER, UNREACHABLE, REFUSED -> !outcome.isSwept();
            default -> outcome.getResult() != TargetResult.READ;
        };
    }
}
