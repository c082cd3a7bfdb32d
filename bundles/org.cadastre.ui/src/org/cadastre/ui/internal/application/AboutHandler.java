package org.cadastre.ui.internal.application;

import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.osgi.framework.FrameworkUtil;

/** What the program is, its version, its licence, and where it keeps its log. */
public final class AboutHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        new About(HandlerUtil.getActiveShellChecked(event)).open();
        return null;
    }

    private static final class About extends MessageDialog {

        About(Shell shell) {
            super(shell, Texts.text("about.title"), null,
                    Texts.text("about.text", FrameworkUtil.getBundle(About.class).getVersion().toString(),
                            System.getProperty("java.version"), Platform.getLogFileLocation().toOSString()),
                    NONE, 0, Texts.text("button.close"));
        }

        @Override
        public Image getImage() {
            return Icons.image("cadastre");
        }
    }
}
