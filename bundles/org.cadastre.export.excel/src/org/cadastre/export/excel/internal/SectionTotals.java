package org.cadastre.export.excel.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.Verdict;

/** Counts the changes by label of the section and kind. */
final class SectionTotals {

    private static final List<Verdict> KINDS = List.of(Verdict.CHANGED, Verdict.ADDED, Verdict.REMOVED, Verdict.MOVED);

    private final Map<String, long[]> counts = new TreeMap<>();
    private long total;

    void count(String label, Change change) {
        counts.computeIfAbsent(label, section -> new long[KINDS.size()])
                [KINDS.indexOf(change.getKind())]++;
        total++;
    }

    long total() {
        return total;
    }

    /** Writes a small table with a row for each section that has changes. */
    void write(Page page) {
        page.header(List.of("Section", "Changed", "Added", "Removed", "Moved"));
        counts.forEach((section, row) -> page.row(
                Arrays.asList(section, value(row[0]), value(row[1]), value(row[2]), value(row[3])), Tint.NONE,
                tint(row[0], Tint.CHANGED), tint(row[1], Tint.ADDED), tint(row[2], Tint.REMOVED), tint(row[3], Tint.MOVED)));
    }

    private static Object value(long count) {
        return count == 0 ? null : (Object) count;
    }

    private static Tint tint(long count, Tint tint) {
        return count == 0 ? Tint.NONE : tint;
    }
}
