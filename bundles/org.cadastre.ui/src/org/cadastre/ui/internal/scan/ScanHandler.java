package org.cadastre.ui.internal.scan;

import java.nio.file.Path;
import java.util.Optional;

import org.cadastre.ui.internal.estates.ListedEstate;
import org.cadastre.ui.internal.estates.SnapshotItem;
import org.cadastre.ui.internal.parts.Problems;
import org.cadastre.ui.internal.parts.StoredInput;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks what to scan, into the selected estate unless the person chooses another, and shows how it goes. */
public final class ScanHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        ScanDialog dialog = new ScanDialog(window.getShell(), estate(event));
        if (dialog.open() == Window.OK) {
            try {
                ((ScanView) window.getActivePage().showView(ScanView.ID)).start(dialog.plan());
            } catch (PartInitException broken) {
                throw new ExecutionException(Problems.unexpected(broken), broken);
            }
        }
        return null;
    }

    private static Optional<Path> estate(ExecutionEvent event) {
        IEditorPart editor = HandlerUtil.getActiveEditor(event);
        return switch (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement()) {
            case ListedEstate listed -> Optional.of(listed.directory());
            case SnapshotItem item -> Optional.of(item.estate());
            case null, default -> editor != null && editor.getEditorInput() instanceof StoredInput input
                    ? Optional.of(input.estate()) : Optional.empty();
        };
    }
}
