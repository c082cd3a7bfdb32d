package org.cadastre.model.canonical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.cadastre.model.Coverage;
import org.cadastre.model.Section;
import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Gives a model the one order in which it is saved. Holds afterwards: keyed elements are sorted by their keys and no two
 * of a container have the same; sections are sorted by class; sets are sorted; texts hold only characters that XML 1.0
 * knows.
 */
final class Normalization {

    private static final Comparator<Object> VALUES = Comparator.nullsFirst(Normalization::compareValues);
    private static final Comparator<List<Object>> KEYS = Normalization::compareKeys;

    private Normalization() {
    }

    static void apply(EObject object) {
        for (EAttribute attribute : object.eClass().getEAllAttributes()) {
            if (!attribute.isTransient() && object.eIsSet(attribute)) {
                normalize(object, attribute);
            }
        }
        for (EReference containment : object.eClass().getEAllContainments()) {
            if (containment.isMany()) {
                @SuppressWarnings("unchecked")
                EList<EObject> children = (EList<EObject>) object.eGet(containment);
                children.forEach(Normalization::apply);
                sort(children, containment);
            } else if (object.eGet(containment) instanceof EObject child) {
                apply(child);
            }
        }
    }

    private static void normalize(EObject object, EAttribute attribute) {
        boolean text = attribute.getEAttributeType() == EcorePackage.Literals.ESTRING;
        if (attribute.isMany()) {
            @SuppressWarnings("unchecked")
            EList<Object> values = (EList<Object>) object.eGet(attribute);
            List<Object> normal = new ArrayList<>(values);
            if (text) {
                normal.replaceAll(value -> printable((String) value));
            }
            if (!attribute.isOrdered()) {
                normal.sort(VALUES);
            }
            if (!normal.equals(values)) {
                values.clear();
                values.addAll(normal);
            }
        } else if (text) {
            String value = (String) object.eGet(attribute);
            String normal = printable(value);
            if (!normal.equals(value)) {
                object.eSet(attribute, normal);
            }
        }
    }

    private static void sort(EList<EObject> children, EReference containment) {
        if (children.size() < 2) {
            return;
        }
        if (containment.getEKeys().isEmpty()) {
            List<EObject> sorted = new ArrayList<>(children);
            sorted.sort(Comparator.comparing(child -> name(child.eClass())));
            replace(children, sorted);
            return;
        }
        Map<List<Object>, EObject> byKey = new TreeMap<>(KEYS);
        List<EObject> duplicates = new ArrayList<>();
        for (EObject child : children) {
            EObject same = byKey.putIfAbsent(Metamodel.keyOf(child), child);
            if (same != null) {
                duplicates.add(child);
                if (VALUES_OF.compare(child, same) < 0) {
                    byKey.put(Metamodel.keyOf(child), child);
                }
                if (!EcoreUtil.equals(same, child)) {
                    reportAmbiguity(child, containment);
                }
            }
        }
        if (!duplicates.isEmpty() || !List.copyOf(byKey.values()).equals(children)) {
            replace(children, List.copyOf(byKey.values()));
        }
    }

    /** Clearing first: an EMF list that moves its elements one by one needs quadratic time. */
    private static void replace(EList<EObject> children, List<EObject> sorted) {
        if (!sorted.equals(children)) {
            children.clear();
            children.addAll(sorted);
        }
    }

    /** Two different elements under one key: the device contradicts itself, and one of the two statements is lost. */
    private static void reportAmbiguity(EObject element, EReference containment) {
        for (EObject above = element.eContainer(); above != null; above = above.eContainer()) {
            if (above instanceof Section section && section.getCoverage() == Coverage.COMPLETE) {
                section.setCoverage(Coverage.PARTIAL);
                section.setReason("the device gave several different entries for one of the "
                        + Metamodel.label(containment).toLowerCase(java.util.Locale.ROOT) + "; one was kept");
            }
        }
    }

    /** Any total order over the contents will do: it only makes the choice among duplicates independent of their order. */
    private static final Comparator<EObject> VALUES_OF = Comparator.comparing(Normalization::contents);

    private static String contents(EObject element) {
        StringBuilder text = new StringBuilder();
        for (EAttribute attribute : element.eClass().getEAllAttributes()) {
            text.append(Metamodel.text(attribute, element.eGet(attribute))).append('\0');
        }
        element.eContents().forEach(child -> text.append(contents(child)));
        return text.toString();
    }

    private static int compareKeys(List<Object> left, List<Object> right) {
        for (int i = 0; i < left.size(); i++) {
            int order = VALUES.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @SuppressWarnings({ "unchecked", "rawtypes" })
    private static int compareValues(Object left, Object right) {
        return ((Comparable) left).compareTo(right);
    }

    private static String name(EClass type) {
        return type.getEPackage().getNsPrefix() + "." + type.getName();
    }

    /**
     * XML 1.0 has no place for control characters; they are shown as the control pictures of Unicode (U+2400 and
     * following), lone surrogates as U+FFFD.
     */
    static String printable(String text) {
        int clean = 0;
        while (clean < text.length() && isPlain(text.charAt(clean))) {
            clean++;
        }
        if (clean == text.length()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(character -> result.appendCodePoint(pictured(character)));
        return result.toString();
    }

    private static boolean isPlain(char character) {
        return character >= ' ' && character < 0x7f || character >= 0xa0 && character < Character.MIN_SURROGATE
                || character == '\n' || character == '\t';
    }

    private static int pictured(int character) {
        if (character == '\n' || character == '\t') {
            return character;
        }
        if (character < ' ') {
            return 0x2400 + character;
        }
        if (character == 0x7f) {
            return 0x2421;
        }
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean noCharacter = character == 0xfffe || character == 0xffff || character >= 0x80 && character < 0xa0;
        return surrogate || noCharacter ? 0xfffd : character;
    }
}
