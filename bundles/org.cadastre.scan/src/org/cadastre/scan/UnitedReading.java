package org.cadastre.scan;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.cadastre.collect.Reading;
import org.cadastre.model.Device;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.Identifier;
import org.cadastre.model.Identity;
import org.cadastre.model.Section;
import org.cadastre.scan.identity.Evidence;
import org.eclipse.emf.common.util.EList;

/**
 * Makes one reading of two of the same device, over two protocols or two addresses. A section that both have is taken from the one
 * that read it better, else from the first; the identifiers are those of both.
 */
final class UnitedReading {

    private UnitedReading() {
    }

    /**
     * Takes the second reading apart and puts what is missing, or better, into the first.
     *
     * @param first the one that is preferred
     */
    static Reading of(Reading first, Reading second) {
        Device device = first.device();
        Device other = second.device();
        if (device.getName() == null || device.getName().isBlank()) {
            device.setName(other.getName());
        }
        if (device.getKind() == null || device.getKind() == DeviceKind.UNKNOWN) {
            device.setKind(other.getKind());
        }
        unite(device.getSections(), List.copyOf(other.getSections()));
        unite(first.observations().getSections(), List.copyOf(second.observations().getSections()));
        return new Reading(device, first.observations(), first.credential().or(second::credential));
    }

    /** Whether two readings can be of one device: a serial number or UUID that differs says no, unless something else agrees. */
    static boolean isOneDevice(Reading first, Reading second) {
        Set<Evidence> one = evidence(first.device());
        Set<Evidence> other = evidence(second.device());
        return !Evidence.isOfOtherMachines(one, other);
    }

    static Set<Evidence> evidence(Device device) {
        return identity(device.getSections()).map(Evidence::of).orElse(Set.of());
    }

    private static Optional<Identity> identity(List<? extends Section> sections) {
        return sections.stream().filter(Identity.class::isInstance).map(Identity.class::cast).findFirst();
    }

    private static <T extends Section> void unite(EList<T> sections, List<T> others) {
        for (T other : others) {
            Optional<T> same = sections.stream().filter(one -> one.eClass() == other.eClass()).findFirst();
            if (same.isEmpty()) {
                sections.add(other);
            } else if (other instanceof Identity identity) {
                unite((Identity) same.get(), identity);
            } else if (other.getCoverage().compareTo(same.get().getCoverage()) < 0) {
                sections.set(sections.indexOf(same.get()), other);
            }
        }
    }

    private static void unite(Identity identity, Identity other) {
        Set<Evidence> known = Evidence.of(identity);
        for (Identifier identifier : List.copyOf(other.getIdentifiers())) {
            if (!known.contains(Evidence.of(identifier))) {
                identity.getIdentifiers().add(identifier);
            }
        }
    }
}
