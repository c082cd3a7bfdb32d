package org.cadastre.compare.internal;

import java.util.Optional;

import org.cadastre.compare.model.Significance;
import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EModelElement;

/**
 * How much a change matters, as the metamodel says with {@code @Meta(significance="high")} on an attribute, on the class of
 * the element, or on the class of the section; the nearest one counts.
 */
final class Weight {

    private Weight() {
    }

    static Significance of(EAttribute attribute, EClass element, EClass section) {
        return annotated(attribute).orElseGet(() -> of(element, section));
    }

    static Significance of(EClass element, EClass section) {
        return annotated(element).or(() -> annotated(section)).orElse(Significance.NORMAL);
    }

    private static Optional<Significance> annotated(EModelElement element) {
        return Metamodel.annotation(element, "significance").map(Significance::get);
    }
}
