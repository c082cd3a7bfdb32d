package org.cadastre.cli.internal;

import java.util.List;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.FrameworkUtil;

/** Runs one command and ends with its exit code. */
public final class CommandLineApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        context.applicationRunning();
        List<String> arguments = UserArguments.of(context);
        if (arguments.equals(List.of("--version"))) {
            System.out.println("Cadastre " + FrameworkUtil.getBundle(getClass()).getVersion());
            return EXIT_OK;
        }
        arguments.forEach(argument -> System.out.println("[" + argument + "]"));
        return Integer.valueOf(64);
    }

    @Override
    public void stop() {
        // A command ends by itself.
    }
}
