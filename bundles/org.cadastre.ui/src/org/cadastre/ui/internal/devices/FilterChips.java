package org.cadastre.ui.internal.devices;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The filters that hold, each a button that takes it away, so that nobody wonders where the other devices are. */
final class FilterChips extends Composite {

    private final Consumer<DeviceFilter> onRemove;

    FilterChips(Composite parent, Consumer<DeviceFilter> onRemove) {
        super(parent, SWT.NONE);
        this.onRemove = onRemove;
        RowLayout layout = new RowLayout();
        layout.marginLeft = 0;
        layout.marginTop = 0;
        layout.marginBottom = 0;
        setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(this);
    }

    void show(List<DeviceFilter> filters, Map<String, DeviceColumn> columns) {
        for (Control chip : getChildren()) {
            chip.dispose();
        }
        for (DeviceFilter filter : filters) {
            Button chip = new Button(this, SWT.PUSH);
            String value = filter.value().isEmpty() ? Texts.text("devices.none") : filter.value();
            chip.setText((columns.get(filter.column()).title() + ": " + value).replace("&", "&&"));
            chip.setImage(Icons.image("remove"));
            chip.setToolTipText(Texts.text("devices.filter.remove"));
            chip.addListener(SWT.Selection, event -> onRemove.accept(filter));
        }
        ((GridData) getLayoutData()).exclude = filters.isEmpty();
        setVisible(!filters.isEmpty());
        getParent().layout(true, true);
    }
}
