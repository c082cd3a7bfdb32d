package org.cadastre.ui.internal.scan;

import java.nio.file.Path;
import java.util.Optional;

import org.cadastre.model.Purpose;
import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.estates.ListedEstate;
import org.cadastre.ui.internal.estates.SnapshotItem;
import org.cadastre.ui.internal.parts.Problems;
import org.cadastre.ui.internal.parts.Services;
import org.cadastre.ui.internal.parts.StoredInput;
import org.cadastre.ui.internal.parts.Work;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Asks what to scan, into the selected estate unless the person chooses another, and shows how it goes. Behind the class's
 * name in plugin.xml stands "begin" or "finish" for the two snapshots around some work.
 */
public final class ScanHandler extends AbstractHandler implements IExecutableExtension {

    private String occasion = "";

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        occasion = String.valueOf(data);
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        switch (occasion) {
            case "begin" -> ask(window, estate(event), new Occasion.Begin());
            case "finish" -> begun(event).ifPresentOrElse(before -> finish(window, before), () -> Problems.show(
                    window.getShell(), Texts.text("scan.finish.title"), Texts.text("scan.finish.nothing")));
            default -> ask(window, estate(event), new Occasion.Any());
        }
        return null;
    }

    private static void finish(IWorkbenchWindow window, SnapshotItem before) {
        EstateList estates = Services.get(EstateList.class);
        Work.of(Texts.text("scan.finish.title"),
                monitor -> Scope.read(estates, before),
                scope -> ask(window, Optional.of(before.estate()), new Occasion.Finish(before, scope)),
                problem -> Problems.show(window.getShell(), Texts.text("scan.finish.title"), problem)).schedule();
    }

    private static void ask(IWorkbenchWindow window, Optional<Path> estate, Occasion occasion) {
        ScanDialog dialog = new ScanDialog(window.getShell(), estate, occasion);
        if (dialog.open() == Window.OK) {
            try {
                ((ScanView) window.getActivePage().showView(ScanView.ID)).start(dialog.plan());
            } catch (PartInitException broken) {
                Problems.show(window.getShell(), occasion.title(), Problems.unexpected(broken));
            }
        }
    }

    /** The selected snapshot before some work, else the newest one of the estate. */
    private static Optional<SnapshotItem> begun(ExecutionEvent event) {
        if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement() instanceof SnapshotItem item
                && item.info().purpose() == Purpose.BEFORE) {
            return Optional.of(item);
        }
        EstateList estates = Services.get(EstateList.class);
        Optional<Path> chosen = estate(event).or(() -> estates.all().stream().map(ListedEstate::directory).findFirst());
        return chosen.flatMap(estates::find).stream().flatMap(estate -> estate.snapshots().stream())
                .filter(item -> item.info().purpose() == Purpose.BEFORE).findFirst();
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
