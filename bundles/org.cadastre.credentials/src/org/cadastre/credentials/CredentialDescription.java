package org.cadastre.credentials;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What may be shown of a credential: everything but the secret.
 *
 * @param user account on the devices
 * @param keyFile of a {@link Kind#PRIVATE_KEY}
 */
public record CredentialDescription(String name, Kind kind, String user, Optional<Path> keyFile) {

    /** What the secret is. */
    public enum Kind {
        PASSWORD, PRIVATE_KEY
    }

    /** "password of ops", "key /home/ops/.ssh/id_ed25519 of ops". */
    @Override
    public String toString() {
        return keyFile.map(file -> "key " + file).orElse("password") + " of " + user;
    }
}
