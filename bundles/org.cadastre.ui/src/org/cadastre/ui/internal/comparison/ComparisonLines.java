package org.cadastre.ui.internal.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Unknown;
import org.cadastre.compare.model.Verdict;
import org.cadastre.ui.internal.tree.TreeLine;

/** The tree of a comparison: devices, below each its sections, below these the changes and what cannot be known. */
final class ComparisonLines {

    private final Set<Verdict> kinds;

    /** @param kinds of changes to show */
    ComparisonLines(Set<Verdict> kinds) {
        this.kinds = Set.copyOf(kinds);
    }

    /** Devices of which nothing is left to show are left out. */
    List<TreeLine> of(SnapshotComparison comparison) {
        return comparison.getDevices().stream().map(this::device)
                .filter(line -> line.hasChildren() || isWhole(line.device())).sorted(Comparator.comparing(TreeLine::title))
                .map(TreeLine.class::cast).toList();
    }

    /** A device that came, went or was not read is a change by itself. */
    private boolean isWhole(DeviceComparison device) {
        return device.getVerdict() != Verdict.CHANGED && device.getVerdict() != Verdict.UNCHANGED
                && kinds.contains(device.getVerdict());
    }

    private DeviceLine device(DeviceComparison device) {
        List<SectionLine> sections = new ArrayList<>();
        DeviceLine line = new DeviceLine(device, sections);
        Set<String> names = new TreeSet<>(Comparator.comparing(ElementPath::section).thenComparing(Comparator.naturalOrder()));
        device.getChanges().forEach(change -> names.add(orEmpty(change.getSection())));
        device.getVolatileChanges().forEach(change -> names.add(orEmpty(change.getSection())));
        device.getUnknowns().forEach(unknown -> names.add(orEmpty(unknown.getSection())));
        for (String name : names) {
            SectionLine section = section(line, device, name);
            if (section.hasChildren()) {
                sections.add(section);
            }
        }
        return line;
    }

    private SectionLine section(DeviceLine device, DeviceComparison comparison, String name) {
        List<TreeLine> children = new ArrayList<>();
        SectionLine line = new SectionLine(device, name, children);
        for (Change change : comparison.getChanges()) {
            if (orEmpty(change.getSection()).equals(name) && kinds.contains(change.getKind())) {
                children.add(new ChangeLine(line, change, change.getKind()));
            }
        }
        for (Change change : comparison.getVolatileChanges()) {
            if (orEmpty(change.getSection()).equals(name) && kinds.contains(Verdict.VOLATILE)) {
                children.add(new ChangeLine(line, change, Verdict.VOLATILE));
            }
        }
        for (Unknown unknown : comparison.getUnknowns()) {
            if (orEmpty(unknown.getSection()).equals(name) && kinds.contains(Verdict.UNKNOWN)) {
                children.add(new UnknownLine(line, unknown));
            }
        }
        return line;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
