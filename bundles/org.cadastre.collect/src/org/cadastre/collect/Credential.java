package org.cadastre.collect;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A secret with a name, for getting at devices. Secrets are {@code char[]}, blanked by {@link #close()}, and never part of
 * {@link #toString()}.
 */
public sealed interface Credential extends AutoCloseable {

    /** Name by which the operator chooses it; may appear anywhere. */
    String name();

    /** Blanks the secret. */
    @Override
    void close();

    /** A user name and a password. */
    record Password(String name, String user, char[] password) implements Credential {
        @Override
        public void close() {
            Arrays.fill(password, '\0');
        }

        @Override
        public String toString() {
            return name + " (password of " + user + ")";
        }
    }

    /**
     * A user name and a private key file.
     *
     * @param file OpenSSH, PEM or PKCS#8 private key
     * @param passphrase empty when the key is not encrypted
     */
    record PrivateKey(String name, String user, Path file, Optional<char[]> passphrase) implements Credential {
        @Override
        public void close() {
            passphrase.ifPresent(secret -> Arrays.fill(secret, '\0'));
        }

        @Override
        public String toString() {
            return name + " (key " + file + " of " + user + ")";
        }
    }

    /** A community of SNMPv1 and SNMPv2c (RFC 3584). */
    record Community(String name, char[] community) implements Credential {
        @Override
        public void close() {
            Arrays.fill(community, '\0');
        }

        @Override
        public String toString() {
            return name + " (SNMP community)";
        }
    }

    /**
     * A user of SNMPv3 (RFC 3414). How much is protected follows from which passwords there are.
     *
     * @param authentication digest of the password: none where messages are not authenticated
     * @param privacy cipher: none where messages are not encrypted
     */
    record SnmpUser(String name, String user, SnmpAuthentication authentication, char[] authenticationPassword,
            SnmpPrivacy privacy, char[] privacyPassword) implements Credential {

        public SnmpUser {
            if (privacy != SnmpPrivacy.NONE && authentication == SnmpAuthentication.NONE) {
                throw new IllegalArgumentException("SNMPv3 encrypts authenticated messages only; choose a digest too");
            }
        }

        @Override
        public void close() {
            Arrays.fill(authenticationPassword, '\0');
            Arrays.fill(privacyPassword, '\0');
        }

        @Override
        public String toString() {
            return name + " (SNMPv3 user " + user + ")";
        }
    }

    /**
     * A user name and the keys that the SSH agent of the person who runs Cadastre holds (ssh-agent(1)).
     *
     * @param publicKey file with the public half of the only key to use; empty for all that the agent has
     */
    record Agent(String name, String user, Optional<Path> publicKey) implements Credential {
        @Override
        public void close() {
            // The agent keeps the secret to itself.
        }

        @Override
        public String toString() {
            return name + " (agent, for " + user + ")";
        }
    }
}
