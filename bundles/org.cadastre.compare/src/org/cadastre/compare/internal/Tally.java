package org.cadastre.compare.internal;

import org.cadastre.compare.model.ComparisonFactory;
import org.cadastre.compare.model.Counts;
import org.cadastre.compare.model.Verdict;

/** Adds up counts. */
final class Tally {

    private Tally() {
    }

    static Counts zero() {
        return ComparisonFactory.eINSTANCE.createCounts();
    }

    static void add(Counts counts, Verdict verdict, int number) {
        switch (verdict) {
            case UNCHANGED -> counts.setUnchanged(counts.getUnchanged() + number);
            case CHANGED -> counts.setChanged(counts.getChanged() + number);
            case ADDED -> counts.setAdded(counts.getAdded() + number);
            case REMOVED -> counts.setRemoved(counts.getRemoved() + number);
            case MOVED -> counts.setMoved(counts.getMoved() + number);
            case UNKNOWN -> counts.setUnknown(counts.getUnknown() + number);
            case VOLATILE -> counts.setVolatile(counts.getVolatile() + number);
        }
    }

    static void add(Counts counts, Counts more) {
        add(counts, Verdict.UNCHANGED, more.getUnchanged());
        add(counts, Verdict.CHANGED, more.getChanged());
        add(counts, Verdict.ADDED, more.getAdded());
        add(counts, Verdict.REMOVED, more.getRemoved());
        add(counts, Verdict.MOVED, more.getMoved());
        add(counts, Verdict.UNKNOWN, more.getUnknown());
        add(counts, Verdict.VOLATILE, more.getVolatile());
    }
}
