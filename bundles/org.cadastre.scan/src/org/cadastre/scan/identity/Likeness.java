package org.cadastre.scan.identity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.cadastre.model.IdentifierKind;

/**
 * What speaks for and against two sets of identifiers belonging to one device.
 *
 * <p>Three layers are told apart, since they change for different reasons: the <em>machine</em> (UUID, serial number,
 * network adapters), the <em>installation</em> on it (machine id, host keys, engine id), and the <em>name</em>. New parts or
 * a reinstallation leave the other layer standing; a clone copies the installation but not the machine.
 */
final class Likeness {

    private final Set<IdentifierKind> same = EnumSet.noneOf(IdentifierKind.class);
    private final Set<IdentifierKind> different = EnumSet.noneOf(IdentifierKind.class);

    Likeness(Collection<Evidence> shown, Collection<Evidence> remembered) {
        for (IdentifierKind kind : IdentifierKind.values()) {
            Set<String> known = values(remembered, kind);
            Set<String> seen = values(shown, kind);
            if (seen.stream().anyMatch(known::contains)) {
                same.add(kind);
            } else if (!seen.isEmpty() && !known.isEmpty()) {
                different.add(kind);
            }
        }
    }

    private static Set<String> values(Collection<Evidence> evidence, IdentifierKind kind) {
        return evidence.stream().filter(one -> one.kind() == kind).map(Evidence::value)
                .collect(Collectors.toSet());
    }

    Set<IdentifierKind> same() {
        return same;
    }

    Set<IdentifierKind> different() {
        return different;
    }

    boolean isSame(IdentifierKind kind) {
        return same.contains(kind);
    }

    boolean isDifferent(IdentifierKind kind) {
        return different.contains(kind);
    }

    boolean sameMachine() {
        if (isSame(IdentifierKind.SYSTEM_UUID)) {
            // Some makers give all their boards one UUID: two other machine identifiers outvote it.
            return !(isDifferent(IdentifierKind.SERIAL_NUMBER) && isDifferent(IdentifierKind.MAC));
        }
        if (isSame(IdentifierKind.SERIAL_NUMBER)) {
            return !(isDifferent(IdentifierKind.SYSTEM_UUID) && isDifferent(IdentifierKind.MAC));
        }
        return isSame(IdentifierKind.MAC) && !otherMachine();
    }

    /** The UUID or the serial number says so; a network adapter alone is a spare part. */
    boolean otherMachine() {
        boolean contradicted = isDifferent(IdentifierKind.SYSTEM_UUID) || isDifferent(IdentifierKind.SERIAL_NUMBER);
        boolean confirmed = isSame(IdentifierKind.SYSTEM_UUID) || isSame(IdentifierKind.SERIAL_NUMBER);
        return contradicted && (!confirmed || isDifferent(IdentifierKind.MAC));
    }

    boolean sameInstallation() {
        boolean confirmed = isSame(IdentifierKind.MACHINE_ID) || isSame(IdentifierKind.SSH_HOST_KEY)
                || isSame(IdentifierKind.SNMP_ENGINE_ID);
        boolean contradicted = isDifferent(IdentifierKind.MACHINE_ID) || isDifferent(IdentifierKind.SSH_HOST_KEY);
        // Hosts made from one image share the machine id, or the host keys, and nothing else.
        boolean fromOneImage = contradicted && isDifferent(IdentifierKind.MAC) && !isSame(IdentifierKind.NAME);
        return confirmed && (sameMachine() || !fromOneImage);
    }

    boolean otherInstallation() {
        return !sameInstallation() && (isDifferent(IdentifierKind.MACHINE_ID) || isDifferent(IdentifierKind.SSH_HOST_KEY)
                || isDifferent(IdentifierKind.SNMP_ENGINE_ID));
    }

    /** Nothing but the name can be compared, and it agrees. */
    boolean sameNameOnly() {
        return same.equals(EnumSet.of(IdentifierKind.NAME)) && different.isEmpty();
    }

    /** More, and stronger, identifiers in common weigh more: each kind outweighs all weaker ones together. */
    int weight() {
        return same.stream().mapToInt(kind -> 1 << (IdentifierKind.values().length - kind.ordinal())).sum();
    }
}
