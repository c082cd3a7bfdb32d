package org.cadastre.compare;

import java.util.Collection;
import java.util.List;

import org.cadastre.compare.condense.CondensingRule;
import org.cadastre.compare.internal.Noise;
import org.cadastre.compare.internal.Pipeline;
import org.cadastre.compare.internal.condense.Condensation;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.repository.VolatilePlace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Compares two snapshots of one estate: what was changed, what is proven unchanged, and what cannot be known.
 *
 * <pre>{@code
 * SnapshotComparison result = new SnapshotComparer().compare(
 *         estate.read(estate.find("before")), estate.read(estate.find("after")), Progress.none());
 * }</pre>
 *
 * <p>Thread-safe. Two equal snapshots are told from two object ids; else the cost grows with the devices that differ, and
 * no more of them are in memory at a time than there are processors. What is taken for certain is told in
 * docs/comparison.md.
 */
@Component(service = SnapshotComparer.class)
public final class SnapshotComparer {

    private final Condensation condensation;

    /** With the rules for groups of changes that come with the comparison. */
    public SnapshotComparer() {
        this(Condensation.standardRules());
    }

    /** With the rules for groups of changes that all installed bundles contribute. */
    @Activate
    public SnapshotComparer(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<CondensingRule> rules) {
        this.condensation = new Condensation(rules);
    }

    /** As below, on an estate where nothing is known to change by itself: every difference is a change. */
    public SnapshotComparison compare(SnapshotReader before, SnapshotReader after, Progress progress)
            throws EstateException, InterruptedException {
        return compare(before, after, List.of(), progress);
    }

    /**
     * @param known places that change by themselves; differences there are counted and told apart from the changes
     * @throws EstateException when the snapshots are of two estates, or when the record of one cannot be read. A single
     *         device that cannot be read is told in the result
     * @throws InterruptedException when the thread was interrupted; nothing goes on in the background
     */
    public SnapshotComparison compare(SnapshotReader before, SnapshotReader after, Collection<VolatilePlace> known,
            Progress progress) throws EstateException, InterruptedException {
        try {
            SnapshotComparison result = new Pipeline(before, after, new Noise(known), progress).run();
            condensation.condense(result);
            return result;
        } catch (EstateException unreadable) {
            if (unreadable.isInterruption()) {
                throw new InterruptedException();
            }
            throw unreadable;
        }
    }
}
