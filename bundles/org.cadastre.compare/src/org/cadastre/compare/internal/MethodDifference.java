package org.cadastre.compare.internal;

import java.util.List;
import java.util.Objects;

import org.cadastre.compare.model.ComparisonFactory;
import org.cadastre.compare.model.MethodChange;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.CadastrePackage;
import org.cadastre.model.Section;
import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.ecore.EAttribute;

/**
 * How the reading of a section differed between the two sides, and what that may explain. Other rights show more or less
 * of the same; another collector, version or protocol may also show the same thing in another way.
 */
final class MethodDifference {

    private static final List<EAttribute> METHOD = List.of(CadastrePackage.Literals.SECTION__COLLECTOR,
            CadastrePackage.Literals.SECTION__COLLECTOR_VERSION, CadastrePackage.Literals.SECTION__PROTOCOL,
            CadastrePackage.Literals.SECTION__PRIVILEGE);

    private final List<MethodChange> changes;

    private MethodDifference(List<MethodChange> changes) {
        this.changes = changes;
    }

    static MethodDifference between(Section before, Section after) {
        return new MethodDifference(METHOD.stream()
                .filter(attribute -> !Objects.equals(before.eGet(attribute), after.eGet(attribute)))
                .map(attribute -> change(attribute, before, after)).toList());
    }

    static MethodDifference none() {
        return new MethodDifference(List.of());
    }

    List<MethodChange> changes() {
        return changes;
    }

    /**
     * Whether the difference in method alone may be the cause of a change.
     *
     * @param valueReplaced both sides show a value, and not the same
     */
    boolean mayExplain(Verdict kind, boolean valueReplaced) {
        boolean onlyRights = changes.stream()
                .allMatch(change -> change.getAttribute().equals(CadastrePackage.Literals.SECTION__PRIVILEGE.getName()));
        return !changes.isEmpty() && !(onlyRights && (valueReplaced || kind == Verdict.MOVED));
    }

    private static MethodChange change(EAttribute attribute, Section before, Section after) {
        MethodChange change = ComparisonFactory.eINSTANCE.createMethodChange();
        change.setSection(before.eClass().getName());
        change.setAttribute(attribute.getName());
        change.setBefore(Metamodel.text(attribute, before.eGet(attribute)));
        change.setAfter(Metamodel.text(attribute, after.eGet(attribute)));
        return change;
    }
}
