package org.cadastre.compare.internal.condense;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.cadastre.compare.condense.ChangeOnDevice;
import org.cadastre.compare.condense.Condensed;
import org.cadastre.compare.condense.CondensingRule;
import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.ChangeGroup;
import org.cadastre.compare.model.ComparisonFactory;
import org.cadastre.compare.model.Significance;
import org.cadastre.compare.model.SnapshotComparison;
import org.eclipse.emf.ecore.util.InternalEList;

/**
 * Puts changes that belong together into groups, rule by rule. Postcondition: every change is in its device's list as before
 * and in one group at most; the largest group comes first.
 */
public final class Condensation {

    private static final Comparator<ChangeGroup> LARGEST_FIRST = Comparator
            .<ChangeGroup>comparingInt(group -> -group.getChanges().size()).thenComparing(ChangeGroup::getTitle);

    private final List<CondensingRule> rules;

    public Condensation(List<CondensingRule> rules) {
        this.rules = rules.stream()
                .sorted(Comparator.comparingInt(CondensingRule::rank).thenComparing(CondensingRule::name)).toList();
    }

    /** The rules that come with the comparison. */
    public static List<CondensingRule> standardRules() {
        return List.of(new ReplacedRule(), new MethodRule(), new InstalledTogetherRule(), new SameKindRule());
    }

    /** Adds the groups to a comparison. */
    public void condense(SnapshotComparison comparison) {
        List<ChangeOnDevice> free = comparison.getDevices().stream()
                .flatMap(device -> device.getChanges().stream().map(change -> new ChangeOnDevice(device, change))).toList();
        List<ChangeGroup> groups = new ArrayList<>();
        for (CondensingRule rule : rules) {
            Set<Change> taken = new HashSet<>();
            for (Condensed condensed : rule.condense(free)) {
                List<Change> changes = condensed.changes().stream().map(ChangeOnDevice::change)
                        .filter(change -> !taken.contains(change)).toList();
                if (changes.size() > 1) {
                    taken.addAll(changes);
                    groups.add(group(rule, condensed, changes));
                }
            }
            free = free.stream().filter(each -> !taken.contains(each.change())).toList();
        }
        groups.sort(LARGEST_FIRST);
        comparison.getGroups().addAll(groups);
    }

    private static ChangeGroup group(CondensingRule rule, Condensed condensed, List<Change> changes) {
        ChangeGroup group = ComparisonFactory.eINSTANCE.createChangeGroup();
        group.setRule(rule.name());
        group.setTitle(condensed.title());
        group.setSignificance(changes.stream().map(Change::getSignificance).max(Comparator.naturalOrder())
                .orElse(Significance.NORMAL));
        ((InternalEList<Change>) group.getChanges()).addAllUnique(changes);
        return group;
    }
}
