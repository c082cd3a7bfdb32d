package org.cadastre.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.cadastre.cli.terminal.Terminal;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.FrameworkUtil;

/** The command line as a program: the arguments in, the exit code out. */
public final class CommandLineApplication implements IApplication {

    private static final long CLEAN_UP_SECONDS = 15;

    @Override
    public Object start(IApplicationContext context) {
        context.applicationRunning();
        CountDownLatch done = new CountDownLatch(1);
        cancelOnInterrupt(Thread.currentThread(), done);
        try (InstalledServices services = new InstalledServices(
                FrameworkUtil.getBundle(CommandLineApplication.class).getBundleContext())) {
            return new CadastreCommandLine(Terminal.ofProcess(), services).run(UserArguments.of(context).toArray(String[]::new));
        } finally {
            done.countDown();
        }
    }

    @Override
    public void stop() {
        // Commands end by themselves.
    }

    /** Ctrl-C ends the process; before, the command gets the time to leave everything clean. */
    private static void cancelOnInterrupt(Thread command, CountDownLatch done) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (done.getCount() > 0) {
                command.interrupt();
                try {
                    done.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS);
                } catch (InterruptedException impatient) {
                    Thread.currentThread().interrupt();
                }
            }
        }, "cancel"));
    }
}
