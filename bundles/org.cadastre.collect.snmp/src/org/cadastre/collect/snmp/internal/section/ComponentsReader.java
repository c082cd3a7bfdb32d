package org.cadastre.collect.snmp.internal.section;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Words;
import org.cadastre.collect.snmp.internal.vendor.Make;
import org.cadastre.collect.snmp.network.Component;
import org.cadastre.collect.snmp.network.Components;
import org.cadastre.collect.snmp.network.NetworkFactory;

/** What the device is made of (ENTITY-MIB, RFC 6933; the maker's own tables; HOST-RESOURCES-MIB, RFC 2790). Sensors are left out: they are told with their values. */
final class ComponentsReader implements SectionReader<Components> {

    private static final Words TYPES = Words.of("other", "unknown", "chassis", "backplane", "container", "powerSupply", "fan", "sensor",
            "module", "port", "stack", "cpu", "energyObject", "battery", "storageDrive");
    private static final int SENSOR = 8;

    private final Make make;

    ComponentsReader(Make make) {
        this.make = make;
    }

    @Override
    public Components create() {
        return NetworkFactory.eINSTANCE.createComponents();
    }

    @Override
    public List<Table> tables() {
        return List.of(EntityTree.ENTITIES, HostResources.DEVICES);
    }

    @Override
    public void read(Components section, Mib mib) {
        EntityTree tree = EntityTree.of(mib);
        for (Row row : tree.parts()) {
            if (!row.is(5, SENSOR)) {
                section.getComponents().add(component(tree, row));
            }
        }
        members(section);
        if (section.getComponents().isEmpty()) {
            hostDevices(section, mib);
        }
    }

    /** Computers tell their parts by another MIB. */
    private static void hostDevices(Components section, Mib mib) {
        Set<String> used = new HashSet<>();
        for (Row row : mib.rows(HostResources.DEVICES)) {
            Component part = NetworkFactory.eINSTANCE.createComponent();
            String description = row.text(3).orElse("device");
            part.setName(used.add(description) ? description : description + " (" + row.number() + ")");
            row.oid(2).flatMap(HostResources::deviceType).ifPresent(part::setType);
            section.getComponents().add(part);
        }
    }

    /** Units of a stack that only the maker's own tables tell. */
    private void members(Components section) {
        Set<String> known = section.getComponents().stream().map(Component::getSerialNumber).collect(Collectors.toSet());
        for (Make.Member member : make.members()) {
            if (member.serial().filter(serial -> !known.contains(serial)).isPresent()) {
                Component unit = NetworkFactory.eINSTANCE.createComponent();
                unit.setName(member.name());
                unit.setType("chassis");
                member.model().ifPresent(unit::setModel);
                member.serial().ifPresent(unit::setSerialNumber);
                member.firmware().ifPresent(unit::setFirmwareVersion);
                section.getComponents().add(unit);
            }
        }
    }

    private static Component component(EntityTree tree, Row row) {
        Component component = NetworkFactory.eINSTANCE.createComponent();
        component.setName(tree.name(row.number()));
        row.text(2).ifPresent(component::setDescription);
        row.word(5, TYPES).ifPresent(component::setType);
        row.integer(4).filter(tree::isKnown).map(tree::name).ifPresent(component::setParent);
        row.integer(6).filter(position -> position >= 0).ifPresent(component::setPosition);
        said(row, 8).ifPresent(component::setHardwareVersion);
        said(row, 9).ifPresent(component::setFirmwareVersion);
        said(row, 10).ifPresent(component::setSoftwareVersion);
        said(row, 11).ifPresent(component::setSerialNumber);
        said(row, 12).ifPresent(component::setManufacturer);
        said(row, 13).ifPresent(component::setModel);
        said(row, 15).ifPresent(component::setAssetTag);
        row.number(16).ifPresent(truth -> component.setReplaceable(truth == 1));
        return component;
    }

    /** Agents fill what they do not know with dashes, zeros and the like. */
    private static Optional<String> said(Row row, int column) {
        return row.text(column).filter(text -> !text.matches("(?i)[-0\\s.]*|n/?a|none|unknown|unspecified|null|not available"));
    }
}
