package org.cadastre.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

import org.cadastre.collect.HostKeys;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.KnownHosts;

/** The estate's known hosts, as collectors see them. */
record EstateHostKeys(KnownHosts hosts) implements HostKeys {

    @Override
    public Set<String> known(String host, int port) {
        try {
            return hosts.known(host, port);
        } catch (EstateException unreadable) {
            throw new UncheckedIOException(new IOException(unreadable.getMessage(), unreadable));
        }
    }

    @Override
    public void remember(String host, int port, String key) {
        hosts.remember(host, port, key);
    }
}
