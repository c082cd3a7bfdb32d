package org.cadastre.ui.pages;

import org.cadastre.repository.SnapshotReader;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * A further page of the snapshot editor: an OSGi service. Pages stand in the order of their service ranking, the highest first.
 */
public interface SnapshotPage {

    /** Of the tab, in the user's language. */
    String title();

    /**
     * Makes the page. On the UI thread when the editor opens, so that what takes long is for later: when it is painted first.
     *
     * @param snapshot can be read until the page is disposed
     */
    Control create(Composite parent, SnapshotReader snapshot);
}
