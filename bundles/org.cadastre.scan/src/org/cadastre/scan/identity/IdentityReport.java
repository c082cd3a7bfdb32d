package org.cadastre.scan.identity;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.cadastre.model.IdentifierKind;
import org.cadastre.repository.Correction;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.KnownIdentifier;

/**
 * Why a device is the one it is: what it is known by, which devices resemble it and what tells them apart, and what people
 * corrected.
 *
 * @param identifiers all that the device, or one that was merged into it, ever showed, the strongest first
 * @param relatives other devices that showed one of these as well, the most alike first
 * @param corrections those that have to do with the device
 */
public record IdentityReport(List<KnownIdentifier> identifiers, List<Relative> relatives, List<Correction> corrections) {

    /**
     * A device that resembles another one.
     *
     * @param same kinds of identifiers that both showed alike
     * @param different kinds that both showed, and never alike
     */
    public record Relative(String device, Set<IdentifierKind> same, Set<IdentifierKind> different) {
    }

    /** @param device id of a device, corrections applied */
    public static IdentityReport of(Estate estate, String device) throws EstateException {
        List<KnownIdentifier> known = estate.devices().load();
        List<Correction> corrections = estate.corrections().load();
        Map<String, Set<Evidence>> byDevice = new TreeMap<>();
        for (KnownIdentifier identifier : known) {
            byDevice.computeIfAbsent(merged(corrections, identifier.device()), id -> new HashSet<>())
                    .add(new Evidence(identifier.kind(), identifier.value()));
        }
        Set<Evidence> own = byDevice.getOrDefault(device, Set.of());
        return new IdentityReport(
                known.stream().filter(identifier -> merged(corrections, identifier.device()).equals(device))
                        .sorted(Comparator.comparing(KnownIdentifier::kind).thenComparing(KnownIdentifier::value)).toList(),
                relatives(device, own, byDevice),
                corrections.stream().filter(correction -> correction.device().equals(device)
                        || merged(corrections, correction.becomes()).equals(device)).toList());
    }

    private static String merged(List<Correction> corrections, String device) {
        return Correction.apply(corrections, device, mark -> false);
    }

    private static List<Relative> relatives(String device, Set<Evidence> own, Map<String, Set<Evidence>> all) {
        record Candidate(String device, Likeness likeness) {
        }
        return all.entrySet().stream().filter(other -> !other.getKey().equals(device))
                .filter(other -> other.getValue().stream().anyMatch(own::contains))
                .map(other -> new Candidate(other.getKey(), new Likeness(own, other.getValue())))
                .sorted(Comparator.comparing((Candidate candidate) -> -candidate.likeness().weight())
                        .thenComparing(Candidate::device))
                .map(candidate -> new Relative(candidate.device(), candidate.likeness().same(), candidate.likeness().different()))
                .collect(Collectors.toList());
    }
}
