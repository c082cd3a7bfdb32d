package org.cadastre.repository.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.cadastre.model.DeviceKind;
import org.cadastre.repository.DeviceEntry;

/** index.tsv: one row a device, sorted by id. */
public final class DeviceIndex {

    private static final List<String> HEADER = List.of("id", "name", "kind", "manufacturer", "model", "operatingSystem",
            "addresses", "elements", "gaps");
    private static final Comparator<DeviceEntry> BY_NAME = Comparator
            .comparing(DeviceEntry::name, String.CASE_INSENSITIVE_ORDER).thenComparing(DeviceEntry::id);

    private DeviceIndex() {
    }

    /** @param devices sorted by id */
    public static String write(Collection<DeviceEntry> devices) {
        StringBuilder text = new StringBuilder(Tsv.row(HEADER));
        for (DeviceEntry device : devices) {
            text.append(Tsv.row(List.of(device.id(), device.name(), device.kind().getLiteral(), device.manufacturer(),
                    device.model(), device.operatingSystem(), String.join(",", device.addresses()),
                    Long.toString(device.elements()), Integer.toString(device.gaps()))));
        }
        return text.toString();
    }

    /**
     * The devices, sorted by name. Columns that a later version appended are passed over.
     *
     * @throws IllegalArgumentException if the text is no such table
     */
    public static List<DeviceEntry> read(String text) {
        return Tsv.rows(text).stream().map(DeviceIndex::entry).sorted(BY_NAME).toList();
    }

    private static DeviceEntry entry(List<String> cells) {
        if (cells.size() < HEADER.size()) {
            throw new IllegalArgumentException("a row has " + cells.size() + " cells");
        }
        DeviceKind kind = DeviceKind.get(cells.get(2));
        List<String> addresses = cells.get(6).isEmpty() ? List.of() : List.of(cells.get(6).split(","));
        return new DeviceEntry(cells.get(0), cells.get(1), kind == null ? DeviceKind.UNKNOWN : kind, cells.get(3),
                cells.get(4), cells.get(5), addresses, Long.parseLong(cells.get(7)), Integer.parseInt(cells.get(8)));
    }
}
