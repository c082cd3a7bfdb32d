package org.cadastre.ui.internal.devices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.cadastre.ui.internal.devices.DeviceLines.Device;
import org.cadastre.ui.internal.devices.DeviceLines.Group;
import org.cadastre.ui.internal.devices.DeviceLines.Line;
import org.cadastre.ui.internal.parts.Names;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The widget: only the lines in sight are ever filled, so that their number costs next to nothing. */
final class DeviceTable {

    /** What a person does with the table. */
    interface Listener {

        /** The title of a column was clicked. */
        void sort(DeviceColumn column);

        /** The line of a group was opened or closed. */
        void toggle(Group group);

        void open(DeviceRow row);

        void selected(List<DeviceRow> rows);
    }

    private final Table table;
    private final TableMemory memory;
    private final Listener listener;
    private List<DeviceColumn> columns = List.of();
    private List<Line> lines = List.of();

    DeviceTable(Composite parent, TableMemory memory, Listener listener) {
        this.memory = memory;
        this.listener = listener;
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        table.setHeaderVisible(true);
        Names.give(table, Texts.text("page.devices"));
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.DefaultSelection, event -> open());
        table.addListener(SWT.Selection, event -> listener.selected(selection()));
        table.addListener(SWT.Dispose, event -> remember());
    }

    Table control() {
        return table;
    }

    /** Shows these columns from left to right. */
    void columns(List<DeviceColumn> shown) {
        remember();
        columns = shown;
        table.setRedraw(false);
        for (TableColumn old : table.getColumns()) {
            old.dispose();
        }
        for (DeviceColumn column : shown) {
            TableColumn widget = new TableColumn(table, column.numeric() ? SWT.RIGHT : SWT.LEFT);
            widget.setText(column.title());
            widget.setData(column);
            widget.setMoveable(true);
            widget.setWidth(memory.width(column));
            widget.addListener(SWT.Selection, event -> listener.sort(column));
        }
        table.clearAll();
        table.setRedraw(true);
    }

    void sorted(String column, boolean ascending) {
        table.setSortColumn(Arrays.stream(table.getColumns())
                .filter(widget -> ((DeviceColumn) widget.getData()).id().equals(column)).findFirst().orElse(null));
        table.setSortDirection(ascending ? SWT.UP : SWT.DOWN);
    }

    /** Shows these lines; what was selected and is still there stays selected. */
    void lines(List<Line> shown) {
        List<DeviceRow> selected = selection();
        table.setRedraw(false);
        lines = shown;
        table.deselectAll();
        table.setItemCount(shown.size());
        table.clearAll();
        if (!selected.isEmpty()) {
            table.setSelection(IntStream.range(0, shown.size())
                    .filter(i -> shown.get(i) instanceof Device device && selected.contains(device.row())).toArray());
        }
        table.setRedraw(true);
    }

    /** The devices of the selected lines; those of a group whose line is selected, too, as far as they are shown. */
    List<DeviceRow> selection() {
        List<DeviceRow> rows = new ArrayList<>();
        for (int index : table.getSelectionIndices()) {
            if (index < lines.size() && lines.get(index) instanceof Device device) {
                rows.add(device.row());
            }
        }
        return rows;
    }

    /** The column below a place of the display, if there is one; for "only those like this one". */
    Optional<DeviceColumn> columnAt(Point place) {
        int x = table.toControl(place).x + table.getHorizontalBar().getSelection();
        for (int index : table.getColumnOrder()) {
            TableColumn column = table.getColumn(index);
            x -= column.getWidth();
            if (x < 0) {
                return Optional.of((DeviceColumn) column.getData());
            }
        }
        return Optional.empty();
    }

    private void fill(Event event) {
        if (event.index < 0 || event.index >= lines.size()) {
            // GTK asks for rows also while it takes them away.
            return;
        }
        TableItem item = (TableItem) event.item;
        switch (lines.get(event.index)) {
            case Device device -> {
                item.setText(columns.stream().map(column -> column.text().apply(device.row())).toArray(String[]::new));
                item.setImage(Icons.image(Icons.of(device.row().entry().kind())));
            }
            case Group group -> {
                String value = group.value().isEmpty() ? Texts.text("devices.none") : group.value();
                item.setText(0, (group.collapsed() ? "\u25b8 " : "\u25be ") + value + "  (" + group.devices() + ")");
                item.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
            }
        }
    }

    private void open() {
        int index = table.getSelectionIndex();
        if (index < 0) {
            return;
        }
        switch (lines.get(index)) {
            case Device device -> listener.open(device.row());
            case Group group -> listener.toggle(group);
        }
    }

    /** All that is shown, with the titles of the columns, in the order in which a person put them; tabs between cells. */
    String text() {
        int[] order = table.getColumnOrder();
        StringBuilder text = new StringBuilder(Arrays.stream(order).mapToObj(i -> columns.get(i).title())
                .collect(Collectors.joining("\t"))).append('\n');
        lines.stream().filter(Device.class::isInstance).map(line -> ((Device) line).row())
                .map(row -> Arrays.stream(order).mapToObj(i -> columns.get(i).text().apply(row)).collect(Collectors.joining("\t")))
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Keeps the widths and the order of the columns as a person left them. */
    void remember() {
        if (table.getColumnCount() == 0) {
            return;
        }
        List<String> ids = new ArrayList<>();
        for (int index : table.getColumnOrder()) {
            String id = ((DeviceColumn) table.getColumn(index).getData()).id();
            ids.add(id);
            memory.width(id, table.getColumn(index).getWidth());
        }
        memory.columns(ids);
    }
}
