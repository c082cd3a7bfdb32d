package org.cadastre.compare.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.ComparisonFactory;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.Significance;
import org.cadastre.compare.model.Unknown;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.TargetOutcome;
import org.cadastre.repository.DeviceEntry;

/**
 * What may be said of a device that only one of the two snapshots holds, going by what the other one says about the places
 * where it was read. The rules, and why they are not the same in both directions, are told in docs/comparison.md.
 */
final class OneSided {

    /** What one place says. */
    private record Statement(boolean certain, String text) {
    }

    private final Targets before;
    private final Targets after;

    OneSided(Targets before, Targets after) {
        this.before = before;
        this.after = after;
    }

    /** A device of the snapshot before that the one after does not hold. */
    DeviceComparison gone(DeviceEntry device) {
        List<Statement> statements = before.of(device.id()).stream().map(target -> gone(device, target)).toList();
        return comparison(device, Verdict.REMOVED, statements, "before");
    }

    /** A device of the snapshot after that the one before does not hold. */
    DeviceComparison come(DeviceEntry device) {
        List<Statement> statements = after.of(device.id()).stream().map(this::come).toList();
        return comparison(device, Verdict.ADDED, statements, "after");
    }

    private Statement gone(DeviceEntry device, String target) {
        Optional<TargetOutcome> now = after.at(target);
        if (now.isEmpty()) {
            return new Statement(false, "the snapshot after did not cover " + target);
        }
        TargetOutcome outcome = now.get();
        if (!Targets.isRead(outcome)) {
            return new Statement(false, "after, " + target + " " + Targets.told(outcome));
        }
        String other = after.name(outcome.getDevice());
        boolean isNew = before.device(outcome.getDevice()).isEmpty();
        if (isNew && (!outcome.isSwept() || other.equals(device.name()))) {
            return new Statement(true, "replaced at " + target + " by another device, " + other + " (" + outcome.getDevice() + ")");
        }
        return new Statement(false, "another device, " + other + ", answered at " + target
                + " after; whether this one is still somewhere else cannot be known");
    }

    private Statement come(String target) {
        Optional<TargetOutcome> then = before.at(target);
        if (then.isEmpty()) {
            return new Statement(false, "the snapshot before did not cover " + target);
        }
        TargetOutcome outcome = then.get();
        if (Targets.isSilent(outcome)) {
            return new Statement(true, "nothing answered at " + target + " before");
        }
        if (Targets.isRead(outcome)) {
            return new Statement(true, "another device, " + before.name(outcome.getDevice()) + " (" + outcome.getDevice()
                    + "), answered at " + target + " before");
        }
        return new Statement(false, "before, " + target + " " + Targets.told(outcome));
    }

    private static DeviceComparison comparison(DeviceEntry device, Verdict proven, List<Statement> statements, String side) {
        boolean certain = !statements.isEmpty() && statements.stream().allMatch(Statement::certain);
        List<String> texts = new ArrayList<>(statements.stream().filter(statement -> statement.certain() == certain)
                .map(Statement::text).distinct().toList());
        if (texts.isEmpty()) {
            texts.add("the snapshot " + side + " does not say where the device was read");
        }
        String reason = sentence(String.join("; ", texts));
        DeviceComparison result = device(device, certain ? proven : Verdict.UNKNOWN, reason);
        if (certain) {
            result.getChanges().add(change(device, proven));
        } else {
            result.getUnknowns().add(unknown(device, reason));
        }
        return result;
    }

    /** A device that both sides hold and that cannot be compared all the same. */
    static DeviceComparison notComparable(DeviceEntry device, String reason) {
        DeviceComparison result = device(device, Verdict.UNKNOWN, reason);
        result.getUnknowns().add(unknown(device, reason));
        return result;
    }

    private static DeviceComparison device(DeviceEntry device, Verdict verdict, String reason) {
        DeviceComparison result = ComparisonFactory.eINSTANCE.createDeviceComparison();
        result.setDevice(device.id());
        result.setName(device.name());
        result.setReason(reason);
        result.setVerdict(verdict);
        result.setElements(Tally.zero());
        Tally.add(result.getElements(), verdict, elements(device));
        return result;
    }

    private static int elements(DeviceEntry device) {
        return Math.toIntExact(device.elements());
    }

    private static Change change(DeviceEntry device, Verdict kind) {
        Change change = ComparisonFactory.eINSTANCE.createChange();
        change.setSection("");
        change.setElement("");
        change.setAttribute("");
        change.setKind(kind);
        change.setElements(elements(device));
        change.setSignificance(Significance.HIGH);
        if (kind == Verdict.ADDED) {
            change.setAfter(summary(device));
        } else {
            change.setBefore(summary(device));
        }
        return change;
    }

    private static Unknown unknown(DeviceEntry device, String reason) {
        Unknown unknown = ComparisonFactory.eINSTANCE.createUnknown();
        unknown.setSection("");
        unknown.setReason(reason);
        unknown.setElements(elements(device));
        return unknown;
    }

    private static String summary(DeviceEntry device) {
        List<String> parts = new ArrayList<>(List.of(device.name(), device.kind().getLiteral(), device.operatingSystem(),
                String.join(" ", device.addresses())));
        parts.removeIf(String::isBlank);
        return String.join(", ", parts);
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
