package org.cadastre.ui.internal.estates;

import org.eclipse.swt.SWT;

/** The columns of the list of estates, what tells snapshots apart first; widths in pixels at 96 dpi. */
enum SnapshotColumn {
    LABEL(170, SWT.LEFT), PURPOSE(66, SWT.LEFT), TICKET(74, SWT.LEFT), OPERATOR(76, SWT.LEFT), DIFFERENT(54, SWT.RIGHT),
    COVERAGE(86, SWT.LEFT), TAKEN(130, SWT.LEFT), DEVICES(60, SWT.RIGHT);

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
