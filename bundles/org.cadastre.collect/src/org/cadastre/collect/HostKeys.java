package org.cadastre.collect;

import java.util.Set;

/**
 * The host keys that an estate has seen (in the sense of OpenSSH's known_hosts). Thread-safe.
 */
public interface HostKeys {

    /**
     * @param host name or address as the operator typed it
     * @return the public keys known for the address in OpenSSH's form, "ssh-ed25519 AAAA..."; empty at the first visit
     */
    Set<String> known(String host, int port);

    /**
     * Remembers a key that was seen at the first visit.
     *
     * @param key in OpenSSH's form, "ssh-ed25519 AAAA..."
     */
    void remember(String host, int port, String key);
}
