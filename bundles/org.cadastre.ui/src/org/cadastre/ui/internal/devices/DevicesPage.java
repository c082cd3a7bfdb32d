package org.cadastre.ui.internal.devices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.cadastre.repository.DeviceEntry;
import org.cadastre.ui.internal.devices.DeviceLines.Group;
import org.cadastre.ui.internal.parts.SearchField;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;

/** All devices of a snapshot as a table: search, groups, filters and columns as a person wants them, and as they were left. */
public final class DevicesPage extends Composite implements DeviceTable.Listener {

    private final TableMemory memory;
    private final ContentSearch contentSearch;
    private final List<DeviceRow> all;
    private final Map<String, DeviceColumn> columns = new LinkedHashMap<>();
    private final Set<String> collapsed = new HashSet<>();
    private final List<DeviceFilter> filters;
    private final Consumer<DeviceEntry> onOpen;
    private final SearchField search;
    private final FilterChips chips;
    private final DeviceTable table;
    private final Label status;
    private String query = "";
    private Set<String> foundInside = Set.of();
    private List<String> shown;

    /**
     * @param estate tells estates apart, for what is remembered
     * @param onOpen gets the device that was opened by double click or Enter
     */
    public DevicesPage(Composite parent, String estate, List<DeviceEntry> devices, ContentSearch contentSearch,
            Consumer<DeviceEntry> onOpen) {
        super(parent, SWT.NONE);
        this.contentSearch = contentSearch;
        this.onOpen = onOpen;
        memory = new TableMemory(estate);
        all = devices.stream().map(DeviceRow::of).toList();
        DeviceColumns.all().forEach(column -> columns.put(column.id(), column));
        filters = new ArrayList<>(memory.filters().stream().filter(filter -> columns.containsKey(filter.column())).toList());
        GridLayoutFactory.fillDefaults().margins(8, 8).spacing(0, 6).applyTo(this);
        Composite top = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(top);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        search = new SearchField(top, Texts.text("devices.search"), this::search, this::focusTable);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(search);
        createMenus(new DeviceMenus(new ToolBar(top, SWT.FLAT | SWT.RIGHT)));
        chips = new FilterChips(this, this::toggle);
        table = new DeviceTable(this, memory, this);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        status = new Label(this, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(status);
        shown = new ArrayList<>(memory.columns(List.copyOf(columns.values())));
        shown.retainAll(columns.keySet());
        showColumns();
        chips.show(filters, columns);
        refresh();
        addListener(SWT.Dispose, event -> contentSearch.stop());
    }

    private void createMenus(DeviceMenus menus) {
        menus.add(Texts.text("devices.group"),
                menu -> DeviceMenus.groups(menu, List.copyOf(columns.values()), memory.group(), this::group));
        menus.add(Texts.text("devices.filter"),
                menu -> DeviceMenus.filters(menu, List.copyOf(columns.values()), all, filters, this::toggle));
        menus.add(Texts.text("devices.columns"),
                menu -> DeviceMenus.columns(menu, List.copyOf(columns.values()), shown, this::toggleColumn));
    }

    public void focusSearch() {
        search.selectAll();
    }

    @Override
    public boolean setFocus() {
        return focusTable();
    }

    private boolean focusTable() {
        return table.control().setFocus();
    }

    /** Shows only devices with this text in this column, as if chosen from the menu. */
    public void showOnly(DeviceFilter filter) {
        filters.clear();
        toggle(filter);
    }

    private void search(String typed) {
        query = typed.toLowerCase(Locale.ROOT);
        foundInside = Set.of();
        contentSearch.stop();
        refresh();
        if (!query.isEmpty()) {
            search.showResult(Texts.text("search.running"));
            contentSearch.start(typed, found -> {
                if (!isDisposed()) {
                    foundInside = found;
                    search.showResult("");
                    refresh();
                }
            }, search::showResult);
        } else {
            search.showResult("");
        }
    }

    private void refresh() {
        List<DeviceRow> rows = DeviceLines.filtered(all, filters, columns, row -> query.isEmpty()
                || row.words().contains(query) || foundInside.contains(row.entry().id()));
        DeviceColumn sort = columns.getOrDefault(memory.sort(), columns.get("name"));
        Comparator<DeviceRow> order = sort.order(memory.ascending()).thenComparing(columns.get("name").order(true));
        table.sorted(sort.id(), memory.ascending());
        table.lines(DeviceLines.of(rows, order, memory.group().map(columns::get), collapsed));
        status.setText(rows.size() == all.size() ? Texts.text("devices.all", all.size())
                : rows.isEmpty() ? Texts.text("devices.noneFound") : Texts.text("devices.some", rows.size(), all.size()));
    }

    private void showColumns() {
        table.columns(shown.stream().map(columns::get).toList());
    }

    private void group(Optional<String> column) {
        memory.group(column);
        collapsed.clear();
        refresh();
    }

    private void toggle(DeviceFilter filter) {
        if (!filters.remove(filter)) {
            filters.add(filter);
        }
        memory.filters(filters);
        chips.show(filters, columns);
        refresh();
    }

    private void toggleColumn(String id) {
        table.remember();
        shown = new ArrayList<>(memory.columns(List.copyOf(columns.values())));
        if (!shown.remove(id)) {
            shown.add(id);
        }
        if (shown.isEmpty()) {
            shown.add("name");
        }
        showColumns();
        refresh();
    }

    @Override
    public void sort(DeviceColumn column) {
        memory.sort(column.id(), !column.id().equals(memory.sort()) || !memory.ascending());
        refresh();
    }

    @Override
    public void toggle(Group group) {
        if (!collapsed.remove(group.value())) {
            collapsed.add(group.value());
        }
        refresh();
    }

    @Override
    public void open(DeviceRow row) {
        onOpen.accept(row.entry());
    }

    @Override
    public void selected(List<DeviceRow> rows) {
        // The rows say what they are themselves.
    }
}
