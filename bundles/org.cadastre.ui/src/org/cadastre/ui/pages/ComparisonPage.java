package org.cadastre.ui.pages;

import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.repository.SnapshotReader;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A further page of the comparison editor: as {@link SnapshotPage}. */
public interface ComparisonPage {

    /** Of the tab, in the user's language. */
    String title();

    /** Makes the page, as {@link SnapshotPage#create} does. */
    Control create(Composite parent, SnapshotReader before, SnapshotReader after, SnapshotComparison comparison);
}
