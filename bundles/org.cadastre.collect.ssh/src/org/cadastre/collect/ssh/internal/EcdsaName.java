package org.cadastre.collect.ssh.internal;

import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyFactorySpi;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;

/**
 * Lets the JDK's key factory for elliptic curves be found as "ECDSA" too, which is how the SSH library asks for it; the JDK
 * calls it "EC" only. Registering this one name spares registering all of BouncyCastle for the whole virtual machine.
 */
final class EcdsaName extends Provider {

    private static final long serialVersionUID = 1L;

    EcdsaName() {
        super("CadastreEcdsaName", "1", "The key factory of EC under the name ECDSA");
        putService(new Service(this, "KeyFactory", "ECDSA", Delegate.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                return new Delegate(KeyFactory.getInstance("EC"));
            }
        });
    }

    private static final class Delegate extends KeyFactorySpi {

        private final KeyFactory factory;

        Delegate(KeyFactory factory) {
            this.factory = factory;
        }

        @Override
        protected PublicKey engineGeneratePublic(KeySpec keySpec) throws InvalidKeySpecException {
            return factory.generatePublic(keySpec);
        }

        @Override
        protected PrivateKey engineGeneratePrivate(KeySpec keySpec) throws InvalidKeySpecException {
            return factory.generatePrivate(keySpec);
        }

        @Override
        protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> keySpec) throws InvalidKeySpecException {
            return factory.getKeySpec(key, keySpec);
        }

        @Override
        protected Key engineTranslateKey(Key key) throws InvalidKeyException {
            return factory.translateKey(key);
        }
    }
}
