package org.cadastre.scan.identity;

import java.util.Set;
import java.util.stream.Collectors;

import org.cadastre.model.Identifier;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;

/** One identifier as a value: what a device showed, or what the estate remembers of it. */
public record Evidence(IdentifierKind kind, String value) {

    public static Evidence of(Identifier identifier) {
        return new Evidence(identifier.getKind(), identifier.getValue());
    }

    public static Set<Evidence> of(Identity identity) {
        return identity.getIdentifiers().stream().map(Evidence::of).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a serial number or UUID tells two readings apart, and neither a network adapter nor the name speaks against it. */
    public static boolean isOfOtherMachines(Set<Evidence> one, Set<Evidence> other) {
        Likeness likeness = new Likeness(one, other);
        return likeness.otherMachine() && !likeness.isSame(IdentifierKind.MAC) && !likeness.isSame(IdentifierKind.NAME);
    }

    @Override
    public String toString() {
        return kind.getLiteral() + " " + value;
    }
}
