package org.cadastre.export.excel.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.cadastre.analysis.links.LinkChange;
import org.cadastre.analysis.links.LinkChanges;
import org.cadastre.compare.Certificate;
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
import org.cadastre.repository.EstateException;

/** Fills a workbook with a comparison. */
public final class Differences {

    private static final Map<Verdict, Tint> TINTS = Map.of(Verdict.ADDED, Tint.ADDED, Verdict.REMOVED, Tint.REMOVED,
            Verdict.CHANGED, Tint.CHANGED, Verdict.MOVED, Tint.MOVED, Verdict.VOLATILE, Tint.UNKNOWN, Verdict.UNKNOWN, Tint.UNKNOWN);
    private static final List<Column> CHANGE = List.of(Column.of("Device"), Column.of("Section"), Column.wrapped("Element"),
            Column.of("Attribute"), Column.of("Kind").withTint(), Column.wrapped("Before").withTint(),
            Column.wrapped("After").withTint(), Column.of("Significance"), Column.wrapped("Remark"), Column.of("Device ID"));

    private final Book book;
    private final Page front;
    private final Table changes;
    private final Table unchanged;
    private final Table byThemselves;
    private final Table unknown;
    private final Table counts;
    private final SectionTotals totals = new SectionTotals();
    /** Labels of sections and attributes by their names, of which there are few, asked for with each change. */
    private final Map<String, String> labels = new HashMap<>();

    public Differences(Book book) {
        this.book = book;
        this.front = book.page("Summary");
        this.changes = book.table("Changes", CHANGE);
        this.unchanged = book.table("Unchanged", List.of(Column.of("Device"), Column.of("Section"), Column.grouped("Elements"),
                Column.wrapped("Known from"), Column.of("Device ID")));
        this.byThemselves = book.table("Changed by themselves", CHANGE);
        this.unknown = book.table("Unknown", List.of(Column.of("Device"), Column.of("Section"),
                Column.of("Coverage before").withTint(), Column.of("Coverage after").withTint(), Column.wrapped("Reason"),
                Column.grouped("Elements"), Column.of("Device ID")));
        this.counts = book.table("Counts", List.of(Column.of("Device"), Column.of("Section"), Column.of("Verdict").withTint(),
                Column.grouped("Unchanged"), Column.grouped("Changed"), Column.grouped("Added"), Column.grouped("Removed"),
                Column.grouped("Moved"), Column.grouped("By themselves"), Column.grouped("Unknown"), Column.wrapped("Remark"),
                Column.of("Device ID")));
    }

    /**
     * @throws EstateException when a snapshot's own record cannot be read
     * @throws InterruptedIOException when the thread was interrupted
     */
    public void fill(Certificate certificate, LinkChanges links) throws EstateException, IOException {
        SnapshotComparison comparison = certificate.comparison();
        Map<String, String> names = comparison.getDevices().stream().collect(
                Collectors.toMap(DeviceComparison::getDevice, DeviceComparison::getName));
        for (DeviceComparison device : comparison.getDevices()) {
            Book.requireNotInterrupted();
            for (Change change : device.getChanges()) {
                totals.count(section(change.getSection()), change);
                add(changes, device, change, names);
            }
            device.getVolatileChanges().forEach(change -> add(byThemselves, device, change, names));
            addCounts(device);
            device.getUnknowns().forEach(one -> addUnknown(device, one));
        }
        certificate.list(Certificate.Part.UNCHANGED, this::addUnchanged);
        List<Table> tables = new ArrayList<>();
        groups(comparison).ifPresent(tables::add);
        links(links).ifPresent(tables::add);
        tables.addAll(List.of(changes, unchanged, byThemselves, unknown, counts));
        methodChanges(comparison).ifPresent(tables::add);
        book.arrange(tables);
        new CertificatePage(front).write(comparison, Map.of(Certificate.Part.UNCHANGED, unchanged, Certificate.Part.CHANGED, changes,
                Certificate.Part.VOLATILE, byThemselves, Certificate.Part.UNKNOWN, unknown), totals, tables);
    }

    private void add(Table table, DeviceComparison device, Change change, Map<String, String> names) {
        table.add(Arrays.asList(device.getName(), section(change.getSection()), change.getElement(),
                label(change.getAttribute()), change.getKind().getLiteral(), change.getBefore(), change.getAfter(),
                change.getSignificance().getLiteral(), remark(device, change, names), device.getDevice()),
                TINTS.getOrDefault(change.getKind(), Tint.NONE));
    }

    private static String remark(DeviceComparison device, Change change, Map<String, String> names) {
        List<String> remarks = new ArrayList<>();
        if (device.getReason() != null && (change.getSection() == null || change.getSection().isEmpty())) {
            remarks.add(device.getReason());
        }
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

    private void addUnchanged(Certificate.Line line) throws InterruptedIOException {
        Book.requireNotInterrupted();
        unchanged.add(Arrays.asList(line.deviceName(), section(line.section()), line.elements(), line.grounds(), line.device()));
    }

    private void addCounts(DeviceComparison device) {
        addCounts(device, "(all)", device.getVerdict().getLiteral(), device.getElements(), device.getReason(),
                TINTS.getOrDefault(device.getVerdict(), Tint.NONE));
        for (SectionComparison section : device.getSections()) {
            addCounts(device, section(section.getSection()), null, section.getElements(), null, Tint.NONE);
        }
    }

    private void addCounts(DeviceComparison device, String section, String verdict, Counts its, String remark, Tint tint) {
        if (its != null) {
            counts.add(Arrays.asList(device.getName(), section, verdict, its.getUnchanged(), its.getChanged(), its.getAdded(),
                    its.getRemoved(), its.getMoved(), its.getVolatile(), its.getUnknown(), remark, device.getDevice()), tint);
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

    private Optional<Table> links(LinkChanges links) {
        if (links.changes().isEmpty()) {
            return Optional.empty();
        }
        Table table = book.table("Links", List.of(Column.of("Kind").withTint(), Column.wrapped("What happened"),
                Column.wrapped("Before").withTint(), Column.wrapped("After").withTint(), Column.of("Certainty")));
        for (LinkChange link : links.changes()) {
            String kind = link.kind().name().toLowerCase(Locale.ROOT);
            table.add(Arrays.asList(kind, link.text(), link.before().map(Differences::place).orElse(null),
                    link.after().map(Differences::place).orElse(null), link.certainty().name().toLowerCase(Locale.ROOT)),
                    TINTS.getOrDefault(Verdict.get(kind), Tint.NONE));
        }
        return Optional.of(table);
    }

    private static String place(LinkChange.Ends ends) {
        return (ends.from() + " " + ends.fromPort()).strip() + " - " + (ends.to() + " " + ends.toPort()).strip();
    }

    /** What stands for a section; an empty name is the device as a whole. */
    private String section(String name) {
        return name == null || name.isEmpty() ? "(whole device)" : label(name);
    }

    private String label(String name) {
        return name == null || name.isEmpty() ? null : labels.computeIfAbsent(name, Metamodel::label);
    }

    private static String coverage(boolean read, Coverage coverage) {
        return read ? coverage.getLiteral() : "not read";
    }
}
