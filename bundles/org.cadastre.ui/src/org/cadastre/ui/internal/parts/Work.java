package org.cadastre.ui.internal.parts;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/**
 * Something that takes its time, done beside the UI thread; its outcome comes back to the UI thread. Cancelling interrupts
 * the thread that does it, which is how the layers below are stopped.
 *
 * @param <T> what comes out
 */
public final class Work<T> extends Job {

    /** The work itself, on a thread of its own. */
    @FunctionalInterface
    public interface Task<T> {
        T run(IProgressMonitor monitor) throws Exception;
    }

    private final Task<T> task;
    private final Display display;
    private final Consumer<T> done;
    private final Consumer<String> failed;

    private Work(String name, Task<T> task, Display display, Consumer<T> done, Consumer<String> failed) {
        super(name);
        this.task = task;
        this.display = display;
        this.done = done;
        this.failed = failed;
    }

    /**
     * Prepares a work; the caller may still set it up (family, user, priority) and schedules it.
     *
     * @param done gets what came out, on the UI thread; not called when the work was cancelled
     * @param failed gets the line that says what went wrong, on the UI thread
     */
    public static <T> Work<T> of(String name, Task<T> task, Consumer<T> done, Consumer<String> failed) {
        Work<T> work = new Work<>(name, task, Display.getDefault(), done, failed);
        work.setPriority(SHORT);
        return work;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            T result = task.run(monitor);
            if (monitor.isCanceled()) {
                return Status.CANCEL_STATUS;
            }
            onDisplay(() -> done.accept(result));
            return Status.OK_STATUS;
        } catch (InterruptedException | OperationCanceledException | CancellationException stopped) {
            return Status.CANCEL_STATUS;
        } catch (Exception problem) {
            if (monitor.isCanceled()) {
                return Status.CANCEL_STATUS;
            }
            String line = Problems.line(problem);
            onDisplay(() -> failed.accept(line));
            return Status.OK_STATUS;
        } finally {
            // An interruption that came too late must not hit the next job of this thread.
            Thread.interrupted();
        }
    }

    @Override
    protected void canceling() {
        Thread thread = getThread();
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void onDisplay(Runnable action) {
        if (!display.isDisposed()) {
            display.asyncExec(action);
        }
    }
}
