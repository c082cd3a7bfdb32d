package org.cadastre.ui.internal.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.ui.internal.texts.ModelTexts;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Where a change is, in the words of the metamodel: the section's class by its name, and a path of keys such as
 * {@code interfaces[eth0]/addresses[192.0.2.7]} inside it. What the installed metamodels do not know is shown as it is.
 */
public final class ElementPath {

    private static final Pattern NEXT_ATTRIBUTE = Pattern.compile(", (?=\\p{Alpha}\\w*=)");

    private static final Pattern WITHIN = Pattern.compile(" ?\\(\\+\\d+ elements?\\)$");

    /** @param keys with the backslashes taken off */
    record Segment(String containment, List<String> keys) {
    }

    private ElementPath() {
    }

    /** "Network interfaces" for the class's name. */
    public static String section(String className) {
        return sectionClass(className).map(ModelTexts::label).orElse(className);
    }

    /** "Interface eth0 > Address 192.0.2.7" for a path; empty for an empty one. */
    public static String title(String className, String path) {
        List<String> titles = new ArrayList<>();
        Optional<EClass> type = sectionClass(className);
        for (Segment segment : parse(path)) {
            Optional<EReference> place = type.flatMap(known -> reference(known, segment.containment()));
            type = place.map(EReference::getEReferenceType);
            titles.add((type.map(ModelTexts::label).orElse(segment.containment()) + " " + String.join(" \u00b7 ", segment.keys()))
                    .strip());
        }
        return String.join(" \u203a ", titles);
    }

    /** The attribute that a change is about, if the metamodel knows it. */
    public static Optional<EAttribute> attribute(String className, String path, String attribute) {
        Optional<EClass> type = sectionClass(className);
        for (Segment segment : parse(path)) {
            type = type.flatMap(known -> reference(known, segment.containment())).map(EReference::getEReferenceType);
        }
        return type.map(known -> known.getEStructuralFeature(attribute)).filter(EAttribute.class::isInstance)
                .map(EAttribute.class::cast);
    }

    /** A value as text, for reading: units scaled, times local. */
    public static String value(Optional<EAttribute> attribute, String text) {
        if (text == null || text.isEmpty() || attribute.isEmpty() || attribute.get().isMany()) {
            return text == null ? "" : text;
        }
        try {
            return ModelTexts.value(attribute.get(), EcoreUtil.createFromString(attribute.get().getEAttributeType(), text));
        } catch (RuntimeException otherForm) {
            return text;
        }
    }

    /**
     * The attributes of a whole element, which come as "name=value, name=value (+2 elements)", one a line with their labels.
     * The number of elements within is left out: the change itself tells it.
     */
    static String attributes(String className, String path, String text) {
        if (text == null) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        for (String fact : NEXT_ATTRIBUTE.split(WITHIN.matcher(text).replaceFirst(""))) {
            int equals = fact.indexOf('=');
            Optional<EAttribute> attribute = equals < 0 ? Optional.empty()
                    : attribute(className, path, fact.substring(0, equals));
            lines.add(attribute.map(known -> ModelTexts.label(known) + ": "
                    + value(attribute, fact.substring(equals + 1))).orElse(fact));
        }
        return String.join("\n", lines);
    }

    /** Splits a path; a backslash takes the meaning off the character behind it. */
    static List<Segment> parse(String path) {
        List<Segment> segments = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        List<String> keys = new ArrayList<>();
        String containment = "";
        boolean inside = false;
        for (int i = 0; path != null && i < path.length(); i++) {
            char character = path.charAt(i);
            if (character == '\\' && i + 1 < path.length()) {
                word.append(path.charAt(++i));
            } else if (!inside && character == '[') {
                containment = take(word);
                inside = true;
            } else if (inside && (character == ',' || character == ']')) {
                keys.add(take(word));
                inside = character == ',';
            } else if (!inside && character == '/') {
                segments.add(segment(containment, word, keys));
                keys.clear();
                containment = "";
            } else {
                word.append(character);
            }
        }
        if (!containment.isEmpty() || !word.isEmpty()) {
            segments.add(segment(containment, word, keys));
        }
        return segments;
    }

    private static Segment segment(String containment, StringBuilder word, List<String> keys) {
        String name = containment.isEmpty() ? take(word) : containment;
        return new Segment(name, keys.stream().filter(key -> !key.isEmpty()).toList());
    }

    private static String take(StringBuilder word) {
        String text = word.toString();
        word.setLength(0);
        return text;
    }

    private static Optional<EReference> reference(EClass type, String name) {
        EStructuralFeature feature = type.getEStructuralFeature(name);
        return feature instanceof EReference reference ? Optional.of(reference) : Optional.empty();
    }

    /** Sections are named by their class alone; the packages that define sections are those of the registry. */
    private static Optional<EClass> sectionClass(String name) {
        for (String uri : List.copyOf(EPackage.Registry.INSTANCE.keySet())) {
            if (uri.startsWith("urn:cadastre:")) {
                EClassifier found = EPackage.Registry.INSTANCE.getEPackage(uri).getEClassifier(name);
                if (found instanceof EClass type && Metamodel.isSection(type)) {
                    return Optional.of(type);
                }
            }
        }
        return Optional.empty();
    }
}
