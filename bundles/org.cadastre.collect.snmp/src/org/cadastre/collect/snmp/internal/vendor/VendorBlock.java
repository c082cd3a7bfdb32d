package org.cadastre.collect.snmp.internal.vendor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the table says of the devices whose sysObjectID begins alike.
 *
 * @param prefix of sysObjectID; empty for every device
 * @param vendor empty where the block does not name one
 * @param conditions the block only counts for a device for which one of them finds something; none: for all
 * @param models by the whole sysObjectID
 */
record VendorBlock(String prefix, Optional<String> vendor, List<Source> conditions, Map<Fact, List<Source>> facts, List<KindRule> kinds,
        Map<String, String> models, List<MemberSource> members, List<SensorSource> sensors) {

    /** One that only says whose number it is. */
    static VendorBlock named(String prefix, String vendor) {
        return new VendorBlock(prefix, Optional.of(vendor), List.of(), Map.of(), List.of(), Map.of(), List.of(), List.of());
    }

    boolean counts(Evidence evidence) {
        return conditions.isEmpty() || conditions.stream().anyMatch(condition -> condition.read(evidence).isPresent());
    }

    Stream<Source> sources() {
        return Stream.of(conditions.stream(), facts.values().stream().flatMap(List::stream), kinds.stream().flatMap(rule -> rule.condition().stream()))
                .flatMap(part -> part);
    }
}
