package org.cadastre.ui.internal.scan;

import java.util.Arrays;
import java.util.List;

import org.cadastre.credentials.CredentialException;
import org.cadastre.credentials.CredentialStore;
import org.cadastre.ui.internal.parts.Problems;
import org.cadastre.ui.internal.parts.Services;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** The credentials that are kept on this computer, to be ticked; a button adds one. */
final class CredentialChoice extends Composite {

    private static final int HEIGHT = 66;

    private final CredentialStore store = Services.get(CredentialStore.class);
    private final Table table;

    CredentialChoice(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(this);
        table = new Table(this, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
        GridDataFactory.fillDefaults().grab(true, true).hint(240, HEIGHT).applyTo(table);
        // A tick is a selection for the form as well: it checks what is missing.
        table.addListener(SWT.Selection, event -> parent.getShell().getDisplay().asyncExec(this::notifyForm));
        Button add = new Button(this, SWT.PUSH);
        add.setText(Texts.text("credential.add"));
        add.addListener(SWT.Selection, event -> add());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(add);
        fill(true);
    }

    /** Names of the ticked credentials. */
    List<String> chosen() {
        return Arrays.stream(table.getItems()).filter(TableItem::getChecked).map(item -> (String) item.getData()).toList();
    }

    private void notifyForm() {
        if (!isDisposed()) {
            notifyListeners(SWT.Modify, new org.eclipse.swt.widgets.Event());
        }
    }

    private void add() {
        CredentialDialog dialog = new CredentialDialog(getShell(), store);
        if (dialog.open() == Window.OK) {
            List<String> before = chosen();
            fill(false);
            for (TableItem item : table.getItems()) {
                item.setChecked(before.contains(item.getData()) || dialog.name().equals(item.getData()));
            }
            notifyForm();
        }
    }

    /** Reads names only: no secret is decrypted until the scan needs it. */
    private void fill(boolean checked) {
        table.removeAll();
        try {
            for (String name : store.names()) {
                TableItem item = new TableItem(table, SWT.NONE);
                item.setText(name + "  (" + store.describe(name) + ")");
                item.setData(name);
                item.setImage(Icons.image("credential"));
                item.setChecked(checked);
            }
        } catch (CredentialException unreadable) {
            Problems.show(getShell(), Texts.text("credential.title"), Problems.line(unreadable));
        }
    }
}
