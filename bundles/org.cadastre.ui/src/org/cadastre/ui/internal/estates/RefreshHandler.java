package org.cadastre.ui.internal.estates;

import org.cadastre.ui.internal.parts.Services;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Reads the snapshots of all estates on the list again. */
public final class RefreshHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        EstateList estates = Services.get(EstateList.class);
        estates.all().forEach(estate -> estates.refresh(estate.directory()));
        return null;
    }
}
