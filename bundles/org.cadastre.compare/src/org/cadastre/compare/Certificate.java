package org.cadastre.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.Counts;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SectionComparison;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Unknown;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.Section;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;

/**
 * The lists behind the numbers of a comparison's summary: what is unchanged, changed, known to change by itself, or not
 * comparable, by device and section.
 *
 * <p>The list of what is unchanged reads each device that is proven unchanged by its hash, one at a time; the others are
 * in the comparison already.
 */
public final class Certificate {

    /** Grounds of what is unchanged: the file of the device is the same bytes. */
    public static final String EQUAL_HASHES = "equal hashes";
    /** Grounds of what is unchanged: its values were compared one by one. */
    public static final String COMPARED = "compared";

    private final SnapshotComparison comparison;
    private final SnapshotReader before;
    private final SnapshotReader after;
    private final Map<String, DeviceComparison> told;

    /** Which number. */
    public enum Part {
        UNCHANGED, CHANGED, VOLATILE, UNKNOWN
    }

    /**
     * One line of a list.
     *
     * @param device id of the device
     * @param section name of the section's class; empty for the device as a whole
     * @param elements how many elements the line stands for
     * @param grounds on what grounds, for people: "equal hashes", "compared", what happened, or the reason
     */
    public record Line(String device, String deviceName, String section, int elements, String grounds) {
    }

    /** Takes line by line, so that the list is never in memory as a whole. */
    @FunctionalInterface
    public interface Lines {

        void add(Line line) throws IOException;
    }

    /** @param comparison of these two snapshots */
    public Certificate(SnapshotComparison comparison, SnapshotReader before, SnapshotReader after) {
        this.comparison = comparison;
        this.before = before;
        this.after = after;
        this.told = comparison.getDevices().stream().collect(Collectors.toMap(DeviceComparison::getDevice, Function.identity()));
    }

    public SnapshotReader before() {
        return before;
    }

    public SnapshotReader after() {
        return after;
    }

    public SnapshotComparison comparison() {
        return comparison;
    }

    /**
     * Lists by device name, then section.
     *
     * @throws EstateException when a snapshot's own record cannot be read; a single device that cannot is a line
     */
    public void list(Part part, Lines lines) throws EstateException, IOException {
        if (part == Part.UNCHANGED) {
            for (DeviceEntry device : after.devices()) {
                unchanged(device, lines);
            }
            return;
        }
        for (DeviceComparison device : comparison.getDevices()) {
            for (Line line : lines(part, device)) {
                lines.add(line);
            }
        }
    }

    private void unchanged(DeviceEntry device, Lines lines) throws EstateException, IOException {
        DeviceComparison found = told.get(device.id());
        if (found == null) {
            boolean equal = before.stateId(device.id()).equals(after.stateId(device.id()));
            readAgain(device, equal ? EQUAL_HASHES : COMPARED, lines);
            return;
        }
        for (SectionComparison section : found.getSections()) {
            if (section.getElements().getUnchanged() > 0) {
                lines.add(line(found, section.getSection(), section.getElements().getUnchanged(), COMPARED));
            }
        }
    }

    private void readAgain(DeviceEntry entry, String grounds, Lines lines) throws IOException {
        Device device;
        try {
            device = after.device(entry.id());
        } catch (EstateException unreadable) {
            lines.add(new Line(entry.id(), entry.name(), "", Math.toIntExact(entry.elements()),
                    grounds + "; its sections cannot be listed: " + unreadable.getMessage()));
            return;
        }
        for (Section section : device.getSections()) {
            int elements = Math.toIntExact(Metamodel.countElements(section));
            if (elements > 0 && (section.getCoverage() == Coverage.COMPLETE || section.getCoverage() == Coverage.PARTIAL)) {
                lines.add(new Line(entry.id(), entry.name(), section.eClass().getName(), elements, grounds));
            }
        }
    }

    private static List<Line> lines(Part part, DeviceComparison device) {
        List<Line> lines = new ArrayList<>();
        if (part == Part.UNKNOWN) {
            for (Unknown unknown : device.getUnknowns()) {
                lines.add(line(device, unknown.getSection(), unknown.getElements(), unknown.getReason()));
            }
            return lines;
        }
        List<Change> changes = part == Part.CHANGED ? device.getChanges() : device.getVolatileChanges();
        Map<String, List<Change>> bySection = changes.stream().collect(Collectors.groupingBy(Change::getSection));
        for (SectionComparison section : device.getSections()) {
            List<Change> its = bySection.getOrDefault(section.getSection(), List.of());
            if (!its.isEmpty()) {
                lines.add(line(device, section.getSection(), number(part, section.getElements()), kinds(its)));
            }
        }
        for (Change whole : bySection.getOrDefault("", List.of())) {
            lines.add(line(device, "", whole.getElements(), device.getReason()));
        }
        return lines;
    }

    private static int number(Part part, Counts counts) {
        return part == Part.VOLATILE ? counts.getVolatile()
                : counts.getChanged() + counts.getAdded() + counts.getRemoved() + counts.getMoved();
    }

    /** "2 changed, 1 added" */
    private static String kinds(List<Change> changes) {
        return changes.stream().collect(Collectors.groupingBy(Change::getKind, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.comparingByKey()).map(kind -> kind.getValue() + " " + kind.getKey().getLiteral())
                .collect(Collectors.joining(", "));
    }

    private static Line line(DeviceComparison device, String section, int elements, String grounds) {
        return new Line(device.getDevice(), device.getName(), section, elements, grounds);
    }
}
