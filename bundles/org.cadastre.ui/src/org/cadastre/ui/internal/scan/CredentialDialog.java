package org.cadastre.ui.internal.scan;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.cadastre.collect.Credential;
import org.cadastre.collect.SnmpAuthentication;
import org.cadastre.collect.SnmpPrivacy;
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

    /** RFC 3414, 11.2. */
    private static final int SHORTEST_SNMP_PASSWORD = 8;

    /** In the order of the choice. */
    private enum Kind {
        PASSWORD, KEY, AGENT, COMMUNITY, SNMP_USER
    }

    private final CredentialStore store;
    private Text nameField;
    private Text user;
    private Combo kind;
    private Text keyFile;
    private Text secret;
    private Combo authentication;
    private Combo privacy;
    private Text privacySecret;
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
                Texts.text("credential.agent"), Texts.text("credential.community"), Texts.text("credential.snmpUser"));
        keyFile = text(parent, Texts.text("credential.keyFile"), Texts.text("button.browse"), this::browse);
        secret = secret(parent, Texts.text("credential.secret"));
        authentication = choice(parent, Texts.text("credential.authentication"), names(SnmpAuthentication.values()));
        privacy = choice(parent, Texts.text("credential.privacy"), names(SnmpPrivacy.values()));
        privacySecret = secret(parent, Texts.text("credential.privacySecret"));
        authentication.select(SnmpAuthentication.SHA256.ordinal());
        privacy.select(SnmpPrivacy.AES128.ordinal());
        authentication.addListener(SWT.Selection, event -> showKind());
        privacy.addListener(SWT.Selection, event -> showKind());
        kind.select(0);
        kind.addListener(SWT.Selection, event -> showKind());
        showKind();
    }

    private void showKind() {
        boolean isSnmpUser = kind() == Kind.SNMP_USER;
        user.setEnabled(kind() != Kind.COMMUNITY);
        keyFile.setEnabled(kind() == Kind.KEY || kind() == Kind.AGENT);
        secret.setEnabled(kind() != Kind.AGENT && !(isSnmpUser && digest() == SnmpAuthentication.NONE));
        authentication.setEnabled(isSnmpUser);
        privacy.setEnabled(isSnmpUser);
        privacySecret.setEnabled(isSnmpUser && cipher() != SnmpPrivacy.NONE);
        check();
    }

    private Kind kind() {
        return Kind.values()[Math.max(0, kind.getSelectionIndex())];
    }

    private SnmpAuthentication digest() {
        return SnmpAuthentication.values()[Math.max(0, authentication.getSelectionIndex())];
    }

    private SnmpPrivacy cipher() {
        return SnmpPrivacy.values()[Math.max(0, privacy.getSelectionIndex())];
    }

    private static String[] names(Enum<?>[] literals) {
        return Stream.of(literals).map(literal -> literal.ordinal() == 0 ? Texts.text("credential.none") : literal.name())
                .toArray(String[]::new);
    }

    @Override
    protected String problem() {
        if (nameField.getText().isBlank()) {
            return Texts.text("credential.noName");
        }
        if (kind() != Kind.COMMUNITY && user.getText().isBlank()) {
            return Texts.text("credential.noUser");
        }
        return switch (kind()) {
            case AGENT -> keyFile.getText().isBlank() || isReadable(keyFile.getText().strip()) ? ""
                    : Texts.text("credential.noPublicKey");
            case KEY -> isReadable(keyFile.getText().strip()) ? "" : Texts.text("credential.noKeyFile");
            case PASSWORD -> secret.getCharCount() == 0 ? Texts.text("credential.noPassword") : "";
            case COMMUNITY -> secret.getCharCount() == 0 ? Texts.text("credential.noCommunity") : "";
            case SNMP_USER -> snmpProblem();
        };
    }

    private String snmpProblem() {
        if (cipher() != SnmpPrivacy.NONE && digest() == SnmpAuthentication.NONE) {
            return Texts.text("credential.privacyNeedsDigest");
        }
        boolean isShort = secret.isEnabled() && secret.getCharCount() < SHORTEST_SNMP_PASSWORD
                || privacySecret.isEnabled() && privacySecret.getCharCount() < SHORTEST_SNMP_PASSWORD;
        return isShort ? Texts.text("credential.shortSnmp", SHORTEST_SNMP_PASSWORD) : "";
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
            privacySecret.setTextChars(new char[0]);
            super.okPressed();
        } catch (CredentialException refused) {
            setMessage(Problems.line(refused), IMessageProvider.ERROR);
        }
    }

    private Credential credential() {
        String account = user.getText().strip();
        String file = keyFile.getText().strip();
        return switch (kind()) {
            case AGENT -> new Credential.Agent(name, account, Optional.of(file).filter(given -> !given.isEmpty()).map(Path::of));
            case KEY -> new Credential.PrivateKey(name, account, Path.of(file),
                    Optional.of(secret.getTextChars()).filter(typed -> typed.length > 0));
            case PASSWORD -> new Credential.Password(name, account, secret.getTextChars());
            case COMMUNITY -> new Credential.Community(name, secret.getTextChars());
            case SNMP_USER -> new Credential.SnmpUser(name, account, digest(), typed(secret), cipher(), typed(privacySecret));
        };
    }

    /** Nothing from a field that does not count. */
    private static char[] typed(Text field) {
        return field.isEnabled() ? field.getTextChars() : new char[0];
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
