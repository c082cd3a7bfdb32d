package org.cadastre.cli.view;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.cadastre.analysis.links.LinkChange;
import org.cadastre.analysis.links.LinkChanges;
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
import org.cadastre.model.Coverage;

/** Prints a comparison: first what is proven unchanged and how much is not, then every change, then what cannot be known. */
public final class ComparisonText {

    private final Terminal terminal;

    public ComparisonText(Terminal terminal) {
        this.terminal = terminal;
    }

    public void print(SnapshotComparison comparison, LinkChanges links) {
        snapshot("compare.before", comparison.getBefore());
        snapshot("compare.after", comparison.getAfter());
        line("");
        comparison.getWarnings().forEach(warning -> line(Colour.YELLOW.of(Printable.line(warning), terminal)));
        certificate(comparison.getSummary());
        counts(comparison.getSummary());
        List<DeviceComparison> changed = comparison.getDevices().stream().filter(device -> !device.getChanges().isEmpty()).toList();
        if (changed.isEmpty()) {
            line("");
            line(Colour.BOLD.of(Messages.text("compare.nothing"), terminal));
        } else {
            groups(comparison);
            ChangeText text = new ChangeText(terminal, comparison.getDevices());
            changed.forEach(device -> changes(device, text));
        }
        links(links);
        volatilePlaces(comparison);
        unknowns(comparison);
    }

    private void links(LinkChanges links) {
        if (!links.changes().isEmpty() || links.unknown() > 0) {
            line("");
            line(Colour.BOLD.of(Messages.text("compare.links"), terminal));
            for (LinkChange link : links.changes()) {
                line("  " + String.format("%-9s", Messages.text("compare.link." + link.kind().name())) + Printable.line(link.text()));
            }
            if (links.unknown() > 0) {
                line("  " + Messages.text("compare.links.unknown", Messages.count(links.unknown(), "noun.link")));
            }
        }
    }

    /** What nobody else says, so it comes first: what is certain not to have changed, and what is not certain. */
    private void certificate(Summary summary) {
        Counts elements = summary.getElements();
        long changed = (long) elements.getChanged() + elements.getAdded() + elements.getRemoved() + elements.getMoved();
        line(Colour.BOLD.of(Messages.text("compare.certificate", Messages.count(summary.getDevicesOnBothSides(), "noun.device")),
                terminal));
        part("unchanged", elements.getUnchanged(), summary.getDevicesProvenByHash() == 0 ? ""
                : Messages.text("compare.certificate.proven", Messages.count(summary.getElementsProvenByHash(), "noun.element"),
                        Messages.count(summary.getDevicesProvenByHash(), "noun.device")));
        part("changed", changed, "");
        if (summary.getVolatileDifferences() > 0) {
            part("volatile", elements.getVolatile(),
                    Messages.text("compare.certificate.places", Messages.count(summary.getVolatileDifferences(), "noun.difference"),
                            Messages.count(summary.getVolatilePlaces(), "noun.volatilePlace")));
        }
        part("unknown", elements.getUnknown(), unknown(summary));
        line("");
    }

    private void part(String key, long elements, String more) {
        line("  " + String.format("%-16s", Messages.text("compare.certificate." + key)) + Messages.count(elements, "noun.element") + more);
    }

    private static String unknown(Summary summary) {
        StringBuilder more = new StringBuilder();
        if (summary.getSectionsUnknown() > 0) {
            more.append(Messages.text("compare.certificate.sections", Messages.count(summary.getSectionsUnknown(), "noun.section")));
        }
        if (summary.getDevicesNotCompared() > 0) {
            more.append(Messages.text("compare.certificate.devices", Messages.count(summary.getDevicesNotCompared(), "noun.device")));
        }
        return more.toString();
    }

    private void volatilePlaces(SnapshotComparison comparison) {
        List<DeviceComparison> devices = comparison.getDevices().stream().filter(device -> !device.getVolatileChanges().isEmpty())
                .toList();
        if (!devices.isEmpty()) {
            line("");
            line(Colour.BOLD.of(Messages.text("compare.volatile"), terminal));
            ChangeText text = new ChangeText(terminal, comparison.getDevices());
            for (DeviceComparison device : devices) {
                line("  " + Printable.line(device.getName()));
                device.getVolatileChanges().forEach(
                        change -> line("    " + ChangeText.section(change.getSection()) + ": " + text.of(change)));
            }
        }
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
        TextTable table = new TextTable(List.of("", "UNCHANGED", "CHANGED", "ADDED", "REMOVED", "MOVED", "VOLATILE", "UNKNOWN"));
        table.add(row(Messages.text("compare.devices"), summary.getDevices()));
        table.add(row(Messages.text("compare.elements"), summary.getElements()));
        table.print(terminal, "");
    }

    private static List<Object> row(String name, Counts counts) {
        return Arrays.asList(name, counts.getUnchanged(), counts.getChanged(), counts.getAdded(), counts.getRemoved(),
                counts.getMoved(), counts.getVolatile() == 0 ? null : counts.getVolatile(), counts.getUnknown());
    }

    private void changes(DeviceComparison device, ChangeText text) {
        line("");
        line(Colour.BOLD.of(Printable.line(device.getName()), terminal) + "  " + Colour.DIM.of(device.getDevice(), terminal));
        if (device.getReason() != null && !device.getReason().isEmpty()) {
            line("  " + Printable.line(device.getReason()));
        }
        Map<String, List<Change>> bySection = device.getChanges().stream().collect(Collectors.groupingBy(
                change -> Objects.requireNonNullElse(change.getSection(), ""), LinkedHashMap::new, Collectors.toList()));
        bySection.forEach((section, changes) -> {
            line("  " + ChangeText.section(section));
            changes.forEach(change -> line("    " + text.of(change)));
        });
        if (device.getChanges().stream().anyMatch(Change::isExplainedByMethod)) {
            line("  " + Messages.text("compare.methodNote"));
        }
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
                line("    " + ChangeText.section(unknown.getSection()) + " (" + coverage(unknown.isSetCoverageBefore(), unknown.getCoverageBefore()) + " -> "
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
