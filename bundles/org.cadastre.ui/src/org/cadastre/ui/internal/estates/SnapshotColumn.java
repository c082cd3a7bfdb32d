package org.cadastre.ui.internal.estates;

import org.eclipse.swt.SWT;

/** The columns of the list of estates, what tells snapshots apart first; widths in pixels at 96 dpi. */
enum SnapshotColumn {
    LABEL(125, SWT.LEFT), PURPOSE(58, SWT.LEFT), TICKET(72, SWT.LEFT), OPERATOR(68, SWT.LEFT), DIFFERENT(50, SWT.RIGHT),
    COVERAGE(78, SWT.LEFT), TAKEN(130, SWT.LEFT), DEVICES(60, SWT.RIGHT);

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
