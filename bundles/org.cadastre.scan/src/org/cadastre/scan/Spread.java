package org.cadastre.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.cadastre.collect.Reading;
import org.cadastre.collect.Target;
import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;

/**
 * The addresses that devices tell of as their neighbours' ({@code @Meta(leadsTo="address")}), within the ranges that the operator
 * allows, without those that were targets already and those of devices that were read. Not thread-safe.
 */
final class Spread {

    private final List<AddressRange> within = new ArrayList<>();
    private final List<AddressRange> excluded = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final Set<String> heard = new TreeSet<>(Comparator.comparing(String::length).thenComparing(address -> address));

    /**
     * @param discovery names the ranges
     * @param entries targets as the operator gave them, exclusions among them
     */
    Spread(Discovery discovery, List<String> entries) throws ScanException {
        for (String range : discovery.spread()) {
            within.add(AddressRange.of(range));
        }
        for (String entry : entries) {
            if (TargetList.isExclusion(entry)) {
                excluded.addAll(TargetList.excluded(entry));
            }
        }
    }

    void read(Reading reading) {
        if (within.isEmpty()) {
            return;
        }
        Stream.concat(reading.device().getSections().stream(), reading.observations().getSections().stream())
                .forEach(section -> section.eAllContents().forEachRemaining(this::look));
    }

    private void look(EObject element) {
        for (EAttribute attribute : element.eClass().getEAllAttributes()) {
            if (Metamodel.annotation(attribute, "leadsTo").filter("address"::equals).isPresent()) {
                values(element, attribute).forEach(heard::add);
            } else if (Metamodel.annotation(attribute, "index").filter("address"::equals).isPresent()) {
                values(element, attribute).forEach(done::add);
            }
        }
    }

    private static Stream<String> values(EObject element, EAttribute attribute) {
        Object value = element.eGet(attribute);
        return value instanceof List<?> many ? many.stream().map(one -> Metamodel.text(attribute, one))
                : value == null ? Stream.empty() : Stream.of(Metamodel.text(attribute, value));
    }

    /** What was heard of since it was asked last, in an order that does not depend on who told of it. */
    List<Target> next(Set<String> targets) {
        List<Target> next = new ArrayList<>();
        for (String address : heard) {
            boolean allowed = within.stream().anyMatch(range -> range.holds(address))
                    && excluded.stream().noneMatch(range -> range.holds(address));
            if (allowed && !targets.contains(address) && done.add(address)) {
                next.add(new Target.Address(address, Target.Address.DEFAULT_PORT, true));
            }
        }
        heard.clear();
        return next;
    }
}
