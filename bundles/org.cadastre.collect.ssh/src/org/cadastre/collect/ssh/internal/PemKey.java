package org.cadastre.collect.ssh.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/**
 * Reads private keys in PEM: the traditional forms of OpenSSL (RFC 8017, RFC 5915, encrypted with DEK-Info) and PKCS#8 (RFC
 * 5958, encrypted after RFC 8018). The public half is worked out from the private one, for not all forms hold it. The
 * provider of BouncyCastle is used here, not registered for the virtual machine.
 */
final class PemKey {

    private PemKey() {
    }

    /** @throws IOException when it is no such key, or of an algorithm that SSH does not use */
    static KeyPair read(Reader pem, Optional<char[]> passphrase) throws IOException, KeyFile.EncryptedException {
        try {
            PEMParser parser = new PEMParser(pem);
            Object parsed = parser.readObject();
            while (parsed instanceof ASN1ObjectIdentifier || parsed instanceof X9ECParameters) {
                parsed = parser.readObject(); // "EC PARAMETERS" before the key itself
            }
            PrivateKeyInfo key = privateKey(parsed, passphrase);
            SubjectPublicKeyInfo publicKey = SubjectPublicKeyInfoFactory
                    .createSubjectPublicKeyInfo(publicHalf(PrivateKeyFactory.createKey(key)));
            KeyFactory factory = KeyFactory.getInstance(algorithm(PrivateKeyFactory.createKey(key)));
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(publicKey.getEncoded())),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded())));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static PrivateKeyInfo privateKey(Object parsed, Optional<char[]> passphrase)
            throws IOException, KeyFile.EncryptedException {
        return switch (parsed) {
            case PrivateKeyInfo key -> key;
            case PEMKeyPair pair -> pair.getPrivateKeyInfo();
            case PEMEncryptedKeyPair pair -> {
                char[] secret = passphrase.orElseThrow(KeyFile.EncryptedException::new);
                try {
                    yield pair.decryptKeyPair(new BcPEMDecryptorProvider(utf8(secret))).getPrivateKeyInfo();
                } catch (PEMException e) {
                    throw new KeyFile.EncryptedException();
                }
            }
            case PKCS8EncryptedPrivateKeyInfo info -> {
                char[] secret = passphrase.orElseThrow(KeyFile.EncryptedException::new);
                try {
                    yield info.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                            .setProvider(new BouncyCastleProvider()).build(secret));
                } catch (PKCSException | OperatorCreationException e) {
                    throw new KeyFile.EncryptedException();
                }
            }
            case null, default -> throw new IOException();
        };
    }

    /** The bytes of UTF-8, each as a char: OpenSSL takes what a terminal sends, BouncyCastle the lower half of each char. */
    private static char[] utf8(char[] secret) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
        char[] chars = new char[bytes.remaining()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) (bytes.get(i) & 0xff);
        }
        Arrays.fill(bytes.array(), (byte) 0);
        return chars;
    }

    private static String algorithm(AsymmetricKeyParameter key) throws IOException {
        return switch (key) {
            case RSAPrivateCrtKeyParameters rsa -> "RSA";
            case ECPrivateKeyParameters ec -> "EC";
            case Ed25519PrivateKeyParameters ed -> "Ed25519";
            default -> throw new IOException();
        };
    }

    private static AsymmetricKeyParameter publicHalf(AsymmetricKeyParameter key) throws IOException {
        return switch (key) {
            case RSAPrivateCrtKeyParameters rsa -> new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent());
            case ECPrivateKeyParameters ec ->
                new ECPublicKeyParameters(ec.getParameters().getG().multiply(ec.getD()).normalize(), ec.getParameters());
            case Ed25519PrivateKeyParameters ed -> ed.generatePublicKey();
            default -> throw new IOException();
        };
    }
}
