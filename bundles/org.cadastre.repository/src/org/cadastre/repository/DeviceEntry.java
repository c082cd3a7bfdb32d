package org.cadastre.repository;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
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

    private static final Set<Coverage> GAPS = EnumSet.of(Coverage.PARTIAL, Coverage.DENIED, Coverage.FAILED,
            Coverage.TIMED_OUT);

    public DeviceEntry {
        addresses = List.copyOf(addresses);
    }

    /** The line of a device whose gaps are not counted yet. */
    public DeviceEntry(String id, String name, DeviceKind kind, String manufacturer, String model,
            String operatingSystem, List<String> addresses, long elements) {
        this(id, name, kind, manufacturer, model, operatingSystem, addresses, elements, 0);
    }

    DeviceEntry withId(String other) {
        return other.equals(id) ? this
                : new DeviceEntry(other, name, kind, manufacturer, model, operatingSystem, addresses, elements, gaps);
    }

    DeviceEntry withGapsOf(Device device) {
        int number = (int) device.getSections().stream().filter(section -> GAPS.contains(section.getCoverage())).count();
        return new DeviceEntry(id, name, kind, manufacturer, model, operatingSystem, addresses, elements, number);
    }
}
