package org.cadastre.collect;

import org.cadastre.model.TargetResult;

/**
 * A device could not be read at all. The message is one line for the user: what happened, and what to do about it; the
 * face that shows it puts the target before it. No secret, no class name.
 */
public final class CollectionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final TargetResult result;

    /** @param result what becomes of the target; not {@link TargetResult#READ} */
    public CollectionException(TargetResult result, String message) {
        super(message);
        this.result = result;
    }

    public CollectionException(TargetResult result, String message, Throwable cause) {
        super(message, cause);
        this.result = result;
    }

    public TargetResult result() {
        return result;
    }
}
