package org.cadastre.credentials;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What may be shown of a credential: everything but the secret.
 *
 * @param user account on the devices; empty for a {@link Kind#COMMUNITY}
 * @param keyFile of a {@link Kind#PRIVATE_KEY}; of an {@link Kind#AGENT} the public half of the only key to use, if so
 */
public record CredentialDescription(String name, Kind kind, String user, Optional<Path> keyFile) {

    /** What the secret is. */
    public enum Kind {
        PASSWORD, PRIVATE_KEY, AGENT, COMMUNITY, SNMP_USER
    }

    /** "password of ops", "key /home/ops/.ssh/id_ed25519 of ops", "agent, for ops". */
    @Override
    public String toString() {
        String key = keyFile.map(file -> "key " + file).orElse("");
        return switch (kind) {
            case PASSWORD -> "password of " + user;
            case PRIVATE_KEY -> key + " of " + user;
            case AGENT -> "agent" + (key.isEmpty() ? "" : ", only " + key) + ", for " + user;
            case COMMUNITY -> "SNMP community";
            case SNMP_USER -> "SNMPv3 user " + user;
        };
    }
}
