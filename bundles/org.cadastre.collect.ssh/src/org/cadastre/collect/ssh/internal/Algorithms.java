package org.cadastre.collect.ssh.internal;

import java.security.Security;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;

import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.ConfigImpl;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.transport.compression.NoneCompression;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.DHGexSHA1;
import net.schmizz.sshj.transport.kex.DHGexSHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;
import net.schmizz.sshj.transport.random.JCERandom;
import net.schmizz.sshj.transport.random.SingletonRandomFactory;

/**
 * What Cadastre offers in the key exchange: the strong algorithms first, then those that old devices are limited to, for an
 * inventory must be able to read them. All of them are in the JDK, so that no security provider with algorithms of its own has to be registered
 * for the whole virtual machine. Silent: what went wrong is told by exceptions. Immutable once made; may serve many clients.
 */
final class Algorithms extends ConfigImpl {

    static {
        SecurityUtils.setRegisterBouncyCastle(false);
        Security.addProvider(new EcdsaName());
    }

    Algorithms() {
        setLoggerFactory(new Silence());
        setVersion("Cadastre");
        setRandomFactory(new SingletonRandomFactory(new JCERandom.Factory()));
        setKeepAliveProvider(KeepAliveProvider.HEARTBEAT);
        setCompressionFactories(List.of(new NoneCompression.Factory()));
        setKeyExchangeFactories(List.of(
                new Curve25519SHA256.Factory(),
                new Curve25519SHA256.FactoryLibSsh(),
                new ECDHNistP.Factory256(),
                new ECDHNistP.Factory384(),
                new ECDHNistP.Factory521(),
                new DHGexSHA256.Factory(),
                DHGroups.Group16SHA512(),
                DHGroups.Group18SHA512(),
                DHGroups.Group14SHA256(),
                DHGroups.Group14SHA1(),
                new DHGexSHA1.Factory(),
                DHGroups.Group1SHA1(),
                new ExtInfoClientFactory()));
        setKeyAlgorithms(List.of(
                KeyAlgorithms.EdDSA25519(),
                KeyAlgorithms.ECDSASHANistp256(),
                KeyAlgorithms.ECDSASHANistp384(),
                KeyAlgorithms.ECDSASHANistp521(),
                KeyAlgorithms.RSASHA512(),
                KeyAlgorithms.RSASHA256(),
                KeyAlgorithms.SSHRSA(),
                KeyAlgorithms.SSHDSA()));
        setCipherFactories(List.of(
                GcmCiphers.AES128GCM(),
                GcmCiphers.AES256GCM(),
                BlockCiphers.AES128CTR(),
                BlockCiphers.AES192CTR(),
                BlockCiphers.AES256CTR(),
                BlockCiphers.AES128CBC(),
                BlockCiphers.AES192CBC(),
                BlockCiphers.AES256CBC(),
                BlockCiphers.TripleDESCBC()));
        setMACFactories(List.of(
                Macs.HMACSHA2256Etm(),
                Macs.HMACSHA2512Etm(),
                Macs.HMACSHA2256(),
                Macs.HMACSHA2512(),
                Macs.HMACSHA1Etm(),
                Macs.HMACSHA1(),
                Macs.HMACMD5()));
    }

    private static final class Silence implements LoggerFactory {
        @Override
        public Logger getLogger(String name) {
            return NOPLogger.NOP_LOGGER;
        }

        @Override
        public Logger getLogger(Class<?> type) {
            return NOPLogger.NOP_LOGGER;
        }
    }
}
