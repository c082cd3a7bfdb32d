package org.cadastre.ui.internal.application;

import java.io.IOException;

import org.cadastre.ui.internal.parts.Problems;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/**
 * The workbench as a program.
 *
 * <pre>
 * --open-estate DIR [--open-comparison BEFORE AFTER | --open-snapshot NAME]
 * </pre>
 */
public final class Application implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        Display.setAppName("Cadastre");
        Display display = PlatformUI.createDisplay();
        try {
            StateFolder.choose();
            StartArguments arguments = StartArguments
                    .parse((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
            int code = PlatformUI.createAndRunWorkbench(display, new Workbench(arguments));
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } catch (IOException unusable) {
            Problems.show(new Shell(display), "Cadastre", Texts.text("start.stateFolder", Problems.line(unusable)));
            return EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().syncExec(PlatformUI.getWorkbench()::close);
        }
    }
}
