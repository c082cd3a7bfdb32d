package org.cadastre.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
    private final Map<String, Set<Evidence>> seen = new TreeMap<>();
    private final String label;

    /** @param label of the snapshot that is being taken */
    DeviceMemory(DeviceRegistry registry, String label) throws EstateException {
        this.registry = registry;
        this.label = label;
        Map<String, Set<Evidence>> remembered = new HashMap<>();
        for (KnownIdentifier known : registry.load()) {
            remembered.computeIfAbsent(known.device(), id -> new HashSet<>())
                    .add(new Evidence(known.kind(), known.value()));
        }
        this.resolver = new IdentityResolver(remembered);
    }

    Resolution resolve(Set<Evidence> shown) {
        Resolution resolution = resolver.resolve(shown);
        seen.computeIfAbsent(resolution.device(), id -> new HashSet<>()).addAll(shown);
        return resolution;
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
