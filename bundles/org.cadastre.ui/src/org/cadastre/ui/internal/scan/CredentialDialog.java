package org.cadastre.ui.internal.scan;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.cadastre.collect.Credential;
import org.cadastre.credentials.CredentialException;
import org.cadastre.credentials.CredentialStore;
import org.cadastre.ui.internal.parts.FormDialog;
import org.cadastre.ui.internal.parts.Problems;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for a credential and keeps it. The secret goes from the field to the store as characters that are blanked. */
final class CredentialDialog extends FormDialog {

    private final CredentialStore store;
    private Text nameField;
    private Text user;
    private Combo kind;
    private Text keyFile;
    private Text secret;
    private String name = "";

    CredentialDialog(Shell parent, CredentialStore store) {
        super(parent, Texts.text("credential.title"), Texts.text("credential.message"), Texts.text("credential.keep"));
        this.store = store;
    }

    @Override
    protected void createFields(Composite parent) {
        nameField = text(parent, Texts.text("credential.name"));
        user = text(parent, Texts.text("credential.user"));
        kind = choice(parent, Texts.text("credential.kind"), Texts.text("credential.password"), Texts.text("credential.key"),
                Texts.text("credential.agent"));
        keyFile = text(parent, Texts.text("credential.keyFile"), Texts.text("button.browse"), this::browse);
        secret = secret(parent, Texts.text("credential.secret"));
        kind.select(0);
        kind.addListener(SWT.Selection, event -> showKind());
        showKind();
    }

    private void showKind() {
        keyFile.setEnabled(isKey() || isAgent());
        secret.setEnabled(!isAgent());
        check();
    }

    private boolean isAgent() {
        return kind.getSelectionIndex() == 2;
    }

    private boolean isKey() {
        return kind.getSelectionIndex() == 1;
    }

    @Override
    protected String problem() {
        if (nameField.getText().isBlank()) {
            return Texts.text("credential.noName");
        }
        if (user.getText().isBlank()) {
            return Texts.text("credential.noUser");
        }
        if (isAgent()) {
            return keyFile.getText().isBlank() || isReadable(keyFile.getText().strip()) ? "" : Texts.text("credential.noPublicKey");
        }
        if (isKey()) {
            return isReadable(keyFile.getText().strip()) ? "" : Texts.text("credential.noKeyFile");
        }
        return secret.getCharCount() == 0 ? Texts.text("credential.noPassword") : "";
    }

    private static boolean isReadable(String file) {
        try {
            return !file.isEmpty() && Files.isRegularFile(Path.of(file)) && Files.isReadable(Path.of(file));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    @Override
    protected void take() {
        name = nameField.getText().strip();
    }

    String name() {
        return name;
    }

    @Override
    protected void okPressed() {
        take();
        try (Credential credential = credential()) {
            store.add(credential);
            secret.setTextChars(new char[0]);
            super.okPressed();
        } catch (CredentialException refused) {
            setMessage(Problems.line(refused), IMessageProvider.ERROR);
        }
    }

    private Credential credential() {
        if (isAgent()) {
            return new Credential.Agent(name, user.getText().strip(),
                    Optional.of(keyFile.getText().strip()).filter(file -> !file.isEmpty()).map(Path::of));
        }
        char[] typed = secret.getTextChars();
        if (isKey()) {
            return new Credential.PrivateKey(name, user.getText().strip(), Path.of(keyFile.getText().strip()),
                    typed.length == 0 ? Optional.empty() : Optional.of(typed));
        }
        return new Credential.Password(name, user.getText().strip(), typed);
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText(Texts.text("credential.keyFile"));
        dialog.setFilterPath(Path.of(System.getProperty("user.home"), ".ssh").toString());
        String chosen = dialog.open();
        if (chosen != null) {
            keyFile.setText(chosen);
        }
    }
}
