package org.cadastre.collect.snmp.internal.vendor;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.cadastre.collect.snmp.internal.vendor.Make.Member;
import org.cadastre.collect.snmp.internal.vendor.Make.Reading;
import org.cadastre.model.DeviceKind;

/**
 * What to ask a device for to learn its make, and how to understand its answers. For example:
 *
 * <pre>
 * VendorProfile profile = table.profile(sysObjectId, sysDescr);
 * // get profile.oids(), then:
 * profile = profile.narrowed(answers);
 * // walk profile.columns(), then:
 * Make make = profile.read(answers);
 * </pre>
 */
public final class VendorProfile {

    private final String sysObjectId;
    private final String sysDescr;
    private final List<VendorBlock> blocks;

    /** @param blocks those that may count, the most specific first */
    VendorProfile(String sysObjectId, String sysDescr, List<VendorBlock> blocks) {
        this.sysObjectId = sysObjectId;
        this.sysDescr = sysDescr;
        this.blocks = blocks;
    }

    /** What to get, with instances, each once. */
    public List<String> oids() {
        Set<String> oids = new LinkedHashSet<>();
        sources().forEach(source -> {
            if (source.origin() instanceof Source.Scalar scalar) {
                oids.add(scalar.at(sysObjectId));
            }
        });
        places().forEach(place -> {
            if (place instanceof SensorSource.Scalar(String oid)) {
                oids.add(oid);
            }
        });
        return List.copyOf(oids);
    }

    /** Columns to walk, each once. */
    public List<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        sources().forEach(source -> {
            switch (source.origin()) {
                case Source.Column(String oid) -> columns.add(oid);
                case Source.Entity entity -> Chassis.columns().forEach(columns::add);
                default -> { }
            }
        });
        blocks.stream().flatMap(block -> block.members().stream()).flatMap(MemberSource::columns).forEach(columns::add);
        places().forEach(place -> {
            if (place instanceof SensorSource.Column(String oid)) {
                columns.add(oid);
            }
        });
        return List.copyOf(columns);
    }

    /**
     * The same without the blocks whose conditions do not hold, so that nothing needs to be walked for them.
     *
     * @param answers to {@link #oids()}; a condition that looks at a column stays open
     */
    public VendorProfile narrowed(Answers answers) {
        Evidence evidence = new Evidence(sysObjectId, sysDescr, answers);
        return new VendorProfile(sysObjectId, sysDescr, blocks.stream().filter(block -> block.counts(evidence)
                || block.conditions().stream().anyMatch(condition -> condition.origin() instanceof Source.Column)).toList());
    }

    public Make read(Answers answers) {
        Evidence evidence = new Evidence(sysObjectId, sysDescr, answers);
        List<VendorBlock> counting = blocks.stream().filter(block -> block.counts(evidence)).toList();
        for (Fact fact : Fact.values()) {
            evidence.found(fact, counting.stream().flatMap(block -> values(block, fact, evidence)).findFirst());
        }
        DeviceKind kind = counting.stream().flatMap(block -> block.kinds().stream()).filter(rule -> rule.holds(evidence)).map(KindRule::kind)
                .findFirst().orElse(DeviceKind.UNKNOWN);
        List<Member> members = counting.stream().flatMap(block -> block.members().stream()).map(source -> source.read(evidence))
                .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
        List<Reading> sensors = distinct(counting.stream().flatMap(block -> block.sensors().stream()).flatMap(source -> source.read(evidence)).toList());
        return new Make(evidence.found(Fact.VENDOR), kind, evidence.found(Fact.MODEL), evidence.found(Fact.SERIAL), evidence.found(Fact.FIRMWARE),
                evidence.found(Fact.SYSTEM), members, sensors);
    }

    /** The block's sources in their order, and last what it says without asking the device. */
    private Stream<String> values(VendorBlock block, Fact fact, Evidence evidence) {
        Stream<String> told = block.facts().getOrDefault(fact, List.of()).stream().flatMap(source -> source.read(evidence).stream());
        Stream<String> known = switch (fact) {
            case VENDOR -> block.vendor().stream();
            case MODEL -> Optional.ofNullable(block.models().get(sysObjectId)).stream();
            case SERIAL, FIRMWARE, SYSTEM -> Stream.empty();
        };
        return Stream.concat(told, known);
    }

    /** Of several sensors of one name, the later ones get their kind behind it, and a number where that does not tell them apart. */
    private static List<Reading> distinct(List<Reading> readings) {
        Map<String, Reading> distinct = new LinkedHashMap<>();
        for (Reading reading : readings) {
            String name = reading.name();
            for (int count = 1; distinct.containsKey(name); count++) {
                name = reading.name() + " " + reading.kind().word() + (count == 1 ? "" : " " + count);
            }
            distinct.put(name, new Reading(reading.kind(), name, reading.value(), reading.state()));
        }
        return List.copyOf(distinct.values());
    }

    private Stream<Source> sources() {
        return blocks.stream().flatMap(VendorBlock::sources);
    }

    private Stream<SensorSource.Place> places() {
        return blocks.stream().flatMap(block -> block.sensors().stream()).flatMap(SensorSource::places);
    }
}
