package org.cadastre.ui.internal.snapshot;

import java.util.List;

import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Attributes and values in two columns; tooltips tell what an attribute means and the value with nothing rounded. */
final class FactsTable {

    private static final int MOST_ROWS = 12;

    private final Composite place;
    private final TableViewer viewer;

    FactsTable(Composite parent) {
        place = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        place.setLayout(layout);
        viewer = new TableViewer(place, SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        viewer.getTable().setHeaderVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        layout.setColumnData(column(Texts.text("details.attribute"), new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return ((Facts) element).name();
            }

            @Override
            public String getToolTipText(Object element) {
                return blankToNull(((Facts) element).documentation());
            }
        }), new ColumnWeightData(30, 120));
        layout.setColumnData(column(Texts.text("details.value"), new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return ((Facts) element).value();
            }

            @Override
            public String getToolTipText(Object element) {
                return blankToNull(((Facts) element).exact());
            }
        }), new ColumnWeightData(70, 200));
        ColumnViewerToolTipSupport.enableFor(viewer);
    }

    private org.eclipse.swt.widgets.TableColumn column(String title, ColumnLabelProvider labels) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        column.setLabelProvider(labels);
        return column.getColumn();
    }

    Control control() {
        return place;
    }

    void show(List<Facts> facts) {
        viewer.setInput(facts);
    }

    /** The height in pixels at which all rows are seen, up to a dozen. */
    int height() {
        int rows = Math.min(MOST_ROWS, viewer.getTable().getItemCount());
        return viewer.getTable().getHeaderHeight() + rows * viewer.getTable().getItemHeight() + 4;
    }

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
