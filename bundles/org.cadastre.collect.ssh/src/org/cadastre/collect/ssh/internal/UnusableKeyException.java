package org.cadastre.collect.ssh.internal;

/** A private key file cannot be used. The message is one line: which file, why, what to do; without any of its content. */
final class UnusableKeyException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableKeyException(String message) {
        super(message);
    }
}
