package org.cadastre.compare.internal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.cadastre.model.Coverage;
import org.cadastre.model.Section;
import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.common.util.Monitor;
import org.eclipse.emf.compare.CompareFactory;
import org.eclipse.emf.compare.Comparison;
import org.eclipse.emf.compare.ComparisonCanceledException;
import org.eclipse.emf.compare.Match;
import org.eclipse.emf.compare.match.IMatchEngine;
import org.eclipse.emf.compare.scope.IComparisonScope;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.InternalEList;

/**
 * Pairs the elements of two devices: sections by their class, elements within the same container by their keys, and
 * what is then left over in completely read sections by what the metamodel recognizes a thing by when its key changed
 * ({@code @Meta(recognizedBy="mac")}).
 *
 * <p>Precondition: left is the device after, right the device before. Postcondition: every element belongs to exactly one
 * match or to the content of an element without a partner, which gets one match for the whole. Time and memory grow in
 * step with the number of elements; EMF Compare's own engine compares contents by similarity, which is quadratic.
 */
final class KeyMatchEngine implements IMatchEngine {

    private final FactSchema schema;

    KeyMatchEngine(FactSchema schema) {
        this.schema = schema;
    }

    @Override
    public Comparison match(IComparisonScope scope, Monitor monitor) {
        Comparison comparison = CompareFactory.eINSTANCE.createComparison();
        Match root = match((EObject) scope.getLeft(), (EObject) scope.getRight());
        comparison.getMatches().add(root);
        pairContents(root, false, monitor);
        return comparison;
    }

    private void pairContents(Match parent, boolean complete, Monitor monitor) {
        EObject after = parent.getLeft();
        EObject before = parent.getRight();
        if (after == null || before == null) {
            return;
        }
        if (monitor.isCanceled()) {
            throw new ComparisonCanceledException();
        }
        boolean certain = complete || isComplete(after) && isComplete(before);
        for (EReference containment : schema.of(after.eClass()).containments()) {
            for (Match pair : pairs(containment, before, after, certain)) {
                ((InternalEList<Match>) parent.getSubmatches()).addUnique(pair);
                pairContents(pair, certain, monitor);
            }
        }
    }

    private List<Match> pairs(EReference containment, EObject before, EObject after, boolean certain) {
        Map<List<Object>, EObject> gone = byPlace(children(before, containment));
        List<EObject> come = new ArrayList<>();
        List<Match> matches = new ArrayList<>();
        byPlace(children(after, containment)).forEach((place, element) -> {
            EObject partner = gone.remove(place);
            if (partner == null) {
                come.add(element);
            } else {
                matches.add(match(element, partner));
            }
        });
        List<EObject> left = new ArrayList<>(gone.values());
        if (certain) {
            for (List<EAttribute> marks : schema.of(containment.getEReferenceType()).recognition()) {
                matches.addAll(recognize(left, come, marks));
            }
        }
        left.forEach(element -> matches.add(match(null, element)));
        come.forEach(element -> matches.add(match(element, null)));
        return matches;
    }

    /** Pairs what has another key but the same marks, and takes it out of both lists. */
    private static List<Match> recognize(List<EObject> gone, List<EObject> come, List<EAttribute> marks) {
        Map<List<Object>, List<EObject>> after = byMarks(come, marks);
        Map<EObject, EObject> pairs = new IdentityHashMap<>();
        List<Match> matches = new ArrayList<>();
        byMarks(gone, marks).forEach((values, old) -> {
            List<EObject> now = after.getOrDefault(values, List.of());
            // Two candidates for one place: nobody knows which is which.
            if (old.size() == 1 && now.size() == 1) {
                matches.add(match(now.getFirst(), old.getFirst()));
                pairs.put(old.getFirst(), now.getFirst());
                pairs.put(now.getFirst(), old.getFirst());
            }
        });
        gone.removeIf(pairs::containsKey);
        come.removeIf(pairs::containsKey);
        return matches;
    }

    /** Elements by what they are found by within their container: the keys, or the class where there are none. */
    private static Map<List<Object>, EObject> byPlace(List<EObject> elements) {
        Map<List<Object>, EObject> result = LinkedHashMap.newLinkedHashMap(elements.size());
        for (EObject element : elements) {
            List<Object> key = Metamodel.keyOf(element);
            List<Object> place = key.isEmpty() ? List.of(element.eClass()) : key;
            // Canonical files hold no two elements of one key; should there be some all the same, none is lost.
            for (int n = 2; result.putIfAbsent(place, element) != null; n++) {
                place = List.of(key, element.eClass(), n);
            }
        }
        return result;
    }

    private static Map<List<Object>, List<EObject>> byMarks(List<EObject> elements, List<EAttribute> marks) {
        Map<List<Object>, List<EObject>> result = new LinkedHashMap<>();
        for (EObject element : elements) {
            if (marks.stream().allMatch(mark -> mark.getEContainingClass().isInstance(element)
                    && FactSchema.hasValue(element, mark))) {
                List<Object> values = marks.stream().map(element::eGet).toList();
                result.computeIfAbsent(values, none -> new ArrayList<>()).add(element);
            }
        }
        return result;
    }

    @SuppressWarnings("unchecked")
    private static List<EObject> children(EObject container, EReference containment) {
        return switch (container.eGet(containment)) {
            case null -> List.of();
            case List<?> many -> (List<EObject>) many;
            case EObject one -> List.of(one);
            default -> throw new IllegalStateException(containment.getName() + " is no containment");
        };
    }

    private static boolean isComplete(EObject element) {
        return element instanceof Section section && section.getCoverage() == Coverage.COMPLETE;
    }

    private static Match match(EObject after, EObject before) {
        Match match = CompareFactory.eINSTANCE.createMatch();
        match.setLeft(after);
        match.setRight(before);
        return match;
    }
}
