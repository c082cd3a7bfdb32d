package org.cadastre.compare.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * What is to be compared of each class, worked out once per comparison from the metamodel's annotations. Thread-safe.
 */
final class FactSchema {

    /**
     * @param attributes neither provenance nor worked out from others
     * @param containments likewise
     * @param recognition sets of attributes, best first; two elements with the same values of one of them are the same
     *        thing under another key
     * @param travel attributes by which an element is known again on another device; empty when it cannot be
     */
    record Facts(List<EAttribute> attributes, List<EReference> containments, List<List<EAttribute>> recognition,
            List<EAttribute> travel) {
    }

    private final Map<EClass, Facts> known = new ConcurrentHashMap<>();

    Facts of(EClass type) {
        return known.computeIfAbsent(type, FactSchema::read);
    }

    /** Whether an element, without what it contains, says anything at all. */
    boolean hasFacts(EObject element) {
        return of(element.eClass()).attributes().stream().anyMatch(attribute -> hasValue(element, attribute));
    }

    /** Whether an attribute has a value. An empty text is none: no reader could tell the two apart. */
    static boolean hasValue(EObject element, EAttribute attribute) {
        return switch (element.eGet(attribute)) {
            case null -> false;
            case String text -> !text.isEmpty();
            case List<?> values -> !values.isEmpty();
            default -> true;
        };
    }

    /** Elements in a section or an element, as {@link Metamodel#countElements} counts them. */
    static int count(EObject container) {
        return Math.toIntExact(Metamodel.countElements(container));
    }

    private static Facts read(EClass type) {
        return new Facts(Metamodel.contentAttributes(type), Metamodel.contentReferences(type), recognition(type),
                marks(type, Metamodel.annotation(type, "movesWith").orElse("")));
    }

    private static List<List<EAttribute>> recognition(EClass type) {
        Optional<String> sets = Metamodel.annotation(type, "recognizedBy");
        return sets.stream().flatMap(text -> Arrays.stream(text.split(";")))
                .map(set -> marks(type, set)).toList();
    }

    private static List<EAttribute> marks(EClass type, String names) {
        return Arrays.stream(names.strip().split("\\s+")).filter(name -> !name.isEmpty())
                .map(name -> attribute(type, name)).toList();
    }

    private static EAttribute attribute(EClass type, String name) {
        EStructuralFeature feature = type.getEStructuralFeature(name);
        if (feature instanceof EAttribute attribute) {
            return attribute;
        }
        throw new IllegalStateException(
                "The metamodel knows a " + type.getName() + " by its " + name + ", which it does not have.");
    }
}
