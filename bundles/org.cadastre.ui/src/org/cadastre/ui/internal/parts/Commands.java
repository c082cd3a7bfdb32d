package org.cadastre.ui.internal.parts;

import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/** Runs commands of the workbench from links, double clicks and keys. */
public final class Commands {

    private Commands() {
    }

    /** Does nothing while the command cannot be used. */
    public static void execute(IServiceLocator site, String command) {
        try {
            site.getService(IHandlerService.class).executeCommand(command, null);
        } catch (NotEnabledException | NotHandledException unavailable) {
            // As with a menu entry that is greyed out.
        } catch (CommandException broken) {
            Problems.unexpected(broken);
        }
    }
}
