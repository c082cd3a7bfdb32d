package org.cadastre.compare.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.emf.common.util.Monitor;
import org.eclipse.emf.compare.Comparison;
import org.eclipse.emf.compare.ComparisonCanceledException;
import org.eclipse.emf.compare.DifferenceKind;
import org.eclipse.emf.compare.DifferenceSource;
import org.eclipse.emf.compare.Match;
import org.eclipse.emf.compare.diff.DiffBuilder;
import org.eclipse.emf.compare.diff.IDiffEngine;
import org.eclipse.emf.compare.diff.IDiffProcessor;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EReference;

/**
 * Finds what differs between the two sides of each match: an element without a partner (one difference for all of it), an
 * attribute with another value, a value more or less in a many-valued one, another order where order means something.
 *
 * <p>EMF Compare's default engine works out a longest common subsequence of every list, in time and memory that grow with
 * the product of the two lengths: 200,000 elements would need 160 GB. Here lists of elements are matched by key already,
 * and lists of values are compared by counting, so that time grows in step with the number of elements.
 *
 * <p>Precondition: the matches of {@link KeyMatchEngine}.
 */
final class FactDiffEngine implements IDiffEngine {

    private final FactSchema schema;
    private final IDiffProcessor differences = new DiffBuilder();

    FactDiffEngine(FactSchema schema) {
        this.schema = schema;
    }

    @Override
    public void diff(Comparison comparison, Monitor monitor) {
        for (Match match : comparison.getMatches()) {
            diff(match, monitor);
        }
    }

    private void diff(Match match, Monitor monitor) {
        if (monitor.isCanceled()) {
            throw new ComparisonCanceledException();
        }
        for (EAttribute attribute : schema.of(match.getLeft().eClass()).attributes()) {
            if (attribute.isMany()) {
                diffValues(match, attribute);
            } else if (FactSchema.hasValue(match.getLeft(), attribute) || FactSchema.hasValue(match.getRight(), attribute)) {
                Object value = match.getLeft().eGet(attribute);
                if (!Objects.equals(value, match.getRight().eGet(attribute))) {
                    attribute(match, attribute, value, DifferenceKind.CHANGE);
                }
            }
        }
        for (Match child : match.getSubmatches()) {
            if (child.getLeft() == null) {
                differences.referenceChange(match, (EReference) child.getRight().eContainingFeature(), child.getRight(),
                        DifferenceKind.DELETE, DifferenceSource.LEFT);
            } else if (child.getRight() == null) {
                differences.referenceChange(match, (EReference) child.getLeft().eContainingFeature(), child.getLeft(),
                        DifferenceKind.ADD, DifferenceSource.LEFT);
            } else {
                diff(child, monitor);
            }
        }
    }

    private void diffValues(Match match, EAttribute attribute) {
        List<?> after = (List<?>) match.getLeft().eGet(attribute);
        List<?> before = (List<?>) match.getRight().eGet(attribute);
        if (after.equals(before)) {
            return;
        }
        List<Object> gone = without(before, after);
        List<Object> come = without(after, before);
        gone.forEach(value -> attribute(match, attribute, value, DifferenceKind.DELETE));
        come.forEach(value -> attribute(match, attribute, value, DifferenceKind.ADD));
        if (attribute.isOrdered() && !without(before, gone).equals(without(after, come))) {
            attribute(match, attribute, null, DifferenceKind.MOVE);
        }
    }

    /** The values less the given ones, each as often as it is given, in their order. */
    private static List<Object> without(List<?> values, List<?> less) {
        Map<Object, Integer> count = HashMap.newHashMap(less.size());
        less.forEach(value -> count.merge(value, 1, Integer::sum));
        List<Object> rest = new ArrayList<>();
        for (Object value : values) {
            int left = count.getOrDefault(value, 0);
            if (left == 0) {
                rest.add(value);
            } else {
                count.put(value, left - 1);
            }
        }
        return rest;
    }

    private void attribute(Match match, EAttribute attribute, Object value, DifferenceKind kind) {
        differences.attributeChange(match, attribute, value, kind, DifferenceSource.LEFT);
    }
}
