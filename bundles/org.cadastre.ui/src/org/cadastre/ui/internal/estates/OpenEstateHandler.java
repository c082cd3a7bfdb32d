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
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for the folder of an estate and puts it on the list. */
public final class OpenEstateHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.OPEN);
        dialog.setText(Texts.text("estates.open.title"));
        dialog.setMessage(Texts.text("estates.open.message"));
        String chosen = dialog.open();
        if (chosen != null) {
            open(shell, Path.of(chosen));
        }
        return null;
    }

    /** A folder that holds no estate is not put on the list: the person hears why at once. */
    static void open(Shell shell, Path directory) {
        EstateList estates = Services.get(EstateList.class);
        Work.<String>of(Texts.text("estates.reading"), monitor -> estates.use(directory, Estate::name),
                name -> estates.add(directory),
                line -> Problems.show(shell, Texts.text("estates.open.title"), line)).schedule();
    }
}
