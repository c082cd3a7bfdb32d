package org.cadastre.ui.internal.devices;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cadastre.repository.DeviceEntry;

/**
 * A device as a row of the table.
 *
 * @param entry what the snapshot's list of devices says of it
 * @param words all that can be found in the row, in small letters
 */
public record DeviceRow(DeviceEntry entry, String words) {

    static DeviceRow of(DeviceEntry entry) {
        return new DeviceRow(entry, Stream.concat(
                Stream.of(entry.name(), entry.id(), entry.manufacturer(), entry.model(), entry.operatingSystem()),
                entry.addresses().stream()).collect(Collectors.joining("\n")).toLowerCase(Locale.ROOT));
    }
}
