package org.cadastre.ui.internal.parts;

import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * A field in which the person types what to find, with a place for how much was found. Waits for a short pause in the
 * typing; Escape empties it, arrow down goes to what was found.
 */
public final class SearchField extends Composite {

    private static final int PAUSE_MILLISECONDS = 200;

    private final Text text;
    private final Label result;
    private final Consumer<String> onQuery;
    private String last = "";
    private int typed;

    /**
     * @param hint what can be found here, shown while the field is empty
     * @param onQuery gets what was typed, without blanks around it; empty to show everything again
     * @param onDown goes to what was found
     */
    public SearchField(Composite parent, String hint, Consumer<String> onQuery, Runnable onDown) {
        super(parent, SWT.NONE);
        this.onQuery = onQuery;
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(this);
        text = new Text(this, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.BORDER);
        text.setMessage(hint);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        result = new Label(this, SWT.RIGHT);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).exclude(true).applyTo(result);
        text.addListener(SWT.Modify, event -> {
            int now = ++typed;
            getDisplay().timerExec(PAUSE_MILLISECONDS, () -> pauseAfter(now));
        });
        text.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ESC) {
                text.setText("");
            } else if (event.keyCode == SWT.ARROW_DOWN) {
                onDown.run();
            }
        });
    }

    private void pauseAfter(int keystroke) {
        if (isDisposed() || keystroke != typed || text.getText().strip().equals(last)) {
            return;
        }
        last = text.getText().strip();
        onQuery.accept(last);
    }

    /** Says how much was found; nothing when empty. */
    public void showResult(String found) {
        result.setText(found);
        ((org.eclipse.swt.layout.GridData) result.getLayoutData()).exclude = found.isEmpty();
        result.setVisible(!found.isEmpty());
        layout();
    }

    public void selectAll() {
        text.selectAll();
        text.setFocus();
    }
}
