package org.cadastre.ui.internal.texts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * The names and values of the metamodel as a person reads them. Names come from {@code metamodel*.properties} beside this
 * class where there is a translation, else from the metamodel itself, so that a section that nobody here knows still shows.
 */
public final class ModelTexts {

    private static final ResourceBundle NAMES = ResourceBundle.getBundle(ModelTexts.class.getPackageName() + ".metamodel",
            Texts.LOCALE, ModelTexts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    private static final Quantities QUANTITIES = new Quantities(Texts.LOCALE);

    private ModelTexts() {
    }

    /** The name of a class, feature or literal. */
    public static String label(ENamedElement element) {
        return known(key(element)).or(() -> known("feature." + element.getName()).filter(name -> element instanceof EStructuralFeature))
                .orElseGet(() -> element instanceof EEnumLiteral literal ? words(literal.getLiteral())
                        : Metamodel.label(element));
    }

    private static Optional<String> known(String key) {
        return NAMES.containsKey(key) ? Optional.of(NAMES.getString(key)) : Optional.empty();
    }

    /** The key of a translation: "host.Accounts", "host.Accounts.users", "cadastre.Purpose.before". */
    public static String key(ENamedElement element) {
        return switch (element) {
            case EClassifier type -> type.getEPackage().getNsPrefix() + "." + type.getName();
            case EStructuralFeature feature -> key(feature.getEContainingClass()) + "." + feature.getName();
            case EEnumLiteral literal -> key(literal.getEEnum()) + "." + literal.getName();
            default -> element.getName();
        };
    }

    /** A value for reading: units scaled, times local, yes and no; empty when there is none. */
    public static String value(EAttribute attribute, Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> many -> many.stream().map(one -> value(attribute, one)).collect(Collectors.joining(", "));
            case Boolean truth -> Texts.text(truth ? "value.yes" : "value.no");
            case Instant moment -> Moments.text(moment);
            case Enumerator literal -> literal(attribute, literal);
            case Number number -> Metamodel.unit(attribute).map(unit -> QUANTITIES.rounded(number, unit))
                    .orElseGet(() -> plain(number));
            default -> Metamodel.text(attribute, value);
        };
    }

    /** The same value with nothing rounded, for a tooltip; empty when {@link #value} already says it all. */
    public static String exactValue(EAttribute attribute, Object value) {
        String exact = switch (value) {
            case null -> "";
            case Instant moment -> Moments.exact(moment);
            case Number number -> Metamodel.unit(attribute).map(unit -> QUANTITIES.exact(number, unit)).orElse("");
            default -> "";
        };
        return exact.equals(value(attribute, value)) ? "" : exact;
    }

    /** What tells an element from its neighbours: the values of its keys; else the name of the place that holds it. */
    public static String title(EObject element) {
        List<EAttribute> keys = element.eContainmentFeature() == null ? List.of() : Metamodel.keys(element.eContainmentFeature());
        String title = keys.stream().map(key -> value(key, element.eGet(key))).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
        if (!title.isEmpty()) {
            return title;
        }
        return label(element.eContainmentFeature() == null || Metamodel.isSection(element.eClass())
                ? element.eClass() : element.eContainmentFeature());
    }

    /** The comment in the metamodel; empty where the name says it all. */
    public static String documentation(ENamedElement element) {
        return Metamodel.documentation(element).replaceAll("\\s*\\n\\s*", " ");
    }

    /** The name of an enumeration's literal, given by its Java value. */
    public static String literal(Enumerator literal, EClass owner, String feature) {
        return literal((EAttribute) owner.getEStructuralFeature(feature), literal);
    }

    private static String literal(EAttribute attribute, Enumerator literal) {
        if (attribute.getEAttributeType() instanceof EEnum type) {
            EEnumLiteral known = type.getEEnumLiteral(literal.getValue());
            if (known != null) {
                return label(known);
            }
        }
        return words(literal.getLiteral());
    }

    /** Identifying numbers (ports, uids) are no quantities: digits as they are. */
    private static String plain(Number number) {
        return number instanceof Double || number instanceof Float ? QUANTITIES.number(number) : number.toString();
    }

    /** "notRequested" as words. */
    private static String words(String camelCase) {
        return camelCase.replaceAll("(?<=[\\p{Lower}\\d])(?=\\p{Upper})", " ").toLowerCase(Locale.ROOT);
    }
}
