package org.cadastre.ui.internal.estates;

import java.nio.file.Path;

import org.cadastre.ui.internal.parts.FormDialog;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Name and folder of an estate that is to be created. */
final class NewEstateDialog extends FormDialog {

    private Text nameField;
    private Text folderField;
    private String proposed = "";
    private Path directory = Places.estates();
    private String name = "";

    NewEstateDialog(Shell parent) {
        super(parent, Texts.text("estates.new.title"), Texts.text("estates.new.message"), Texts.text("button.create"));
    }

    @Override
    protected void createFields(Composite parent) {
        nameField = text(parent, Texts.text("estates.new.name"));
        folderField = text(parent, Texts.text("estates.new.folder"), Texts.text("button.browse"), this::browse);
        nameField.addListener(SWT.Modify, event -> proposeFolder());
        propose(Places.estates().toString());
    }

    @Override
    protected String problem() {
        if (nameField.getText().isBlank()) {
            return Texts.text("estates.new.noName");
        }
        if (folderField.getText().isBlank()) {
            return Texts.text("estates.new.noFolder");
        }
        return Places.isFree(folderField.getText()) ? "" : Texts.text("estates.new.folderInUse");
    }

    @Override
    protected void take() {
        name = nameField.getText().strip();
        directory = Path.of(folderField.getText().strip());
    }

    String name() {
        return name;
    }

    Path directory() {
        return directory;
    }

    /** The folder follows the name until the person writes another. */
    private void proposeFolder() {
        if (folderField.getText().equals(proposed)) {
            propose(Places.estates().resolve(Places.folderName(nameField.getText())).toString());
        }
    }

    private void propose(String folder) {
        proposed = folder;
        folderField.setText(folder);
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.SAVE);
        dialog.setMessage(Texts.text("estates.new.folder"));
        dialog.setFilterPath(Places.estates().toString());
        String chosen = dialog.open();
        if (chosen != null) {
            folderField.setText(chosen);
        }
    }
}
