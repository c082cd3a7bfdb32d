package org.cadastre.ui.internal.application;

import org.cadastre.ui.internal.estates.EstatesView;
import org.cadastre.ui.internal.scan.ScanView;
import org.cadastre.ui.internal.search.SearchView;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The estates on the left, what is open of them in the middle, the progress of a scan below while there is one. */
public final class Desk implements IPerspectiveFactory {

    static final String ID = "org.cadastre.ui.desk";

    private static final float ESTATES = 0.39f;
    private static final float ABOVE_SCAN = 0.70f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.addView(EstatesView.ID, IPageLayout.LEFT, ESTATES, layout.getEditorArea());
        layout.getViewLayout(EstatesView.ID).setCloseable(false);
        layout.getViewLayout(EstatesView.ID).setMoveable(false);
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, ABOVE_SCAN, layout.getEditorArea());
        below.addPlaceholder(ScanView.ID);
        below.addPlaceholder(SearchView.ID);
    }
}
