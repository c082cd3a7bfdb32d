package org.cadastre.model.metamodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.cadastre.model.CadastrePackage;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * What the metamodel says about a section, an element or a value. Everything that is generic (canonical form, comparison,
 * trees, tables, documents) asks here instead of knowing section classes.
 *
 * <p>Pure functions over Ecore, safe for any thread.
 */
public final class Metamodel {

    /** Source of the annotations in the Xcore files ({@code @Meta(...)}). */
    public static final String ANNOTATION = "urn:cadastre:metamodel";

    /** Between the words of a name in camel case. */
    private static final Pattern WORDS = Pattern.compile("(?<=[\\p{Lower}\\d])(?=\\p{Upper})");
    private static final Map<String, String> ACRONYMS = List
            .of("DNS", "UID", "GID", "MAC", "MTU", "BIOS", "UUID", "ID", "IP", "SSH", "SNMP", "VLAN", "CPU", "UPS", "PID", "OS")
            .stream().collect(Collectors.toMap(acronym -> acronym.toLowerCase(Locale.ROOT), acronym -> acronym));

    private Metamodel() {
    }

    /** The attributes that identify an element within a containment, in order; empty for a single-valued one. */
    public static List<EAttribute> keys(EReference containment) {
        return containment.getEKeys();
    }

    /** The values of an element's keys, in order, null for one without a value; empty for an element without keys. */
    public static List<Object> keyOf(EObject element) {
        EReference containment = element.eContainmentFeature();
        if (containment == null) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(containment.getEKeys().size());
        for (EAttribute key : containment.getEKeys()) {
            values.add(element.eGet(key));
        }
        return values;
    }

    /**
     * An element within its container, as shown to people: "users[alice]", "packages[nginx,amd64,dpkg]". Keys without a
     * value at the end are left out. A backslash stands before "\", "," and "]" inside a key.
     */
    public static String segment(EObject element) {
        EReference containment = element.eContainmentFeature();
        List<EAttribute> keys = containment.getEKeys();
        if (keys.isEmpty()) {
            return containment.getName();
        }
        List<String> texts = new ArrayList<>();
        for (EAttribute key : keys) {
            texts.add(escape(text(key, element.eGet(key))));
        }
        while (texts.size() > 1 && texts.getLast().isEmpty()) {
            texts.removeLast();
        }
        return containment.getName() + "[" + String.join(",", texts) + "]";
    }

    /**
     * The path from an element's section to the element, "interfaces[eth0]/addresses[192.0.2.7]"; empty for a section or
     * for an object outside of any section.
     */
    public static String path(EObject element) {
        if (isSection(element.eClass()) || element.eContainer() == null) {
            return "";
        }
        String above = path(element.eContainer());
        return above.isEmpty() ? segment(element) : above + "/" + segment(element);
    }

    public static boolean isSection(EClass type) {
        return CadastrePackage.Literals.SECTION.isSuperTypeOf(type);
    }

    /** Whether the sections of a class hold what changes by itself. */
    public static boolean isObservation(EClass sectionClass) {
        return CadastrePackage.Literals.OBSERVATION.isSuperTypeOf(sectionClass);
    }

    /** Whether a feature says where a section comes from (coverage, collector, ...) rather than what was read. */
    public static boolean isProvenance(EStructuralFeature feature) {
        return feature.getEContainingClass() == CadastrePackage.Literals.SECTION;
    }

    /** Whether a feature is worked out from others, so that it is no fact of its own. */
    public static boolean isDerived(EStructuralFeature feature) {
        return Boolean.parseBoolean(annotation(feature, "computed").orElse("false"));
    }

    /** The unit of a number: bytes, seconds, hertz, bit/s, ... */
    public static Optional<String> unit(EStructuralFeature feature) {
        return annotation(feature, "unit");
    }

    /** A detail of the {@code @Meta} annotation of an element of the metamodel. */
    public static Optional<String> annotation(EModelElement element, String detail) {
        return Optional.ofNullable(EcoreUtil.getAnnotation(element, ANNOTATION, detail));
    }

    /** The documentation comment in the Xcore text; empty if there is none. */
    public static String documentation(EModelElement element) {
        return Objects.requireNonNullElse(EcoreUtil.getDocumentation(element), "").strip();
    }

    /** The name of a class or feature as people write it: "Listening sockets" for ListeningSockets, "MAC" for mac. */
    public static String label(ENamedElement element) {
        return annotation(element, "label").orElseGet(() -> label(element.getName()));
    }

    /** The same for the name of a class or feature whose metamodel is not at hand. */
    public static String label(String name) {
        String[] words = WORDS.split(name);
        for (int i = 0; i < words.length; i++) {
            String lower = words[i].toLowerCase(Locale.ROOT);
            words[i] = ACRONYMS.getOrDefault(lower, lower);
        }
        words[0] = words[0].substring(0, 1).toUpperCase(Locale.ROOT) + words[0].substring(1);
        return String.join(" ", words);
    }

    /** One value as text: the literal of an enumeration, ISO 8601 for times, digits for numbers; empty for null. */
    public static String text(EAttribute attribute, Object value) {
        return switch (value) {
            case null -> "";
            case String string -> string;
            case Enumerator literal -> literal.getLiteral();
            case Collection<?> many -> many.stream().map(one -> text(attribute, one)).collect(Collectors.joining(", "));
            default -> EcoreUtil.convertToString(attribute.getEAttributeType(), value);
        };
    }

    /** The attributes that hold facts: neither provenance nor worked out from others. */
    public static List<EAttribute> contentAttributes(EClass type) {
        return type.getEAllAttributes().stream().filter(Metamodel::isContent).toList();
    }

    /** The containments that hold facts. */
    public static List<EReference> contentReferences(EClass type) {
        return type.getEAllContainments().stream().filter(Metamodel::isContent).toList();
    }

    private static boolean isContent(EStructuralFeature feature) {
        return !isProvenance(feature) && !isDerived(feature) && !feature.isTransient();
    }

    /**
     * How many elements a device, a section or an element holds. A section that tells facts of its own (rather than only a
     * list of elements) counts as one element more.
     */
    public static long countElements(EObject container) {
        long count = 0;
        for (EReference containment : contentReferences(container.eClass())) {
            Object value = container.eGet(containment);
            List<?> children = value instanceof List<?> many ? many : value == null ? List.of() : List.of(value);
            for (Object child : children) {
                count += isSection(((EObject) child).eClass()) ? 0 : 1;
                count += countElements((EObject) child);
            }
        }
        if (isSection(container.eClass()) && contentAttributes(container.eClass()).stream().anyMatch(container::eIsSet)) {
            count++;
        }
        return count;
    }

    private static String escape(String key) {
        return key.replace("\\", "\\\\").replace(",", "\\,").replace("]", "\\]");
    }
}
