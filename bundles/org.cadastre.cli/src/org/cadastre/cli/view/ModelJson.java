package org.cadastre.cli.view;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;

import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Writes any object of the model as JSON, by its metamodel: fields are named as there, what has no value is left out,
 * sections say which they are in "section".
 */
public final class ModelJson {

    private final JsonOutput json;

    public ModelJson(JsonOutput json) {
        this.json = json;
    }

    public void write(EObject object) throws IOException {
        json.object(() -> fields(object));
    }

    /** The fields alone, for an object that has more than the model knows. */
    public void fields(EObject object) throws IOException {
        if (Metamodel.isSection(object.eClass())) {
            json.field("section", object.eClass().getName());
        }
        for (EStructuralFeature feature : object.eClass().getEAllStructuralFeatures()) {
            Object value = object.eGet(feature);
            boolean absent = value == null || feature.isTransient() || feature.isUnsettable() && !object.eIsSet(feature)
                    || value instanceof Collection<?> many && many.isEmpty();
            if (!absent) {
                field(feature, value);
            }
        }
    }

    private void field(EStructuralFeature feature, Object value) throws IOException {
        switch (feature) {
            case EAttribute attribute when attribute.isMany() ->
                json.array(feature.getName(), (Collection<?>) value, one -> json.value(plain(attribute, one)));
            case EAttribute attribute -> json.field(feature.getName(), plain(attribute, value));
            case EReference reference when reference.isContainment() && reference.isMany() ->
                json.array(feature.getName(), (Collection<?>) value, one -> write((EObject) one));
            case EReference reference when reference.isContainment() ->
                json.object(feature.getName(), () -> fields((EObject) value));
            default -> {
                // The files of a device hold no other references.
            }
        }
    }

    private static Object plain(EAttribute attribute, Object value) {
        return switch (value) {
            case Number number -> number;
            case Boolean truth -> truth;
            case Instant time -> time;
            default -> Metamodel.text(attribute, value);
        };
    }
}
