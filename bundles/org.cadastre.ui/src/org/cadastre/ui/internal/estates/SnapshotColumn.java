package org.cadastre.ui.internal.estates;

import org.eclipse.swt.SWT;

/** The columns of the list of estates; widths in pixels at 96 dpi. */
enum SnapshotColumn {
    LABEL(165, SWT.LEFT), TAKEN(125, SWT.LEFT), OPERATOR(65, SWT.LEFT), DEVICES(60, SWT.RIGHT);

    private final int width;
    private final int alignment;

    SnapshotColumn(int width, int alignment) {
        this.width = width;
        this.alignment = alignment;
    }

    int width() {
        return width;
    }

    int alignment() {
        return alignment;
    }
}
