package org.cadastre.ui.internal.scan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;
import org.cadastre.scan.ScanListener;

/** How far a scan is. Fed by the threads of the scan, read by the UI thread. */
final class ScanRun implements ScanListener {

    /** @param outcome empty while the target is being read */
    record TargetState(String target, Optional<TargetOutcome> outcome) {
    }

    private final Map<String, TargetState> targets = new LinkedHashMap<>();
    private final Runnable onChange;
    private int count;
    private int finished;

    /** @param onChange called on any thread */
    ScanRun(Runnable onChange) {
        this.onChange = onChange;
    }

    @Override
    public void targetsKnown(int known) {
        synchronized (this) {
            count = known;
        }
        onChange.run();
    }

    @Override
    public void targetStarted(String target) {
        synchronized (this) {
            targets.put(target, new TargetState(target, Optional.empty()));
        }
        onChange.run();
    }

    @Override
    public void targetFinished(TargetOutcome outcome) {
        synchronized (this) {
            finished++;
            if (isSilentAddressOfRange(outcome)) {
                targets.remove(outcome.getTarget());
            } else {
                targets.put(outcome.getTarget(), new TargetState(outcome.getTarget(), Optional.of(outcome)));
            }
        }
        onChange.run();
    }

    /** Those under way, and those that are done and worth a line. */
    synchronized List<TargetState> targets() {
        return new ArrayList<>(targets.values());
    }

    synchronized int count() {
        return count;
    }

    synchronized int finished() {
        return finished;
    }

    private static boolean isSilentAddressOfRange(TargetOutcome outcome) {
        return outcome.isSwept() && (outcome.getResult() == TargetResult.NO_ANSWER
                || outcome.getResult() == TargetResult.REFUSED || outcome.getResult() == TargetResult.UNREACHABLE);
    }
}
