package org.cadastre.ui.internal.devices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.Preferences;

/**
 * How a person arranged the table of devices: remembered for all snapshots. Filters are remembered for each estate, for
 * what is filtered in one has no meaning in another.
 */
final class TableMemory {

    private static final String FILTERS = "filters.";
    private static final String PARTS = "\t";

    private final Preferences preferences = InstanceScope.INSTANCE.getNode("org.cadastre.ui/devices");
    private final String estate;

    /** @param estate tells estates apart */
    TableMemory(String estate) {
        this.estate = Integer.toHexString(estate.hashCode());
    }

    /** Ids of the columns that are shown, from left to right. */
    List<String> columns(List<DeviceColumn> all) {
        String stored = preferences.get("columns", "");
        return stored.isEmpty() ? all.stream().filter(DeviceColumn::shown).map(DeviceColumn::id).toList()
                : Arrays.asList(stored.split(","));
    }

    void columns(Iterable<String> ids) {
        preferences.put("columns", String.join(",", ids));
    }

    int width(DeviceColumn column) {
        return Math.max(20, preferences.getInt("width." + column.id(), column.width()));
    }

    void width(String column, int pixels) {
        preferences.putInt("width." + column, pixels);
    }

    String sort() {
        return preferences.get("sort", "name");
    }

    boolean ascending() {
        return preferences.getBoolean("ascending", true);
    }

    void sort(String column, boolean ascending) {
        preferences.put("sort", column);
        preferences.putBoolean("ascending", ascending);
    }

    Optional<String> group() {
        return Optional.of(preferences.get("group", "")).filter(id -> !id.isEmpty());
    }

    void group(Optional<String> column) {
        preferences.put("group", column.orElse(""));
    }

    List<DeviceFilter> filters() {
        List<DeviceFilter> filters = new ArrayList<>();
        for (String line : preferences.get(FILTERS + estate, "").split("\n")) {
            String[] parts = line.split(PARTS, -1);
            if (parts.length == 2) {
                filters.add(new DeviceFilter(parts[0], parts[1]));
            }
        }
        return filters;
    }

    void filters(List<DeviceFilter> filters) {
        preferences.put(FILTERS + estate, String.join("\n",
                filters.stream().map(filter -> filter.column() + PARTS + filter.value()).toList()));
    }
}
