package org.cadastre.compare.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cadastre.model.Device;
import org.cadastre.model.Identifier;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;

/**
 * Marks a device whose machine stayed while the installation on it is another one, or the other way round. The kinds of
 * identifiers and what each survives are told in docs/identity.md.
 */
final class SameMachine {

    private static final List<IdentifierKind> MACHINE = List.of(IdentifierKind.SYSTEM_UUID, IdentifierKind.SERIAL_NUMBER,
            IdentifierKind.MAC);
    private static final List<IdentifierKind> INSTALLATION = List.of(IdentifierKind.MACHINE_ID, IdentifierKind.SSH_HOST_KEY);

    private final List<IdentifierKind> same = new ArrayList<>();
    private final List<IdentifierKind> other = new ArrayList<>();

    private SameMachine(Device before, Device after) {
        Stream.concat(MACHINE.stream(), INSTALLATION.stream()).forEach(kind -> {
            Set<String> was = values(before, kind);
            Set<String> is = values(after, kind);
            if (was.stream().anyMatch(is::contains)) {
                same.add(kind);
            } else if (!was.isEmpty() && !is.isEmpty()) {
                other.add(kind);
            }
        });
    }

    /** A sentence for people; empty if nothing of the kind is to be said. */
    static Optional<String> mark(Device before, Device after) {
        return new SameMachine(before, after).mark();
    }

    private Optional<String> mark() {
        if (same.stream().anyMatch(MACHINE::contains) && other.contains(IdentifierKind.MACHINE_ID)
                && same.stream().noneMatch(INSTALLATION::contains)) {
            return Optional.of(sentence("Reinstalled on the same machine", MACHINE::contains, INSTALLATION::contains));
        }
        if (same.stream().anyMatch(INSTALLATION::contains) && same.stream().noneMatch(MACHINE::contains)
                && other.stream().anyMatch(kind -> kind == IdentifierKind.SYSTEM_UUID || kind == IdentifierKind.SERIAL_NUMBER)) {
            return Optional.of(sentence("The same installation on another machine", INSTALLATION::contains, MACHINE::contains));
        }
        return Optional.empty();
    }

    private String sentence(String what, Predicate<IdentifierKind> ofSame, Predicate<IdentifierKind> ofOther) {
        return what + ": same " + names(same, ofSame) + ", other " + names(other, ofOther) + ".";
    }

    private static String names(List<IdentifierKind> kinds, Predicate<IdentifierKind> which) {
        return kinds.stream().filter(which).map(IdentifierKind::getLiteral).collect(Collectors.joining(", "));
    }

    private static Set<String> values(Device device, IdentifierKind kind) {
        return device.getSections().stream().filter(Identity.class::isInstance)
                .flatMap(section -> ((Identity) section).getIdentifiers().stream())
                .filter(one -> one.getKind() == kind).map(Identifier::getValue).collect(Collectors.toSet());
    }
}
