package org.cadastre.ui.internal.estates;

import org.cadastre.ui.internal.parts.Editors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the selected snapshots. */
public final class OpenSnapshotHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        for (Object selected : HandlerUtil.getCurrentStructuredSelection(event)) {
            if (selected instanceof SnapshotItem item) {
                Editors.openSnapshot(item.estate(), item.info());
            }
        }
        return null;
    }
}
