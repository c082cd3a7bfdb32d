package org.cadastre.compare.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;

/**
 * An element that came to or went from a device, and is of a kind that is known again on another one: an address, a disk.
 *
 * @param identity what it is known by, with all that it holds: what does not travel whole is told as removed and added
 * @param addresses the values of the identity that fill the addresses in the device list
 */
record Traveller(List<Object> identity, List<String> addresses, Change change, DeviceComparison device) {

    /** Empty if elements of this class do not travel, or this one shows nothing that it would be known by. */
    static Optional<Traveller> of(EObject element, FactSchema schema, Change change, DeviceComparison device) {
        EClass type = element.eClass();
        List<EAttribute> marks = schema.of(type).travel();
        if (marks.isEmpty() || !marks.stream().allMatch(mark -> FactSchema.hasValue(element, mark))) {
            return Optional.empty();
        }
        List<Object> identity = new ArrayList<>(List.of(type));
        marks.forEach(mark -> identity.add(element.eGet(mark)));
        identity.add(contents(element, schema));
        List<String> addresses = marks.stream()
                .filter(mark -> Metamodel.annotation(mark, "index").filter("address"::equals).isPresent())
                .map(mark -> Wording.text(element, mark)).toList();
        return Optional.of(new Traveller(identity, addresses, change, device));
    }

    private static List<String> contents(EObject element, FactSchema schema) {
        return element.eContents().stream()
                .map(child -> Metamodel.segment(child) + Wording.values(child, schema.of(child.eClass()).attributes())
                        + contents(child, schema))
                .sorted().collect(Collectors.toList());
    }
}
