package org.cadastre.repository;

import java.util.Set;

/**
 * The SSH host keys that the estate has seen (known_hosts on refs/heads/estate, in OpenSSH's format, sshd(8)).
 * Thread-safe.
 */
public final class KnownHosts {

    KnownHosts() {
    }

    /** The keys known for an address, "ssh-ed25519 AAAA..."; empty at the first visit. */
    public Set<String> known(String host, int port) throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }

    /** Remembers a key from now on. It is written by {@link #save()}, at the latest when a snapshot is committed. */
    public void remember(String host, int port, String key) {
        throw new UnsupportedOperationException();
    }

    /** Writes what was remembered, beside what others have written meanwhile. */
    public void save() throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }
}
