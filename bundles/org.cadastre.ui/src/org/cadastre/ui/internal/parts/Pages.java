package org.cadastre.ui.internal.parts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The pages of an editor, one shown at a time, chosen by tabs below them. */
public final class Pages {

    private final CTabFolder folder;

    public Pages(Composite parent) {
        folder = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
        folder.setSimple(true);
    }

    /** The parent of the pages. */
    public Composite control() {
        return folder;
    }

    /** Adds a page behind the others. The first one is shown. */
    public void add(String title, Control page) {
        CTabItem tab = new CTabItem(folder, SWT.NONE);
        tab.setText(title);
        tab.setControl(page);
        if (folder.getItemCount() == 1) {
            folder.setSelection(tab);
        }
    }

    public void show(Control page) {
        for (CTabItem tab : folder.getItems()) {
            if (tab.getControl() == page) {
                folder.setSelection(tab);
            }
        }
    }

    public boolean isShown(Control page) {
        return folder.getSelection() != null && folder.getSelection().getControl() == page;
    }

    public void setFocus() {
        if (folder.getSelection() != null) {
            folder.getSelection().getControl().setFocus();
        }
    }
}
