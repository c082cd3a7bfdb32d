package org.cadastre.credentials.internal;

import java.nio.CharBuffer;
import java.util.Arrays;

import org.cadastre.collect.Credential;
import org.cadastre.collect.SnmpAuthentication;
import org.cadastre.collect.SnmpPrivacy;
import org.cadastre.credentials.CredentialDescription;
import org.cadastre.credentials.CredentialException;

/** What is encrypted of a user of SNMPv3: four lines, digest, its password, cipher, its password. */
public final class SnmpUserSecret {

    private SnmpUserSecret() {
    }

    public static char[] of(Credential.SnmpUser user) throws CredentialException {
        if (contains(user.authenticationPassword(), '\n') || contains(user.privacyPassword(), '\n')) {
            throw new CredentialException("a password of credential %s has several lines; it must be one".formatted(user.name()));
        }
        CharBuffer secret = CharBuffer.allocate(64 + user.authenticationPassword().length + user.privacyPassword().length);
        secret.put(user.authentication().name()).put('\n').put(user.authenticationPassword()).put('\n')
                .put(user.privacy().name()).put('\n').put(user.privacyPassword());
        return Arrays.copyOf(secret.array(), secret.position());
    }

    public static Credential.SnmpUser open(CredentialDescription description, char[] secret) throws CredentialException {
        try {
            int first = indexOf(secret, 0);
            int second = indexOf(secret, first + 1);
            int third = indexOf(secret, second + 1);
            return new Credential.SnmpUser(description.name(), description.user(),
                    SnmpAuthentication.valueOf(new String(secret, 0, first)), Arrays.copyOfRange(secret, first + 1, second),
                    SnmpPrivacy.valueOf(new String(secret, second + 1, third - second - 1)),
                    Arrays.copyOfRange(secret, third + 1, secret.length));
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw new CredentialException(
                    "credential %s was written by a newer Cadastre; remove it and add it again".formatted(description.name()));
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static boolean contains(char[] text, char wanted) {
        return CharBuffer.wrap(text).chars().anyMatch(one -> one == wanted);
    }

    private static int indexOf(char[] text, int from) {
        for (int i = from; i < text.length; i++) {
            if (text[i] == '\n') {
                return i;
            }
        }
        throw new IndexOutOfBoundsException();
    }
}
