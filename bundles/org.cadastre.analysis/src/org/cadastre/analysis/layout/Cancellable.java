package org.cadastre.analysis.layout;

import java.util.function.BooleanSupplier;

import org.eclipse.elk.core.util.NullElkProgressMonitor;

/** Tells ELK when to stop. */
final class Cancellable extends NullElkProgressMonitor {

    private final BooleanSupplier cancelled;

    Cancellable(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    @Override
    public boolean isCanceled() {
        return cancelled.getAsBoolean();
    }
}
