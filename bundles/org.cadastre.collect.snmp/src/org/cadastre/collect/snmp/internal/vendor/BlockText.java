package org.cadastre.collect.snmp.internal.vendor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One block of the table while it is being read: "[prefix vendor]" and the lines below it. */
final class BlockText {

    private static final String EVERY_DEVICE = "*";

    private final String prefix;
    private final Optional<String> vendor;
    private final List<Source> conditions = new ArrayList<>();
    private final Map<Fact, List<Source>> facts = new EnumMap<>(Fact.class);
    private final List<KindRule> kinds = new ArrayList<>();
    private final Map<String, String> models = new HashMap<>();
    private final List<MemberSource> members = new ArrayList<>();
    private final List<SensorSource> sensors = new ArrayList<>();

    /** @param head what stands between the brackets */
    BlockText(String head) {
        String[] parts = head.strip().split("\\s+", 2);
        this.prefix = parts[0].equals(EVERY_DEVICE) ? "" : LineSyntax.oid(parts[0]);
        this.vendor = parts.length < 2 ? Optional.empty() : Optional.of(parts[1]);
    }

    /** @throws IllegalArgumentException saying what is wrong */
    void add(String key, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("\"%s\" has no value".formatted(key));
        }
        switch (key) {
            case "if" -> conditions.addAll(LineSyntax.sources(Optional.empty(), value));
            case "vendor" -> addFact(Fact.VENDOR, value);
            case "model" -> addFact(Fact.MODEL, value);
            case "serial" -> addFact(Fact.SERIAL, value);
            case "firmware" -> addFact(Fact.FIRMWARE, value);
            case "system" -> addFact(Fact.SYSTEM, value);
            case "kind" -> kinds.addAll(LineSyntax.kinds(value));
            case "members" -> members.add(TableSyntax.members(value));
            case "sensors" -> sensors.add(TableSyntax.sensors(value));
            default -> addModel(key, value);
        }
    }

    private void addFact(Fact fact, String value) {
        facts.computeIfAbsent(fact, none -> new ArrayList<>()).addAll(LineSyntax.sources(Optional.of(fact), value));
    }

    private void addModel(String key, String name) {
        if (!key.startsWith(".")) {
            throw new IllegalArgumentException("there is no key \"%s\"; there are if, kind, vendor, model, serial, firmware, system, members, sensors, and .NUMBER for the model with that sysObjectID".formatted(key));
        }
        if (models.put(LineSyntax.oid(prefix + key), name) != null) {
            throw new IllegalArgumentException("%s is there already".formatted(key));
        }
    }

    VendorBlock block() {
        return new VendorBlock(prefix, vendor, List.copyOf(conditions), Map.copyOf(facts), List.copyOf(kinds), Map.copyOf(models), List.copyOf(members),
                List.copyOf(sensors));
    }
}
