package org.cadastre.analysis.facts;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/**
 * An element or a section, read by the names that its metamodel gives. So a layer needs no collector's classes, reads what
 * another version wrote, and sees nothing where a collector has no such attribute.
 */
public record Fact(EObject object) {

    /** The value as text; empty if it has none. */
    public String text(String attribute) {
        return object.eClass().getEStructuralFeature(attribute) instanceof EAttribute found && !found.isMany()
                ? Metamodel.text(found, object.eGet(found)) : "";
    }

    public OptionalInt number(String attribute) {
        return object.eClass().getEStructuralFeature(attribute) instanceof EAttribute found
                && object.eGet(found) instanceof Number number ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }

    public boolean isTrue(String attribute) {
        return object.eClass().getEStructuralFeature(attribute) instanceof EAttribute found
                && Objects.equals(object.eGet(found), true);
    }

    /** The values of an attribute with many. */
    public List<String> texts(String attribute) {
        return object.eClass().getEStructuralFeature(attribute) instanceof EAttribute found
                && object.eGet(found) instanceof List<?> many
                        ? many.stream().map(one -> Metamodel.text(found, one)).toList() : List.of();
    }

    public List<Fact> elements(String containment) {
        return object.eClass().getEStructuralFeature(containment) instanceof EReference found
                && object.eGet(found) instanceof List<?> many
                        ? many.stream().map(one -> new Fact((EObject) one)).toList() : List.of();
    }
}
