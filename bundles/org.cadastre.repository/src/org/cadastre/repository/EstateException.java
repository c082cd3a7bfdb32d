package org.cadastre.repository;

import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;

/** An estate cannot be read or written. The message is one line for the user: what, where, what to do. */
public final class EstateException extends Exception {

    private static final long serialVersionUID = 1L;

    public EstateException(String message) {
        super(message);
    }

    /** @param message says what is wrong with the estate; told only if the cause is not that the thread was interrupted */
    public EstateException(String message, Throwable cause) {
        super(isInterruption(cause) ? "It was stopped." : message, cause);
    }

    /** Whether nothing is wrong but that the thread was interrupted. The mark of the interruption may be gone by then. */
    public boolean isInterruption() {
        return isInterruption(getCause());
    }

    /** Whether a failure is that of a thread that was interrupted while it read or wrote a file. */
    public static boolean isInterruption(Throwable failure) {
        return failure != null && (failure instanceof InterruptedIOException
                || failure instanceof ClosedByInterruptException || failure instanceof InterruptedException
                || isInterruption(failure.getCause()));
    }
}
