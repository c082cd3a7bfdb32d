package org.cadastre.ui.internal.estates;

import org.cadastre.ui.internal.parts.Editors;
import org.cadastre.ui.internal.parts.Services;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Takes the selected estates off the list. Deletes nothing, so it does not ask. */
public final class RemoveEstateHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        for (Object selected : HandlerUtil.getCurrentStructuredSelection(event)) {
            if (selected instanceof ListedEstate estate) {
                Editors.closeAll(estate.directory());
                Services.get(EstateList.class).remove(estate.directory());
            }
        }
        return null;
    }
}
