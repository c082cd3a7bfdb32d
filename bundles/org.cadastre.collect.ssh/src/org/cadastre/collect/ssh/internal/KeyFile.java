package org.cadastre.collect.ssh.internal;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import org.cadastre.collect.Credential;

import com.hierynomus.sshj.common.KeyDecryptionFailedException;
import com.hierynomus.sshj.userauth.keyprovider.OpenSSHKeyV1KeyFile;

import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.userauth.keyprovider.BaseFileKeyProvider;
import net.schmizz.sshj.userauth.keyprovider.PuTTYKeyFile;
import net.schmizz.sshj.userauth.password.PasswordUtils;

/**
 * Reads private key files: OpenSSH's own format (PROTOCOL.key), PEM (RFC 7468, traditional and PKCS#8, see
 * {@link PemKey}), PuTTY's. Reads only the named file, never a public key or certificate beside it.
 */
final class KeyFile {

    private static final int LARGEST = 64 * 1024;
    private static final String OPENSSH = "-----BEGIN OPENSSH PRIVATE KEY-----";

    private final Path file;
    private final Optional<char[]> passphrase;

    private KeyFile(Credential.PrivateKey credential) {
        file = credential.file();
        passphrase = credential.passphrase().filter(secret -> secret.length > 0);
    }

    static KeyPair read(Credential.PrivateKey credential) throws UnusableKeyException {
        return new KeyFile(credential).read();
    }

    private KeyPair read() throws UnusableKeyException {
        char[] text = text();
        try {
            String start = new String(text, 0, Math.min(text.length, 200)).strip();
            if (start.startsWith(OPENSSH)) {
                return openSsh(text);
            }
            if (start.startsWith("-----BEGIN ") && new String(text).contains("PRIVATE KEY-----")) {
                return PemKey.read(new CharArrayReader(text), passphrase);
            }
            if (start.startsWith("PuTTY-User-Key-File-")) {
                return putty(text);
            }
            boolean isPublic = start.startsWith("ssh-") || start.startsWith("ecdsa-") || start.contains("PUBLIC KEY");
            throw failure(isPublic ? "is a public key; name the file of the private key"
                    : "is not a private key (OpenSSH, PEM, PKCS#8 or PuTTY)");
        } catch (EncryptedException e) {
            throw failure(passphrase.isEmpty()
                    ? "is encrypted and the credential has no passphrase; add the credential again with it"
                    : "cannot be decrypted; the passphrase is wrong");
        } catch (IOException | RuntimeException e) {
            throw failure("is damaged or of a kind that Cadastre does not know (it knows RSA, ECDSA and Ed25519)");
        } finally {
            Arrays.fill(text, '\0');
        }
    }

    private char[] text() throws UnusableKeyException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw failure("is not a private key; it is too large");
            }
            CharBuffer chars = StandardCharsets.ISO_8859_1.decode(ByteBuffer.wrap(bytes));
            Arrays.fill(bytes, (byte) 0);
            return Arrays.copyOf(chars.array(), chars.length());
        } catch (NoSuchFileException e) {
            throw failure("does not exist");
        } catch (AccessDeniedException e) {
            throw failure("must not be read by this user; check its permissions");
        } catch (IOException e) {
            throw failure(Files.isDirectory(file) ? "is a directory" : "cannot be read: " + Quote.of(e.getMessage()));
        }
    }

    private KeyPair openSsh(char[] text) throws IOException, EncryptedException {
        return load(new OpenSSHKeyV1KeyFile(), text, isOpenSshEncrypted(text));
    }

    private KeyPair putty(char[] text) throws IOException, EncryptedException {
        return load(new PuTTYKeyFile(), text, !new String(text).contains("\nEncryption: none"));
    }

    private KeyPair load(BaseFileKeyProvider provider, char[] text, boolean encrypted) throws IOException, EncryptedException {
        if (encrypted && passphrase.isEmpty()) {
            throw new EncryptedException();
        }
        provider.init(new CharArrayReader(text),
                passphrase.map(secret -> PasswordUtils.createOneOff(secret.clone())).orElse(null));
        try {
            return new KeyPair(provider.getPublic(), provider.getPrivate());
        } catch (KeyDecryptionFailedException e) {
            throw new EncryptedException();
        } catch (IOException e) {
            if (encrypted && provider instanceof PuTTYKeyFile) {
                throw new EncryptedException();
            }
            throw e;
        }
    }

    /** The name of the cipher is the first string behind the magic (OpenSSH, PROTOCOL.key, section 1). */
    private static boolean isOpenSshEncrypted(char[] text) throws IOException {
        String body = new String(text).strip().replaceAll("-----[A-Z ]+-----|\\s", "");
        byte[] bytes = Base64.getDecoder().decode(body);
        byte[] magic = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
        if (!Arrays.equals(magic, 0, magic.length, bytes, 0, magic.length)) {
            throw new IOException();
        }
        return !"none".equals(new Buffer.PlainBuffer(Arrays.copyOfRange(bytes, magic.length, bytes.length)).readString());
    }

    private UnusableKeyException failure(String what) {
        return new UnusableKeyException("key file " + file + " " + what);
    }

    /** The key is encrypted, and not with the passphrase that was given, if any. */
    static final class EncryptedException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
