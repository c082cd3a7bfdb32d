package org.cadastre.repository;

/**
 * A host key that the estate knows.
 *
 * @param address as OpenSSH writes it: "host", or "[host]:port" where the port is not 22
 * @param key in OpenSSH's form, "ssh-ed25519 AAAA..."
 */
public record KnownHost(String address, String key) {
}
