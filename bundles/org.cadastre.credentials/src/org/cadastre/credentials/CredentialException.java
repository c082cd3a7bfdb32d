package org.cadastre.credentials;

/** The store cannot do what was asked. The message is one line for the user: what, where, what to do. No secret in it. */
public final class CredentialException extends Exception {

    private static final long serialVersionUID = 1L;

    public CredentialException(String message) {
        super(message);
    }

    public CredentialException(String message, Throwable cause) {
        super(message, cause);
    }
}
