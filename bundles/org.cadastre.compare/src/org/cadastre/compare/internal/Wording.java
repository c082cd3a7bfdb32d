package org.cadastre.compare.internal;

import java.util.List;
import java.util.stream.Collectors;

import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;

/** An element in one line: "version=1.22.1, vendor=Debian (+2 elements)". */
final class Wording {

    private final FactSchema schema;

    Wording(FactSchema schema) {
        this.schema = schema;
    }

    /** The attributes that are no keys, since the path names those; all of them if there are no others. */
    String summary(EObject element) {
        List<EAttribute> keys = element.eContainmentFeature().getEKeys();
        List<EAttribute> facts = schema.of(element.eClass()).attributes();
        String text = values(element, facts.stream().filter(attribute -> !keys.contains(attribute)).toList());
        if (text.isEmpty()) {
            text = values(element, facts);
        }
        int within = FactSchema.count(element);
        String more = within == 0 ? "" : " (+" + within + (within == 1 ? " element)" : " elements)");
        return (text + more).strip();
    }

    /** "gateway=192.0.2.1, metric=100"; attributes without a value are left out. */
    static String values(EObject element, List<EAttribute> attributes) {
        return attributes.stream().filter(attribute -> FactSchema.hasValue(element, attribute))
                .map(attribute -> attribute.getName() + "=" + text(element, attribute))
                .collect(Collectors.joining(", "));
    }

    static String text(EObject element, EAttribute attribute) {
        return Metamodel.text(attribute, element.eGet(attribute));
    }
}
