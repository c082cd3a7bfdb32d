package org.cadastre.collect;

/**
 * Takes down what is sent to a device, before it is sent. The log becomes part of the snapshot, so that the customer can
 * see every command, OID and call. Thread-safe.
 *
 * <p>Secrets do not belong in it: write "authenticated as ops with key SHA256:..." rather than what was typed.
 */
@FunctionalInterface
public interface AuditLog {

    /**
     * @param action what is about to be done, in the words of the protocol: a command line, a script, an OID, a call;
     *        may have several lines
     */
    void sent(String action);
}
