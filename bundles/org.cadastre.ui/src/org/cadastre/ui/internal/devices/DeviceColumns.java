package org.cadastre.ui.internal.devices;

import java.util.List;
import java.util.function.Function;

import org.cadastre.model.CadastrePackage;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.ui.internal.texts.ModelTexts;
import org.cadastre.ui.internal.texts.Texts;

/** The columns that every snapshot has: those of its list of devices. */
public final class DeviceColumns {

    public static final String KIND = "kind";
    public static final String MANUFACTURER = "manufacturer";
    public static final String SYSTEM = "system";
    public static final String GAPS = "gaps";

    private DeviceColumns() {
    }

    public static List<DeviceColumn> all() {
        return List.of(of("name", 220, true, false, DeviceEntry::name),
                of(KIND, 120, true, true,
                        entry -> ModelTexts.literal(entry.kind(), CadastrePackage.Literals.DEVICE, "kind")),
                of("addresses", 170, true, false, entry -> String.join(", ", entry.addresses())),
                of(SYSTEM, 240, true, true, DeviceEntry::operatingSystem),
                of(MANUFACTURER, 140, true, true, DeviceEntry::manufacturer),
                of("model", 180, true, true, DeviceEntry::model),
                number("elements", DeviceEntry::elements),
                number(GAPS, entry -> entry.gaps()),
                of("id", 150, false, false, DeviceEntry::id));
    }

    private static DeviceColumn of(String id, int width, boolean shown, boolean grouping, Function<DeviceEntry, String> text) {
        return new DeviceColumn(id, Texts.text("device." + id), width, false, shown, grouping,
                row -> text.apply(row.entry()));
    }

    /** Zero is left out: a column of noughts hides the numbers that say something. */
    private static DeviceColumn number(String id, Function<DeviceEntry, Number> number) {
        return new DeviceColumn(id, Texts.text("device." + id), 100, true, true, GAPS.equals(id), row -> {
            long value = number.apply(row.entry()).longValue();
            return value == 0 ? "" : Long.toString(value);
        });
    }
}
