package org.cadastre.ui.internal.parts;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.viewers.CellLabelProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.ui.IMemento;

/** The columns of a tree, whose widths are remembered. */
public final class Columns {

    private final TreeViewer viewer;
    private final String name;
    private final List<TreeColumn> columns = new ArrayList<>();

    private Columns(TreeViewer viewer, String name) {
        this.viewer = viewer;
        this.name = name;
    }

    /** @param name under which the widths are remembered */
    public static Columns of(TreeViewer viewer, String name) {
        return new Columns(viewer, name);
    }

    /** @param width in pixels at 96 dpi, until the person chooses another */
    public void add(String title, int width, int alignment, CellLabelProvider labels) {
        TreeViewerColumn column = new TreeViewerColumn(viewer, alignment);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.getColumn().setResizable(true);
        column.setLabelProvider(labels);
        columns.add(column.getColumn());
    }

    /** @param memento of the last session; null if there was none */
    public void restore(IMemento memento) {
        for (int i = 0; memento != null && i < columns.size(); i++) {
            Integer width = memento.getInteger(name + i);
            if (width != null && width > 0) {
                columns.get(i).setWidth(width);
            }
        }
    }

    public void save(IMemento memento) {
        for (int i = 0; i < columns.size(); i++) {
            memento.putInteger(name + i, columns.get(i).getWidth());
        }
    }
}
