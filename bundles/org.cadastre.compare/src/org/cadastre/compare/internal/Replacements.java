package org.cadastre.compare.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.Device;
import org.cadastre.model.Identifier;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;

/**
 * Recognises a unit that took the place of another one: one device went and one came, both for certain, under the same name. Both
 * are told as that, with the identifiers that differ.
 */
public final class Replacements {

    /** How the reason of both begins; also what the rule "replaced" goes by. */
    static final String REPLACED = "Replaced by another unit of the same name";
    private static final String REPLACES = "Replaces another unit of the same name";
    private static final List<IdentifierKind> TOLD = List.of(IdentifierKind.SERIAL_NUMBER, IdentifierKind.SYSTEM_UUID,
            IdentifierKind.SNMP_ENGINE_ID, IdentifierKind.MAC);

    private final SnapshotReader before;
    private final SnapshotReader after;

    Replacements(SnapshotReader before, SnapshotReader after) {
        this.before = before;
        this.after = after;
    }

    void tell(List<Findings> found) throws EstateException {
        Map<String, List<DeviceComparison>> gone = byName(found, Verdict.REMOVED);
        Map<String, List<DeviceComparison>> come = byName(found, Verdict.ADDED);
        for (Map.Entry<String, List<DeviceComparison>> old : gone.entrySet()) {
            List<DeviceComparison> units = come.getOrDefault(old.getKey(), List.of());
            if (old.getValue().size() == 1 && units.size() == 1) {
                tell(old.getValue().getFirst(), units.getFirst());
            }
        }
    }

    private static Map<String, List<DeviceComparison>> byName(List<Findings> found, Verdict verdict) {
        return found.stream().map(Findings::comparison).filter(device -> device.getVerdict() == verdict)
                .collect(Collectors.groupingBy(DeviceComparison::getName, TreeMap::new, Collectors.toList()));
    }

    private void tell(DeviceComparison old, DeviceComparison unit) throws EstateException {
        String other = difference(before.device(old.getDevice()), after.device(unit.getDevice())).map(text -> ": " + text).orElse("");
        old.setReason(REPLACED + " (" + unit.getDevice() + ")" + other + ". " + old.getReason());
        unit.setReason(REPLACES + " (" + old.getDevice() + ")" + other + ". " + unit.getReason());
    }

    /** What tells the two units apart, the strongest kinds of identifiers first, the first two that differ. */
    private static Optional<String> difference(Device old, Device unit) {
        List<String> different = new ArrayList<>();
        for (IdentifierKind kind : TOLD) {
            Set<String> was = values(old, kind);
            Set<String> is = values(unit, kind);
            if (!was.isEmpty() && !is.isEmpty() && was.stream().noneMatch(is::contains)) {
                different.add(kind.getLiteral() + " was " + String.join(", ", was) + ", is " + String.join(", ", is));
            }
        }
        return different.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", different.subList(0, Math.min(2, different.size()))));
    }

    private static Set<String> values(Device device, IdentifierKind kind) {
        return device.getSections().stream().filter(Identity.class::isInstance)
                .flatMap(section -> ((Identity) section).getIdentifiers().stream()).filter(one -> one.getKind() == kind)
                .map(Identifier::getValue).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a device is told as the one that went. */
    public static boolean isReplaced(DeviceComparison device) {
        return device.getVerdict() == Verdict.REMOVED && device.getReason() != null && device.getReason().startsWith(REPLACED);
    }

    /** Whether a device is told as the one that came. */
    public static boolean isReplacement(DeviceComparison device) {
        return device.getVerdict() == Verdict.ADDED && device.getReason() != null && device.getReason().startsWith(REPLACES);
    }
}
