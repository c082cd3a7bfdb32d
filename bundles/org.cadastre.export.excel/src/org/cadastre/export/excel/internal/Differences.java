package org.cadastre.export.excel.internal;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.Counts;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.MethodChange;
import org.cadastre.compare.model.SectionComparison;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Unknown;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.Coverage;
import org.cadastre.model.metamodel.Metamodel;

/** Fills a workbook with a comparison. */
public final class Differences {

    private static final Map<Verdict, Tint> TINTS = Map.of(Verdict.ADDED, Tint.ADDED, Verdict.REMOVED, Tint.REMOVED,
            Verdict.CHANGED, Tint.CHANGED, Verdict.MOVED, Tint.MOVED, Verdict.UNKNOWN, Tint.UNKNOWN);

    private final Book book;
    private final Page summary;
    private final Table changes;
    private final Table unchanged;
    private final Table unknown;

    public Differences(Book book) {
        this.book = book;
        this.summary = book.page("Summary");
        this.changes = book.table("Changes", List.of(Column.of("Device"), Column.of("Section"), Column.wrapped("Element"),
                Column.of("Attribute"), Column.of("Kind").withTint(), Column.wrapped("Before").withTint(),
                Column.wrapped("After").withTint(), Column.of("Significance"), Column.wrapped("Remark"),
                Column.of("Device ID")));
        this.unchanged = book.table("Unchanged", columns(List.of("Device", "Section", "Verdict"),
                List.of("Unchanged", "Changed", "Added", "Removed", "Moved", "Unknown"), "Device ID"));
        this.unknown = book.table("Unknown", List.of(Column.of("Device"), Column.of("Section"),
                Column.of("Coverage before").withTint(), Column.of("Coverage after").withTint(), Column.wrapped("Reason"),
                Column.grouped("Elements"), Column.of("Device ID")));
    }

    private static List<Column> columns(List<String> texts, List<String> counts, String last) {
        List<Column> columns = new ArrayList<>(texts.stream().map(Column::of).toList());
        columns.set(2, columns.get(2).withTint());
        counts.stream().map(Column::grouped).forEach(columns::add);
        columns.add(Column.of(last));
        return columns;
    }

    public void fill(SnapshotComparison comparison) throws InterruptedIOException {
        Map<String, String> names = comparison.getDevices().stream().collect(
                Collectors.toMap(DeviceComparison::getDevice, DeviceComparison::getName));
        SectionTotals totals = new SectionTotals();
        for (DeviceComparison device : comparison.getDevices()) {
            Book.requireNotInterrupted();
            for (Change change : device.getChanges()) {
                totals.count(change);
                addChange(device, change, names);
            }
            addCounts(device);
            device.getUnknowns().forEach(one -> addUnknown(device, one));
        }
        List<Table> tables = new ArrayList<>(List.of(changes, unchanged, unknown));
        methodChanges(comparison).ifPresent(tables::add);
        groups(comparison).ifPresent(tables::add);
        book.arrange(tables);
        new Certificate(summary).write(comparison, totals, tables);
    }

    private void addChange(DeviceComparison device, Change change, Map<String, String> names) {
        changes.add(Arrays.asList(device.getName(), section(change.getSection()), change.getElement(),
                label(change.getAttribute()), change.getKind().getLiteral(), change.getBefore(), change.getAfter(),
                change.getSignificance().getLiteral(), remark(change, names), device.getDevice()),
                TINTS.getOrDefault(change.getKind(), Tint.NONE));
    }

    private static String remark(Change change, Map<String, String> names) {
        List<String> remarks = new ArrayList<>();
        if (change.getElementBefore() != null) {
            remarks.add("was " + change.getElementBefore());
        }
        if (change.getOtherDevice() != null) {
            remarks.add("other device: " + names.getOrDefault(change.getOtherDevice(), change.getOtherDevice()));
        }
        if (change.getElements() > 1) {
            remarks.add(change.getElements() + " elements");
        }
        if (change.isExplainedByMethod()) {
            remarks.add("the section was read in another way, which may be the cause");
        }
        return remarks.isEmpty() ? null : String.join("; ", remarks);
    }

    private void addCounts(DeviceComparison device) {
        addCounts(device, "(all)", device.getVerdict().getLiteral(), device.getElements(),
                TINTS.getOrDefault(device.getVerdict(), Tint.NONE));
        for (SectionComparison section : device.getSections()) {
            addCounts(device, section(section.getSection()), null, section.getElements(), Tint.NONE);
        }
    }

    private void addCounts(DeviceComparison device, String section, String verdict, Counts counts, Tint tint) {
        if (counts != null) {
            unchanged.add(Arrays.asList(device.getName(), section, verdict, counts.getUnchanged(), counts.getChanged(),
                    counts.getAdded(), counts.getRemoved(), counts.getMoved(), counts.getUnknown(), device.getDevice()), tint);
        }
    }

    private void addUnknown(DeviceComparison device, Unknown one) {
        unknown.add(Arrays.asList(device.getName(), section(one.getSection()),
                coverage(one.isSetCoverageBefore(), one.getCoverageBefore()),
                coverage(one.isSetCoverageAfter(), one.getCoverageAfter()), one.getReason(), one.getElements(),
                device.getDevice()), Tint.UNKNOWN);
    }

    private Optional<Table> methodChanges(SnapshotComparison comparison) {
        if (comparison.getDevices().stream().allMatch(device -> device.getMethodChanges().isEmpty())) {
            return Optional.empty();
        }
        Table table = book.table("Read in another way", List.of(Column.of("Device"), Column.of("Section"),
                Column.of("What changed"), Column.of("Before"), Column.of("After"), Column.of("Device ID")));
        for (DeviceComparison device : comparison.getDevices()) {
            for (MethodChange change : device.getMethodChanges()) {
                table.add(Arrays.asList(device.getName(), section(change.getSection()), label(change.getAttribute()),
                        change.getBefore(), change.getAfter(), device.getDevice()));
            }
        }
        return Optional.of(table);
    }

    private Optional<Table> groups(SnapshotComparison comparison) {
        if (comparison.getGroups().isEmpty()) {
            return Optional.empty();
        }
        Table table = book.table("Belongs together", List.of(Column.wrapped("What happened"), Column.of("Significance"),
                Column.grouped("Changes")));
        comparison.getGroups().forEach(group -> table.add(Arrays.asList(group.getTitle(),
                group.getSignificance().getLiteral(), group.getChanges().size())));
        return Optional.of(table);
    }

    /** What stands for a section; an empty name is the device as a whole. */
    static String section(String name) {
        return name == null || name.isEmpty() ? "(whole device)" : Metamodel.label(name);
    }

    private static String label(String attribute) {
        return attribute == null || attribute.isEmpty() ? null : Metamodel.label(attribute);
    }

    private static String coverage(boolean read, Coverage coverage) {
        return read ? coverage.getLiteral() : "not read";
    }
}
