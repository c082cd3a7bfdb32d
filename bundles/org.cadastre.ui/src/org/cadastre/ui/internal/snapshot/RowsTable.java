package org.cadastre.ui.internal.snapshot;

import java.util.function.Consumer;

import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.tree.TreeLine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The lines below a line as a table that sorts by any column. Virtual: the number of rows costs nothing to show. */
final class RowsTable {

    /** Rows that are looked at to find the width of a column. */
    private static final int SAMPLE = 60;
    private static final int WIDEST = 320;
    private static final int PADDING = 26;

    private final Table table;
    private NodeTable content;

    /** @param onOpen gets the line whose row was opened by double click or Enter */
    RowsTable(Composite parent, Consumer<TreeLine> onOpen) {
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        table.setHeaderVisible(true);
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.DefaultSelection, event -> onOpen.accept(content.rows().get(table.getSelectionIndex()).node()));
    }

    Control control() {
        return table;
    }

    void show(NodeTable below) {
        table.setRedraw(false);
        table.setItemCount(0);
        table.setSortColumn(null);
        for (TableColumn column : table.getColumns()) {
            column.dispose();
        }
        content = below;
        for (int i = 0; i < below.columns().size(); i++) {
            TableColumn column = new TableColumn(table, below.numeric().get(i) ? SWT.RIGHT : SWT.LEFT);
            column.setText(below.columns().get(i));
            column.setWidth(width(i));
            column.setMoveable(true);
            int index = i;
            column.addListener(SWT.Selection, event -> sort(column, index));
        }
        table.setItemCount(below.rows().size());
        table.setRedraw(true);
    }

    private int width(int column) {
        var gc = new org.eclipse.swt.graphics.GC(table);
        int width = gc.textExtent(content.columns().get(column)).x;
        for (NodeTable.Row row : content.rows().subList(0, Math.min(SAMPLE, content.rows().size()))) {
            width = Math.max(width, gc.textExtent(row.texts().get(column)).x + (column == 0 ? 20 : 0));
        }
        gc.dispose();
        return Math.min(WIDEST, width) + PADDING;
    }

    private void fill(Event event) {
        if (event.index < 0 || event.index >= content.rows().size()) {
            // GTK asks for rows also while it takes them away.
            return;
        }
        NodeTable.Row row = content.rows().get(event.index);
        TableItem item = (TableItem) event.item;
        item.setText(row.texts().toArray(String[]::new));
        item.setImage(Icons.image(row.node().icon()));
    }

    private void sort(TableColumn column, int index) {
        boolean ascending = table.getSortColumn() != column || table.getSortDirection() == SWT.DOWN;
        table.setSortColumn(column);
        table.setSortDirection(ascending ? SWT.UP : SWT.DOWN);
        content = content.sorted(index, ascending);
        table.deselectAll();
        table.clearAll();
    }
}
