package org.cadastre.collect.snmp.internal.protocol;

/** A question that was not answered. The message says why, in words for a section's reason. */
final class NoReplyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean isLast;

    /** @param isLast no other question will be answered either: the agent is gone, or the time is over */
    NoReplyException(String reason, boolean isLast) {
        super(reason);
        this.isLast = isLast;
    }

    boolean isLast() {
        return isLast;
    }
}
