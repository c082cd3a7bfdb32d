package org.cadastre.compare.condense;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.DeviceComparison;

/** A change with the device that it was found on. */
public record ChangeOnDevice(DeviceComparison device, Change change) {

    /** "web1" for the changes of one device, "12 devices" for those of several. */
    public static String devices(Collection<ChangeOnDevice> changes) {
        Set<DeviceComparison> devices = changes.stream().map(ChangeOnDevice::device).collect(Collectors.toSet());
        return devices.size() == 1 ? devices.iterator().next().getName() : devices.size() + " devices";
    }
}
