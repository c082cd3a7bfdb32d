package org.cadastre.credentials.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.cadastre.credentials.CredentialDescription;
import org.cadastre.credentials.CredentialException;

/**
 * Encrypts secrets with AES-256-GCM (NIST SP 800-38D) and a random key in a file beside the store. A sealed secret is 12
 * bytes nonce, the cipher text, and 16 bytes tag, which covers the description too: a secret that was put under another name
 * or user does not open.
 */
public final class SecretKeyFile {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;

    public SecretKeyFile(Path directory) {
        file = directory.resolve("credentials.key");
    }

    /** @param first nothing was ever encrypted, so that a key may be made */
    public Entry encrypt(CredentialDescription description, Optional<char[]> secret, boolean first) throws CredentialException {
        if (secret.isEmpty()) {
            return new Entry(description, Optional.empty());
        }
        byte[] plain = utf8(secret.get());
        try {
            if (!Files.exists(file) && first) {
                create();
            }
            byte[] nonce = random(NONCE_BYTES);
            byte[] text = cipher(Cipher.ENCRYPT_MODE, nonce, description).doFinal(plain);
            return new Entry(description,
                    Optional.of(ByteBuffer.allocate(nonce.length + text.length).put(nonce).put(text).array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    public Optional<char[]> decrypt(Entry entry) throws CredentialException {
        if (entry.sealed().isEmpty()) {
            return Optional.empty();
        }
        byte[] sealed = entry.sealed().get();
        try {
            if (sealed.length < NONCE_BYTES) {
                throw new AEADBadTagException();
            }
            byte[] plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), entry.description())
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            try {
                return Optional.of(chars(plain));
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        } catch (AEADBadTagException e) {
            throw new CredentialException(
                    "credential %s does not open with %s: the store or the key file was changed or replaced; remove the credential and add it again"
                            .formatted(entry.name(), file), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, CredentialDescription description)
            throws CredentialException, GeneralSecurityException {
        byte[] key = key();
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(StoreFile.clearText(description).getBytes(StandardCharsets.UTF_8));
            return cipher;
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] key() throws CredentialException {
        try {
            OwnerOnly.require(file);
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY_BYTES) {
                throw new CredentialException(
                        "%s is damaged; restore it from a backup, or delete it and the file credentials beside it and add the credentials again"
                                .formatted(file));
            }
            return key;
        } catch (NoSuchFileException e) {
            throw new CredentialException(
                    "%s is missing, without it the credentials cannot be read; restore it from a backup, or delete the file credentials beside it and add them again"
                            .formatted(file), e);
        } catch (IOException e) {
            throw StoreFile.failure("cannot read", file, e);
        }
    }

    private void create() throws CredentialException {
        try (FileChannel channel = FileChannel.open(file,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), OwnerOnly.file())) {
            channel.write(ByteBuffer.wrap(random(KEY_BYTES)));
            channel.force(true);
        } catch (IOException e) {
            throw StoreFile.failure("cannot write", file, e);
        }
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] utf8(char[] chars) {
        ByteBuffer buffer = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
        byte[] bytes = Arrays.copyOfRange(buffer.array(), buffer.position(), buffer.limit());
        Arrays.fill(buffer.array(), (byte) 0);
        return bytes;
    }

    private static char[] chars(byte[] utf8) {
        CharBuffer buffer = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
        char[] chars = Arrays.copyOfRange(buffer.array(), buffer.position(), buffer.limit());
        Arrays.fill(buffer.array(), '\0');
        return chars;
    }
}
