package org.cadastre.analysis.facts;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who has a mark, as long as only one has it. */
final class Owners {

    private final Map<String, Optional<DeviceFacts>> owners = new HashMap<>();

    void add(String mark, DeviceFacts device) {
        if (!mark.isEmpty()) {
            owners.merge(key(mark), Optional.of(device),
                    (one, other) -> one.map(DeviceFacts::id).equals(other.map(DeviceFacts::id)) ? one : Optional.empty());
        }
    }

    Optional<DeviceFacts> owner(String mark) {
        return owners.getOrDefault(key(mark), Optional.empty());
    }

    private static String key(String mark) {
        return mark.toLowerCase(Locale.ROOT);
    }
}
