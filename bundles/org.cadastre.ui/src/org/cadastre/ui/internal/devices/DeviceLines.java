package org.cadastre.ui.internal.devices;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The lines of the table of devices: what is left of all rows after filters and search, sorted, grouped. */
final class DeviceLines {

    /** A line of the table. */
    sealed interface Line {
        // One of the two below.
    }

    /** @param row a device */
    record Device(DeviceRow row) implements Line {
    }

    /**
     * The line above the devices of a group.
     *
     * @param value what they have in common; empty when it is that they have nothing in the column
     */
    record Group(String value, int devices, boolean collapsed) implements Line {
    }

    private DeviceLines() {
    }

    /** Rows that pass all filters; of several filters of one column one is enough. */
    static List<DeviceRow> filtered(List<DeviceRow> all, Collection<DeviceFilter> filters, Map<String, DeviceColumn> columns,
            Predicate<DeviceRow> found) {
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        filters.forEach(filter -> wanted.computeIfAbsent(filter.column(), column -> new ArrayList<>()).add(filter.value()));
        wanted.keySet().retainAll(columns.keySet());
        return all.stream().filter(found).filter(row -> wanted.entrySet().stream()
                .allMatch(one -> one.getValue().contains(columns.get(one.getKey()).text().apply(row)))).toList();
    }

    /**
     * @param collapsed values of groups whose devices are hidden
     * @param group empty for one list without groups
     */
    static List<Line> of(List<DeviceRow> rows, Comparator<DeviceRow> order, Optional<DeviceColumn> group,
            Set<String> collapsed) {
        List<DeviceRow> sorted = rows.stream().sorted(order).toList();
        if (group.isEmpty()) {
            return sorted.stream().map(row -> (Line) new Device(row)).toList();
        }
        List<Line> lines = new ArrayList<>();
        groups(sorted, group.get()).forEach((value, members) -> {
            lines.add(new Group(value, members.size(), collapsed.contains(value)));
            if (!collapsed.contains(value)) {
                members.forEach(row -> lines.add(new Device(row)));
            }
        });
        return lines;
    }

    /** The devices by what stands in a column, sorted; those without a text come last. */
    static Map<String, List<DeviceRow>> groups(List<DeviceRow> rows, DeviceColumn column) {
        Map<String, List<DeviceRow>> groups = new TreeMap<>(
                Comparator.comparing(String::isEmpty).thenComparing(NaturalOrder.INSTANCE));
        rows.forEach(row -> groups.computeIfAbsent(column.text().apply(row), value -> new ArrayList<>()).add(row));
        return groups;
    }
}
