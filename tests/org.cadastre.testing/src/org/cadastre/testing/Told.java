package org.cadastre.testing;

import java.util.List;

import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.Verdict;

/**
 * One change, as far as a test foretells it.
 *
 * @param before for a whole element, how many elements went with it; so does after for one that came
 */
public record Told(String section, String element, String attribute, Verdict kind, String before, String after) {

    public static List<Told> of(DeviceComparison comparison) {
        return comparison.getChanges().stream().map(Told::of).toList();
    }

    public static Told of(Change change) {
        boolean whole = change.getAttribute().isEmpty();
        String before = change.getBefore();
        String after = change.getAfter();
        if (whole) {
            before = change.getKind() == Verdict.REMOVED ? String.valueOf(change.getElements()) : change.getElementBefore();
            after = change.getKind() == Verdict.ADDED ? String.valueOf(change.getElements()) : null;
        }
        return new Told(change.getSection(), change.getElement(), change.getAttribute(), change.getKind(), before, after);
    }
}
