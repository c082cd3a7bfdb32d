package org.cadastre.scan.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.cadastre.model.IdentifierKind;
import org.cadastre.scan.identity.Resolution.Decision;

/**
 * Decides which device a reading belongs to, by what the estate remembers of its devices. A device stays itself through a
 * new name, address, network adapter, host key, protocol or credential; a clone, or other hardware under an old name, is a
 * device of its own. The rules are told in docs/identity.md.
 *
 * <p>One resolver serves one snapshot, and remembers what it has seen in it: two readings of one snapshot that agree are
 * one device over two addresses, two that contradict each other are two. Not thread-safe; cost in step with the number of
 * devices that share an identifier with the reading.
 */
public final class IdentityResolver {

    private static final Set<String> NO_NAMES = Set.of("localhost", "localhost.localdomain", "(none)", "");

    private final Map<String, Set<Evidence>> remembered = new HashMap<>();
    private final Map<Evidence, Set<String>> owners = new HashMap<>();
    private final Map<String, Set<Evidence>> seen = new HashMap<>();

    /** @param remembered what the estate knows: identifiers by the id of their device */
    public IdentityResolver(Map<String, ? extends Collection<Evidence>> remembered) {
        remembered.forEach(this::remember);
    }

    /**
     * @param shown the identifiers that a device showed; never empty
     * @return the device they belong to; from now on they are remembered as its own
     */
    public Resolution resolve(Collection<Evidence> shown) {
        Map<String, Likeness> candidates = new TreeMap<>();
        for (Evidence evidence : shown) {
            for (String device : isTelling(evidence) ? owners.getOrDefault(evidence, Set.of()) : Set.<String>of()) {
                candidates.computeIfAbsent(device, id -> new Likeness(shown, remembered.get(id)));
            }
        }
        Map<String, Likeness> possible = new TreeMap<>(candidates);
        possible.keySet().removeIf(device -> isAnotherNow(device, shown));
        Resolution resolution = best(possible, true).or(() -> best(possible, false))
                .orElseGet(() -> newDevice(shown, candidates));
        remember(resolution.device(), shown);
        seen.computeIfAbsent(resolution.device(), id -> new HashSet<>()).addAll(shown);
        return resolution;
    }

    /** Met in this snapshot as another machine: the members of a stack that was taken apart are devices of their own. */
    private boolean isAnotherNow(String device, Collection<Evidence> shown) {
        return seen.containsKey(device) && new Likeness(shown, seen.get(device)).otherMachine();
    }

    private Optional<Resolution> best(Map<String, Likeness> candidates, boolean sameInstallation) {
        return candidates.entrySet().stream()
                .filter(candidate -> sameInstallation ? isSame(candidate.getKey(), candidate.getValue())
                        : isReinstalled(candidate.getKey(), candidate.getValue()))
                .max(Comparator.comparing((Map.Entry<String, Likeness> candidate) -> candidate.getValue().weight())
                        .thenComparing(Map.Entry::getKey))
                .map(candidate -> new Resolution(candidate.getKey(),
                        sameInstallation ? Decision.RECOGNISED : Decision.REINSTALLED, candidate.getValue().same(),
                        candidate.getValue().different()));
    }

    private boolean isSame(String device, Likeness likeness) {
        if (likeness.otherMachine() || likeness.otherInstallation()) {
            return false;
        }
        if (likeness.sameMachine()) {
            return true;
        }
        if (likeness.sameInstallation()) {
            // Within one snapshot there was no time for a new adapter: other hardware is a clone.
            return !(seen.containsKey(device) && likeness.isDifferent(IdentifierKind.MAC));
        }
        return likeness.sameNameOnly();
    }

    private boolean isReinstalled(String device, Likeness likeness) {
        return likeness.sameMachine() && likeness.otherInstallation() && !seen.containsKey(device);
    }

    private Resolution newDevice(Collection<Evidence> shown, Map<String, Likeness> candidates) {
        Optional<Likeness> nearest = candidates.values().stream().max(Comparator.comparing(Likeness::weight));
        Decision decision = nearest.map(likeness -> likeness.sameInstallation() ? Decision.CLONE : Decision.REPLACEMENT)
                .orElse(Decision.FIRST_SEEN);
        return new Resolution(newId(shown), decision, nearest.map(Likeness::same).orElse(Set.of()),
                nearest.map(Likeness::different).orElse(Set.of()));
    }

    /** From the strongest identifier, so that any machine gives the device the same id; from all where that one is taken. */
    private String newId(Collection<Evidence> shown) {
        Set<String> sorted = shown.stream().sorted(BY_STRENGTH).map(Evidence::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String id = hash(sorted.iterator().next());
        for (String salt = ""; remembered.containsKey(id); salt += "+") {
            id = hash(String.join("\n", sorted) + salt);
        }
        return id;
    }

    private static final Comparator<Evidence> BY_STRENGTH = Comparator.comparing(Evidence::kind)
            .thenComparing(Evidence::value);

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void remember(String device, Collection<Evidence> evidence) {
        remembered.computeIfAbsent(device, id -> new HashSet<>()).addAll(evidence);
        evidence.forEach(one -> owners.computeIfAbsent(one, key -> new TreeSet<>()).add(device));
    }

    private static boolean isTelling(Evidence evidence) {
        return evidence.kind() != IdentifierKind.NAME || !NO_NAMES.contains(evidence.value());
    }
}
