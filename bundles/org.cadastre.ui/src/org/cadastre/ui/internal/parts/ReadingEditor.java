package org.cadastre.ui.internal.parts;

import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.part.EditorPart;

/**
 * An editor that reads what it shows beside the UI thread: first a progress bar with a button to give up, then the content,
 * or one line that says why there is none, with a button to try again. Nothing in it can be edited yet.
 *
 * @param <T> what is read
 */
public abstract class ReadingEditor<T> extends EditorPart implements Searchable {

    private static final int BAR_WIDTH = 280;

    private Composite place;
    private Work<T> reading;

    /** Reads the content of the input. Not on the UI thread. */
    protected abstract T read(IProgressMonitor monitor) throws Exception;

    /** Shows what was read in an empty composite without a layout. */
    protected abstract void show(Composite parent, T content);

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        setTitleToolTip(input.getToolTipText());
    }

    @Override
    public final void createPartControl(Composite parent) {
        place = parent;
        start();
    }

    private void start() {
        Composite waiting = message(Texts.text("editor.reading"));
        ProgressBar bar = new ProgressBar(waiting, SWT.INDETERMINATE);
        GridDataFactory.swtDefaults().hint(BAR_WIDTH, SWT.DEFAULT).applyTo(bar);
        button(waiting, Texts.text("button.cancel"), () -> {
            reading.cancel();
            failed(Texts.text("editor.cancelled"));
        });
        place.layout();
        reading = Work.of(getPartName(), this::read, this::arrived, this::failed);
        reading.setPriority(Job.INTERACTIVE);
        reading.schedule();
    }

    private void arrived(T content) {
        if (!place.isDisposed()) {
            clear();
            Composite parent = new Composite(place, SWT.NONE);
            show(parent, content);
            place.layout();
            if (getSite().getPage().getActivePart() == this) {
                setFocus();
            }
        }
    }

    /** Takes the focus also while there is nothing to see yet: a page without it looks active and is not. */
    @Override
    public void setFocus() {
        if (!place.setFocus()) {
            place.forceFocus();
        }
    }

    private void failed(String line) {
        if (!place.isDisposed()) {
            Composite failure = message(line);
            button(failure, Texts.text("button.again"), this::start);
            place.layout();
        }
    }

    private Composite message(String line) {
        clear();
        Composite message = new Composite(place, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(24, 24).spacing(0, 12).applyTo(message);
        Label label = new Label(message, SWT.WRAP);
        label.setText(line);
        GridDataFactory.fillDefaults().grab(true, false).hint(BAR_WIDTH, SWT.DEFAULT).applyTo(label);
        return message;
    }

    private static void button(Composite parent, String text, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> action.run());
    }

    private void clear() {
        for (Control child : place.getChildren()) {
            child.dispose();
        }
    }

    @Override
    public void dispose() {
        if (reading != null) {
            reading.cancel();
        }
        super.dispose();
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // Snapshots never change.
    }

    @Override
    public void doSaveAs() {
        // Snapshots never change.
    }
}
