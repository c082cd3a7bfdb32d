package org.cadastre.ui.internal.estates;

import java.nio.file.Path;

import org.cadastre.repository.Estate;
import org.cadastre.ui.internal.parts.Problems;
import org.cadastre.ui.internal.parts.Services;
import org.cadastre.ui.internal.parts.Work;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for a name and a folder, creates an empty estate there, and puts it on the list. */
public final class NewEstateHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        NewEstateDialog dialog = new NewEstateDialog(shell);
        if (dialog.open() == Window.OK) {
            create(shell, dialog.directory(), dialog.name());
        }
        return null;
    }

    private static void create(Shell shell, Path directory, String name) {
        Work.<Path>of(Texts.text("estates.creating"), monitor -> {
            Estate.create(directory, name).close();
            return directory;
        }, Services.get(EstateList.class)::add,
                line -> Problems.show(shell, Texts.text("estates.new.title"), line)).schedule();
    }
}
