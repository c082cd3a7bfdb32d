package org.cadastre.model.canonical;

/** Bytes that are no file of a snapshot. The message completes "cannot be read: ". */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
