package org.cadastre.export.excel.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.cadastre.compare.model.ComparedSnapshot;
import org.cadastre.compare.model.Counts;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Summary;

/** The first page of a comparison: what is proven unchanged, what was changed, and what cannot be known. */
final class Certificate {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Page page;

    Certificate(Page page) {
        this.page = page;
    }

    void write(SnapshotComparison comparison, SectionTotals totals, List<Table> tables) {
        Summary summary = comparison.getSummary();
        page.title("What was changed, and what was not");
        page.sentence("Snapshot \"" + comparison.getBefore().getLabel() + "\" of " + time(comparison.getBefore())
                + " was compared with snapshot \"" + comparison.getAfter().getLabel() + "\" of "
                + time(comparison.getAfter()) + ".");
        page.sentence(devices(summary.getDevices()));
        page.sentence(elements(summary.getElements()));
        if (summary.getDevicesProvenByHash() > 0) {
            page.sentence(proven(summary));
        }
        page.sentence(changes(totals.total(), summary));
        if (summary.getDevices().getUnknown() + summary.getElements().getUnknown() + summary.getSectionsUnknown() > 0) {
            page.sentence("What was not read well enough on one side is neither called changed nor unchanged nor removed. "
                    + "The sheet Unknown gives the reason for each.");
        }
        page.heading("In numbers");
        page.header(List.of("", "Unchanged", "Changed", "Added", "Removed", "Moved", "Unknown", "Together"));
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
        tables.forEach(table -> page.link(table, Arrays.asList(table.rows(), table.continuation())));
    }

    private static String devices(Counts counts) {
        return "Of " + number(sum(counts), "device") + ", " + number(counts.getUnchanged()) + " unchanged, "
                + number(counts.getChanged()) + " changed, " + number(counts.getAdded()) + " added, "
                + number(counts.getRemoved()) + " removed, " + number(counts.getUnknown())
                + " without a change that was seen but not wholly known.";
    }

    private static String elements(Counts counts) {
        return "Of " + number(sum(counts), "element") + " on them, " + number(counts.getUnchanged()) + " unchanged, "
                + number(counts.getChanged()) + " changed, " + number(counts.getAdded()) + " added, "
                + number(counts.getRemoved()) + " removed, " + number(counts.getMoved()) + " moved, "
                + number(counts.getUnknown()) + " not known on one side.";
    }

    private static String proven(Summary summary) {
        return "On " + number(summary.getDevicesProvenByHash(), "device") + " with "
                + number(summary.getElementsProvenByHash(), "element")
                + ", all that was read is proven the same by equal hashes.";
    }

    private static String changes(long total, Summary summary) {
        if (total == 0) {
            return "Nothing that was read on both sides has changed.";
        }
        String explained = summary.getChangesExplainedByMethod() == 0 ? ""
                : " " + number(summary.getChangesExplainedByMethod(), "of them", "of them")
                        + " may come from another way of reading; they are marked.";
        return "The sheet Changes lists " + number(total, "change") + " with the value before and after." + explained;
    }

    private void counts(String what, Counts counts) {
        page.row(Arrays.asList(what, counts.getUnchanged(), counts.getChanged(), counts.getAdded(), counts.getRemoved(),
                counts.getMoved(), counts.getUnknown(), sum(counts)));
    }

    private void snapshot(String side, ComparedSnapshot snapshot) {
        page.fact(side, snapshot.getLabel()).fact("  Started (UTC)", snapshot.getStarted())
                .fact("  Finished (UTC)", snapshot.getFinished()).fact("  Snapshot ID", snapshot.getId())
                .fact("  State ID", snapshot.getDevicesTree());
    }

    private static long sum(Counts counts) {
        return (long) counts.getUnchanged() + counts.getChanged() + counts.getAdded() + counts.getRemoved()
                + counts.getMoved() + counts.getUnknown();
    }

    private static String time(ComparedSnapshot snapshot) {
        Instant finished = snapshot.getFinished();
        return finished == null ? "unknown time" : TIME.format(finished);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String number(long count, String one) {
        return number(count, one, one + "s");
    }

    private static String number(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }
}
