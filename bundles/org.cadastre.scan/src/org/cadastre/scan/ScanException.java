package org.cadastre.scan;

/** A scan that cannot be done at all. The message is one line for the user: what, where, what to do. */
public final class ScanException extends Exception {

    private static final long serialVersionUID = 1L;

    public ScanException(String message) {
        super(message);
    }
}
