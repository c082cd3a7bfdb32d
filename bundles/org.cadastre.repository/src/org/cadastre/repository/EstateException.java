package org.cadastre.repository;

/** An estate cannot be read or written. The message is one line for the user: what, where, what to do. */
public final class EstateException extends Exception {

    private static final long serialVersionUID = 1L;

    public EstateException(String message) {
        super(message);
    }

    public EstateException(String message, Throwable cause) {
        super(message, cause);
    }
}
