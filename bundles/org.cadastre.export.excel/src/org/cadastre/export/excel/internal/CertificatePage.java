package org.cadastre.export.excel.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.cadastre.compare.Certificate;
import org.cadastre.compare.model.ComparedSnapshot;
import org.cadastre.compare.model.Counts;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Summary;

/** The first page of a comparison: what is proven unchanged, what was changed, and what cannot be known. */
final class CertificatePage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Page page;

    CertificatePage(Page page) {
        this.page = page;
    }

    /** @param lists the table of each number */
    void write(SnapshotComparison comparison, Map<Certificate.Part, Table> lists, SectionTotals totals, List<Table> tables) {
        Summary summary = comparison.getSummary();
        page.title("What was changed, and what was not");
        page.sentence("Snapshot \"" + comparison.getBefore().getLabel() + "\" of " + time(comparison.getBefore())
                + " was compared with snapshot \"" + comparison.getAfter().getLabel() + "\" of "
                + time(comparison.getAfter()) + ".");
        comparison.getWarnings().forEach(page::warning);
        certificate(summary, lists, totals.total());
        page.heading("In numbers");
        page.header(List.of("", "Unchanged", "Changed", "Added", "Removed", "Moved", "By themselves", "Unknown", "Together"));
        counts("Devices", summary.getDevices());
        counts("Elements", summary.getElements());
        if (totals.total() > 0) {
            page.heading("Changes by section");
            totals.write(page);
        }
        page.heading("Snapshots compared");
        snapshot("Before", comparison.getBefore());
        snapshot("After", comparison.getAfter());
        page.heading("Sheets");
        page.header(List.of("Sheet", "Rows", "Continued in"));
        tables.forEach(table -> page.link(table.name(), table, Arrays.asList(table.rows(), table.continuation())));
    }

    private void certificate(Summary summary, Map<Certificate.Part, Table> lists, long changes) {
        Counts elements = summary.getElements();
        page.heading("Of all that was read on both sides, on " + number(summary.getDevicesOnBothSides(), "device"));
        page.header(List.of("", "Elements"));
        number("Unchanged", lists.get(Certificate.Part.UNCHANGED), elements.getUnchanged(), proven(summary));
        number("Changed", lists.get(Certificate.Part.CHANGED),
                (long) elements.getChanged() + elements.getAdded() + elements.getRemoved() + elements.getMoved(), explained(summary));
        number("Changed by themselves", lists.get(Certificate.Part.VOLATILE), elements.getVolatile(), places(summary));
        number("Not comparable", lists.get(Certificate.Part.UNKNOWN), elements.getUnknown(), unknown(summary));
        page.gap();
        if (changes == 0) {
            page.sentence("Nothing that was read on both sides has changed.");
        }
        if (summary.getDevices().getUnknown() + elements.getUnknown() + summary.getSectionsUnknown() > 0) {
            page.sentence("What was not read well enough on one side is neither called changed nor unchanged nor removed. "
                    + "The sheet " + lists.get(Certificate.Part.UNKNOWN).name() + " gives the reason for each.");
        }
    }

    private void number(String what, Table list, long elements, String more) {
        page.link(what, list, List.of(elements, more));
    }

    private static String proven(Summary summary) {
        return summary.getDevicesProvenByHash() == 0 ? ""
                : "proven by equal hashes: " + number(summary.getElementsProvenByHash(), "element") + " on "
                        + number(summary.getDevicesProvenByHash(), "device");
    }

    private static String explained(Summary summary) {
        return summary.getChangesExplainedByMethod() == 0 ? ""
                : number(summary.getChangesExplainedByMethod(), "change") + " may come from another way of reading, and "
                        + (summary.getChangesExplainedByMethod() == 1 ? "is" : "are") + " marked";
    }

    private static String places(Summary summary) {
        return summary.getVolatileDifferences() == 0 ? ""
                : number(summary.getVolatileDifferences(), "difference") + " in "
                        + number(summary.getVolatilePlaces(), "known volatile place");
    }

    private static String unknown(Summary summary) {
        List<String> parts = new ArrayList<>();
        if (summary.getSectionsUnknown() > 0) {
            parts.add("in " + number(summary.getSectionsUnknown(), "section"));
        }
        if (summary.getDevicesNotCompared() > 0) {
            parts.add(number(summary.getDevicesNotCompared(), "device") + " not at all");
        }
        return String.join(", ", parts);
    }

    private void counts(String what, Counts counts) {
        page.row(Arrays.asList(what, counts.getUnchanged(), counts.getChanged(), counts.getAdded(), counts.getRemoved(),
                counts.getMoved(), counts.getVolatile(), counts.getUnknown(), sum(counts)));
    }

    private void snapshot(String side, ComparedSnapshot snapshot) {
        page.fact(side, snapshot.getLabel()).fact("  Started (UTC)", snapshot.getStarted())
                .fact("  Finished (UTC)", snapshot.getFinished()).fact("  Snapshot ID", snapshot.getId())
                .fact("  State ID", snapshot.getDevicesTree());
    }

    private static long sum(Counts counts) {
        return (long) counts.getUnchanged() + counts.getChanged() + counts.getAdded() + counts.getRemoved()
                + counts.getMoved() + counts.getVolatile() + counts.getUnknown();
    }

    private static String time(ComparedSnapshot snapshot) {
        Instant finished = snapshot.getFinished();
        return finished == null ? "unknown time" : TIME.format(finished);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String number(long count, String one) {
        return number(count) + " " + (count == 1 ? one : one + "s");
    }
}
