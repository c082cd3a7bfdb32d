package org.cadastre.collect.ssh.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;

import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;

/** Public keys in the forms that OpenSSH writes (RFC 4253, 6.6; {@code ssh-keygen -l}). */
final class PublicKeys {

    private PublicKeys() {
    }

    /** "ssh-ed25519 AAAA...", as in known_hosts and authorized_keys. */
    static String line(PublicKey key) {
        return KeyType.fromKey(key) + " " + Base64.getEncoder().encodeToString(blob(key));
    }

    /** "SHA256:..." */
    static String fingerprint(PublicKey key) {
        return fingerprint(blob(key));
    }

    /** @param line "ssh-ed25519 AAAA...", with or without a comment behind it */
    static String fingerprint(String line) {
        String[] words = line.strip().split("\\s+");
        try {
            return fingerprint(Base64.getDecoder().decode(words[1]));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return "an unreadable key";
        }
    }

    private static byte[] blob(PublicKey key) {
        return new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
    }

    /** @param blob as the protocol sends it (RFC 4253, 6.6) */
    static String fingerprint(byte[] blob) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
