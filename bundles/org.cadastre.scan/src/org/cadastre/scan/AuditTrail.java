package org.cadastre.scan;

import org.cadastre.collect.AuditLog;

/**
 * What was sent to one target, in order. Holds no times: they are in the target's outcome, and so the same requests give
 * the same log, which the repository then stores once.
 */
final class AuditTrail implements AuditLog {

    private final StringBuilder log = new StringBuilder();

    @Override
    public synchronized void sent(String action) {
        log.append(action).append(action.endsWith("\n") ? "" : "\n");
    }

    @Override
    public synchronized String toString() {
        return log.toString();
    }
}
