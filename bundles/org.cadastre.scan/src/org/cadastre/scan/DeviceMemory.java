package org.cadastre.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.cadastre.repository.Correction;
import org.cadastre.repository.Corrections;
import org.cadastre.repository.DeviceRegistry;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.KnownIdentifier;
import org.cadastre.scan.identity.Evidence;
import org.cadastre.scan.identity.IdentityResolver;
import org.cadastre.scan.identity.Resolution;

/** Resolves the devices of one snapshot by the estate's memory, and adds to it what was seen. Not thread-safe. */
final class DeviceMemory {

    private final DeviceRegistry registry;
    private final IdentityResolver resolver;
    private final List<Correction> splits;
    private final Map<String, Set<Evidence>> seen = new TreeMap<>();
    private final String label;

    /** @param label of the snapshot that is being taken */
    DeviceMemory(DeviceRegistry registry, Corrections corrections, String label) throws EstateException {
        this.registry = registry;
        // Two devices that are one may be saved as two, and are read as one; one that is two could not be told apart later.
        this.splits = corrections.load().stream().filter(Correction::isSplit).toList();
        this.label = label;
        Map<String, Set<Evidence>> remembered = new HashMap<>();
        for (KnownIdentifier known : registry.load()) {
            remembered.computeIfAbsent(known.device(), id -> new HashSet<>())
                    .add(new Evidence(known.kind(), known.value()));
        }
        this.resolver = new IdentityResolver(remembered);
    }

    Resolution resolve(Set<Evidence> shown) {
        Resolution resolution = corrected(resolver.resolve(shown), shown);
        seen.computeIfAbsent(resolution.device(), id -> new HashSet<>()).addAll(shown);
        return resolution;
    }

    private Resolution corrected(Resolution resolved, Set<Evidence> shown) {
        String device = Correction.apply(splits, resolved.device(),
                mark -> shown.contains(new Evidence(mark.kind(), mark.value())));
        return device.equals(resolved.device()) ? resolved
                : new Resolution(device, Resolution.Decision.CORRECTED, resolved.agreeing(), resolved.contradicting());
    }

    void save() throws EstateException {
        registry.update(this::withSeen);
    }

    private List<KnownIdentifier> withSeen(List<KnownIdentifier> known) {
        Map<String, Set<Evidence>> missing = new TreeMap<>();
        seen.forEach((device, evidence) -> missing.put(device, new HashSet<>(evidence)));
        for (KnownIdentifier identifier : known) {
            missing.getOrDefault(identifier.device(), new HashSet<>())
                    .remove(new Evidence(identifier.kind(), identifier.value()));
        }
        List<KnownIdentifier> all = new ArrayList<>(known);
        missing.forEach((device, evidence) -> evidence
                .forEach(one -> all.add(new KnownIdentifier(one.kind(), one.value(), device, label, ""))));
        return all;
    }
}
