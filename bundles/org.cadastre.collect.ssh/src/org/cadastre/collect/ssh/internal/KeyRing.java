package org.cadastre.collect.ssh.internal;

import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.cadastre.collect.Credential;

/**
 * The private keys of one scan: each file is read and decrypted once, which is made to be slow (bcrypt_pbkdf), whatever the number of
 * targets; and the agent. Thread-safe.
 */
final class KeyRing implements AutoCloseable {

    private final Agent agent;
    private final Map<Credential.PrivateKey, FutureTask<KeyPair>> keys = new HashMap<>();

    KeyRing(Agent agent) {
        this.agent = agent;
    }

    /** The key of a credential; who comes while it is being decrypted waits for it. */
    KeyPair key(Credential.PrivateKey credential) throws UnusableKeyException {
        FutureTask<KeyPair> reading;
        synchronized (keys) {
            reading = keys.computeIfAbsent(credential, none -> new FutureTask<>(() -> KeyFile.read(credential)));
        }
        reading.run(); // nothing, unless it is the first time
        try {
            return reading.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case UnusableKeyException unusable -> throw unusable;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusableKeyException("key file " + credential.file() + " was not read; the scan was cancelled");
        }
    }

    Agent agent() {
        return agent;
    }

    List<Agent.Key> keys(Credential.Agent credential) throws UnusableKeyException {
        return AgentKeys.of(agent, credential);
    }

    @Override
    public void close() {
        synchronized (keys) {
            keys.clear();
        }
    }
}
