package org.cadastre.ui.internal.parts;

import java.util.Arrays;

import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * A dialog of labelled fields in three columns (label, field, button). Checks while the person types: the first problem
 * stands at the top in one line, and the dialog cannot be left with OK as long as there is one.
 */
public abstract class FormDialog extends TitleAreaDialog {

    private static final int FIELD_WIDTH = 320;

    private final String title;
    private final String message;
    private final String action;
    private boolean touched;

    /** @param action what the button does that accepts the fields */
    protected FormDialog(Shell parent, String title, String message, String action) {
        super(parent);
        this.title = title;
        this.message = message;
        this.action = action;
        setShellStyle(getShellStyle() | SWT.RESIZE);
        setHelpAvailable(false);
    }

    protected abstract void createFields(Composite parent);

    /** The first thing that is not right yet, in one line; empty when all is. */
    protected abstract String problem();

    /** Keeps what the fields say before they go away. */
    protected abstract void take();

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite fields = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(14, 14).spacing(10, 8).applyTo(fields);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(fields);
        setTitle(title);
        setMessage(message);
        createFields(fields);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, action, true);
        createButton(parent, IDialogConstants.CANCEL_ID, Texts.text("button.cancel"), false);
        check();
        touched = true;
    }

    @Override
    protected void okPressed() {
        take();
        super.okPressed();
    }

    /** Looks at the fields again; to be called by fields that were not made by the methods below. */
    protected final void check() {
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok == null) {
            return;
        }
        String problem = problem();
        ok.setEnabled(problem.isEmpty());
        // A dialog that was just opened does not begin with a reproach.
        setMessage(problem.isEmpty() ? message : problem,
                problem.isEmpty() ? IMessageProvider.NONE : touched ? IMessageProvider.ERROR : IMessageProvider.INFORMATION);
    }

    protected final Text text(Composite parent, String label) {
        label(parent, label, SWT.CENTER);
        return field(parent, SWT.BORDER, 2);
    }

    protected final Text text(Composite parent, String label, String buttonText, Runnable onButton) {
        label(parent, label, SWT.CENTER);
        Text field = field(parent, SWT.BORDER, 1);
        button(parent, buttonText, onButton);
        return field;
    }

    protected final Text secret(Composite parent, String label) {
        label(parent, label, SWT.CENTER);
        return field(parent, SWT.BORDER | SWT.PASSWORD, 2);
    }

    protected final Combo choice(Composite parent, String label, String... items) {
        label(parent, label, SWT.CENTER);
        Combo combo = new Combo(parent, SWT.READ_ONLY);
        combo.setItems(items);
        combo.addListener(SWT.Selection, event -> check());
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(FIELD_WIDTH, SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    protected final Label label(Composite parent, String text, int vertical) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, vertical).applyTo(label);
        return label;
    }

    protected final Button button(Composite parent, String text, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(button);
        return button;
    }

    /** Shows or hides rows of the form. */
    protected static void setVisible(boolean visible, Control... controls) {
        Arrays.stream(controls).forEach(control -> {
            control.setVisible(visible);
            ((org.eclipse.swt.layout.GridData) control.getLayoutData()).exclude = !visible;
        });
    }

    private Text field(Composite parent, int style, int columns) {
        Text field = new Text(parent, style | SWT.SINGLE);
        field.addListener(SWT.Modify, event -> check());
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).hint(FIELD_WIDTH, SWT.DEFAULT).applyTo(field);
        return field;
    }
}
