package org.cadastre.ui.internal.parts;

import org.cadastre.ui.pages.SearchablePage;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.handlers.HandlerUtil;

/** Goes to the search field of the page that has the cursor, else to that of the part that is in use. */
public final class FindHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        for (Control at = Display.getCurrent().getFocusControl(); at != null; at = at.getParent()) {
            if (at instanceof SearchablePage page) {
                page.focusSearch();
                return null;
            }
        }
        if (HandlerUtil.getActivePart(event) instanceof Searchable part) {
            part.focusSearch();
        }
        return null;
    }
}
