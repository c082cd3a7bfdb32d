package org.cadastre.credentials.internal;

import java.util.Optional;

import org.cadastre.credentials.CredentialDescription;

/**
 * One credential as it is stored.
 *
 * @param sealed the encrypted secret; empty when the credential has none, as a key without a passphrase
 */
public record Entry(CredentialDescription description, Optional<byte[]> sealed) {

    public String name() {
        return description.name();
    }
}
