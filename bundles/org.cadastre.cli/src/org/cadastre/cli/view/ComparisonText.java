package org.cadastre.cli.view;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Colour;
import org.cadastre.cli.terminal.Printable;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.terminal.TextTable;
import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.ComparedSnapshot;
import org.cadastre.compare.model.Counts;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Summary;
import org.cadastre.compare.model.Unknown;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.Coverage;
import org.cadastre.model.metamodel.Metamodel;

/** Prints a comparison: first what is proven unchanged and how much is not, then every change, then what cannot be known. */
public final class ComparisonText {

    private static final Map<Verdict, Colour> COLOURS = Map.of(Verdict.ADDED, Colour.GREEN, Verdict.REMOVED, Colour.RED,
            Verdict.CHANGED, Colour.YELLOW, Verdict.MOVED, Colour.BLUE);
    /** As wide as the longest word for a kind. */
    private static final int KIND_WIDTH = 9;

    private final Terminal terminal;

    public ComparisonText(Terminal terminal) {
        this.terminal = terminal;
    }

    public void print(SnapshotComparison comparison) {
        snapshot("compare.before", comparison.getBefore());
        snapshot("compare.after", comparison.getAfter());
        line("");
        counts(comparison.getSummary());
        List<DeviceComparison> changed = comparison.getDevices().stream().filter(device -> !device.getChanges().isEmpty()).toList();
        if (changed.isEmpty()) {
            line("");
            line(Colour.BOLD.of(Messages.text("compare.nothing"), terminal));
        } else {
            groups(comparison);
            Map<String, String> names = comparison.getDevices().stream()
                    .collect(Collectors.toMap(DeviceComparison::getDevice, DeviceComparison::getName));
            changed.forEach(device -> changes(device, names));
        }
        unknowns(comparison);
    }

    private void groups(SnapshotComparison comparison) {
        if (!comparison.getGroups().isEmpty()) {
            line("");
            line(Colour.BOLD.of(Messages.text("compare.inShort"), terminal));
            comparison.getGroups().forEach(group -> line("  " + Printable.line(group.getTitle())));
        }
    }

    private void snapshot(String side, ComparedSnapshot snapshot) {
        line(Messages.text(side, Printable.line(snapshot.getLabel()), Moments.local(snapshot.getFinished()),
                snapshot.getId().substring(0, 10)));
    }

    private void counts(Summary summary) {
        TextTable table = new TextTable(List.of("", "UNCHANGED", "CHANGED", "ADDED", "REMOVED", "MOVED", "UNKNOWN"));
        table.add(row(Messages.text("compare.devices"), summary.getDevices()));
        table.add(row(Messages.text("compare.elements"), summary.getElements()));
        table.print(terminal, "");
        if (summary.getDevicesProvenByHash() > 0) {
            line(Messages.text("compare.proven", Messages.count(summary.getDevicesProvenByHash(), "noun.device"),
                    Messages.count(summary.getElementsProvenByHash(), "noun.element")));
        }
    }

    private static List<Object> row(String name, Counts counts) {
        return Arrays.asList(name, counts.getUnchanged(), counts.getChanged(), counts.getAdded(), counts.getRemoved(),
                counts.getMoved(), counts.getUnknown());
    }

    private void changes(DeviceComparison device, Map<String, String> names) {
        line("");
        line(Colour.BOLD.of(Printable.line(device.getName()), terminal) + "  " + Colour.DIM.of(device.getDevice(), terminal));
        if (device.getReason() != null && !device.getReason().isEmpty()) {
            line("  " + Printable.line(device.getReason()));
        }
        Map<String, List<Change>> bySection = device.getChanges().stream().collect(Collectors.groupingBy(
                change -> Objects.requireNonNullElse(change.getSection(), ""), LinkedHashMap::new, Collectors.toList()));
        bySection.forEach((section, changes) -> {
            line("  " + (section.isEmpty() ? Messages.text("compare.wholeDevice") : Metamodel.label(section)));
            changes.forEach(change -> line("    " + change(change, names)));
        });
        if (device.getChanges().stream().anyMatch(Change::isExplainedByMethod)) {
            line("  " + Messages.text("compare.methodNote"));
        }
    }

    private String change(Change change, Map<String, String> names) {
        String kind = change.getKind().getLiteral() + (change.isExplainedByMethod() ? "?" : "");
        StringBuilder text = new StringBuilder(COLOURS.getOrDefault(change.getKind(), Colour.NONE)
                .of(kind + " ".repeat(Math.max(1, KIND_WIDTH - kind.length())), terminal));
        text.append(Printable.line(what(change)));
        switch (change.getKind()) {
            case ADDED -> append(text, change, change.getAfter());
            case REMOVED -> append(text, change, change.getBefore());
            case MOVED -> text.append(Printable.line(moved(change, names)));
            default -> text.append(": ").append(value(change.getBefore())).append(" -> ").append(value(change.getAfter()));
        }
        return text.toString();
    }

    private static String what(Change change) {
        String element = Objects.requireNonNullElse(change.getElement(), "");
        String attribute = change.getAttribute() == null || change.getAttribute().isEmpty() ? ""
                : Metamodel.label(change.getAttribute());
        return element.isEmpty() || attribute.isEmpty() ? element + attribute : element + " " + attribute;
    }

    private static String moved(Change change, Map<String, String> names) {
        StringBuilder text = new StringBuilder();
        if (change.getElementBefore() != null) {
            text.append(Messages.text("compare.movedFrom", change.getElementBefore()));
        }
        if (change.getOtherDevice() != null) {
            text.append(Messages.text("compare.otherDevice",
                    names.getOrDefault(change.getOtherDevice(), change.getOtherDevice())));
        }
        return text.toString();
    }

    /** The value of an attribute, or what is told of a whole element. */
    private static void append(StringBuilder text, Change change, String value) {
        if (value != null && !value.isEmpty()) {
            boolean whole = change.getAttribute() == null || change.getAttribute().isEmpty();
            text.append(whole ? "  " : ": ").append(Printable.line(value));
        }
    }

    private static String value(String value) {
        return value == null ? Messages.text("compare.noValue") : value.isEmpty() ? "\"\"" : Printable.line(value);
    }

    private void unknowns(SnapshotComparison comparison) {
        List<DeviceComparison> devices = comparison.getDevices().stream().filter(device -> !device.getUnknowns().isEmpty()).toList();
        if (devices.isEmpty()) {
            return;
        }
        line("");
        line(Colour.BOLD.of(Messages.text("compare.cannotBeKnown"), terminal));
        for (DeviceComparison device : devices) {
            line("  " + Printable.line(device.getName()));
            for (Unknown unknown : device.getUnknowns()) {
                String section = unknown.getSection() == null || unknown.getSection().isEmpty()
                        ? Messages.text("compare.wholeDevice") : Metamodel.label(unknown.getSection());
                line("    " + section + " (" + coverage(unknown.isSetCoverageBefore(), unknown.getCoverageBefore()) + " -> "
                        + coverage(unknown.isSetCoverageAfter(), unknown.getCoverageAfter()) + "): "
                        + Printable.line(unknown.getReason()));
            }
        }
    }

    private static String coverage(boolean read, Coverage coverage) {
        return read ? coverage.getLiteral() : Messages.text("compare.notThere");
    }

    private void line(String text) {
        terminal.line(text);
    }
}
