package org.cadastre.repository;

import java.util.List;

import org.cadastre.model.DeviceKind;

/**
 * One line of a snapshot's device list.
 *
 * @param id 16 hexadecimal digits
 * @param manufacturer empty if unknown, as are model and operating system
 * @param addresses IP addresses in the order in which they are to be shown
 * @param elements how many elements the state of the device holds
 * @param gaps how many sections were asked for and not read completely: partial, denied, failed or timed out. Tells a
 *        comparison of which equal devices something remains unknown, without reading them
 */
public record DeviceEntry(String id, String name, DeviceKind kind, String manufacturer, String model,
        String operatingSystem, List<String> addresses, long elements, int gaps) {

    public DeviceEntry {
        addresses = List.copyOf(addresses);
    }

    /** A device without gaps. */
    public DeviceEntry(String id, String name, DeviceKind kind, String manufacturer, String model,
            String operatingSystem, List<String> addresses, long elements) {
        this(id, name, kind, manufacturer, model, operatingSystem, addresses, elements, 0);
    }
}
