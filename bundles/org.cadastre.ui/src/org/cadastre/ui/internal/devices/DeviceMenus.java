package org.cadastre.ui.internal.devices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** The three choices above the table of devices: how it is grouped, filtered, and which columns it has. */
final class DeviceMenus {

    /** A menu with more values than this cannot be read; the search finds the others. */
    private static final int VALUES = 40;

    private final ToolBar bar;

    DeviceMenus(ToolBar bar) {
        this.bar = bar;
    }

    /** Adds a button that opens a menu, filled anew each time. */
    void add(String text, Consumer<Menu> fill) {
        ToolItem item = new ToolItem(bar, SWT.DROP_DOWN);
        item.setText(text);
        item.addListener(SWT.Selection, event -> {
            Menu menu = new Menu(bar);
            fill.accept(menu);
            var place = item.getBounds();
            menu.setLocation(bar.toDisplay(place.x, place.y + place.height));
            menu.addListener(SWT.Hide, hidden -> bar.getDisplay().asyncExec(menu::dispose));
            menu.setVisible(true);
        });
    }

    static void groups(Menu menu, List<DeviceColumn> columns, Optional<String> current, Consumer<Optional<String>> choose) {
        item(menu, SWT.RADIO, Texts.text("devices.group.none"), current.isEmpty(), () -> choose.accept(Optional.empty()));
        columns.stream().filter(DeviceColumn::grouping).forEach(column -> item(menu, SWT.RADIO, column.title(),
                current.equals(Optional.of(column.id())), () -> choose.accept(Optional.of(column.id()))));
    }

    static void filters(Menu menu, List<DeviceColumn> columns, List<DeviceRow> rows, List<DeviceFilter> current,
            Consumer<DeviceFilter> toggle) {
        for (DeviceColumn column : columns) {
            Map<String, List<DeviceRow>> values = column.grouping() ? DeviceLines.groups(rows, column) : Map.of();
            if (values.isEmpty()) {
                continue;
            }
            MenuItem cascade = new MenuItem(menu, SWT.CASCADE);
            cascade.setText(column.title());
            Menu below = new Menu(menu);
            cascade.setMenu(below);
            values.entrySet().stream().sorted((one, other) -> other.getValue().size() - one.getValue().size()).limit(VALUES)
                    .forEach(value -> {
                        DeviceFilter filter = new DeviceFilter(column.id(), value.getKey());
                        String name = value.getKey().isEmpty() ? Texts.text("devices.none") : value.getKey();
                        item(below, SWT.CHECK, name + "  (" + value.getValue().size() + ")", current.contains(filter),
                                () -> toggle.accept(filter));
                    });
        }
    }

    static void columns(Menu menu, List<DeviceColumn> all, List<String> shown, Consumer<String> toggle) {
        all.forEach(column -> item(menu, SWT.CHECK, column.title(), shown.contains(column.id()),
                () -> toggle.accept(column.id())));
    }

    private static void item(Menu menu, int style, String text, boolean chosen, Runnable action) {
        MenuItem item = new MenuItem(menu, style);
        item.setText(text.replace("&", "&&"));
        item.setSelection(chosen);
        // A radio item that loses its dot tells so, too.
        item.addListener(SWT.Selection, event -> {
            if (style != SWT.RADIO || item.getSelection()) {
                action.run();
            }
        });
    }
}
