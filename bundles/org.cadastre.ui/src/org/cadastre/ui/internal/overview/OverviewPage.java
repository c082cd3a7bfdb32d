package org.cadastre.ui.internal.overview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.cadastre.model.CadastrePackage;
import org.cadastre.model.Snapshot;
import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.ui.internal.devices.DeviceColumns;
import org.cadastre.ui.internal.devices.DeviceFilter;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.ModelTexts;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** A snapshot at a glance: what kinds of devices, whose, with which systems, and how well they were read. */
public final class OverviewPage extends Composite {

    /**
     * @param onDevices gets the filter that leaves the devices of a line that was opened
     * @param onCoverage goes to what could not be read
     */
    public OverviewPage(Composite parent, List<DeviceEntry> devices, Snapshot head, Consumer<DeviceFilter> onDevices,
            Runnable onCoverage) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).margins(12, 12).spacing(16, 14).applyTo(this);
        CountTable kinds = counts(devices, "overview.kinds", DeviceColumns.KIND, OverviewPage::kind, onDevices);
        Map<String, String> pictures = new LinkedHashMap<>();
        devices.forEach(device -> pictures.putIfAbsent(kind(device), Icons.of(device.kind())));
        kinds.pictures(kind -> Icons.image(pictures.get(kind)));
        place(kinds);
        place(counts(devices, "overview.systems", DeviceColumns.SYSTEM, DeviceEntry::operatingSystem, onDevices));
        place(counts(devices, "overview.manufacturers", DeviceColumns.MANUFACTURER, DeviceEntry::manufacturer, onDevices));
        place(new CountTable(this, Texts.text("overview.coverage"), coverage(devices, head), line -> onCoverage.run()));
    }

    private CountTable counts(List<DeviceEntry> devices, String title, String column, Function<DeviceEntry, String> text,
            Consumer<DeviceFilter> onDevices) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        devices.forEach(device -> counts.merge(text.apply(device), 1, Integer::sum));
        return new CountTable(this, Texts.text(title), counts, value -> onDevices.accept(new DeviceFilter(column, value)));
    }

    private static String kind(DeviceEntry device) {
        return ModelTexts.literal(device.kind(), CadastrePackage.Literals.DEVICE, "kind");
    }

    /** Devices that were read with and without gaps, and targets that were not, silent addresses of a range left out. */
    private static Map<String, Integer> coverage(List<DeviceEntry> devices, Snapshot head) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        long gaps = devices.stream().filter(device -> device.gaps() > 0).count();
        counts.put(Texts.text("overview.complete"), (int) (devices.size() - gaps));
        counts.put(Texts.text("overview.gaps"), (int) gaps);
        for (TargetOutcome target : head.getTargets()) {
            if (target.getResult() != TargetResult.READ && !target.isSwept()) {
                String result = ModelTexts.literal(target.getResult(), CadastrePackage.Literals.TARGET_OUTCOME, "result");
                counts.merge(Texts.text("overview.target", result), 1, Integer::sum);
            }
        }
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static void place(Composite table) {
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.FILL).applyTo(table);
    }

    @Override
    public boolean setFocus() {
        return getChildren()[0].setFocus();
    }
}
