package org.cadastre.credentials;

import java.nio.file.Path;

import org.cadastre.collect.Credential;

/** Adds credentials from a process of its own: directory, name, count. */
public final class OtherProcess {

    private OtherProcess() {
    }

    public static void main(String[] arguments) throws Exception {
        CredentialStore store = new CredentialStore(Path.of(arguments[0]));
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            try (Credential credential = new Credential.Password(arguments[1] + i, "ops", (arguments[1] + i).toCharArray())) {
                store.add(credential);
            }
        }
    }
}
