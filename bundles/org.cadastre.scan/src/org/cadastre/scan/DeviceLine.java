package org.cadastre.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.cadastre.model.Device;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.repository.DeviceEntry;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;

/**
 * Works out a device's line in the snapshot's index: the metamodel says which attributes go into which column
 * ({@code @Meta(index="...")}).
 */
final class DeviceLine {

    private DeviceLine() {
    }

    static DeviceEntry of(Device device) {
        return new DeviceEntry(device.getId(), device.getName(), device.getKind(), first(device, "manufacturer"),
                first(device, "model"), first(device, "operatingSystem"), addresses(device),
                Metamodel.countElements(device));
    }

    private static String first(Device device, String column) {
        List<String> values = values(device, column);
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** Those that others reach it by. */
    private static List<String> addresses(Device device) {
        return values(device, "address").stream().filter(DeviceLine::isReachable).distinct().sorted().toList();
    }

    private static boolean isReachable(String address) {
        return !address.startsWith("127.") && !address.equals("::1") && !address.toLowerCase(Locale.ROOT).startsWith("fe80:");
    }

    private static List<String> values(Device device, String column) {
        List<String> values = new ArrayList<>();
        device.eAllContents().forEachRemaining(element -> collect(element, column, values));
        return values;
    }

    private static void collect(EObject element, String column, List<String> values) {
        for (EAttribute attribute : element.eClass().getEAllAttributes()) {
            if (element.eIsSet(attribute) && Metamodel.annotation(attribute, "index").filter(column::equals).isPresent()) {
                values.add(Metamodel.text(attribute, element.eGet(attribute)));
            }
        }
    }
}
