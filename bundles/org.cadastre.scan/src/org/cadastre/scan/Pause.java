package org.cadastre.scan;

/** Lets a person hold a scan: targets under way are read to their end, no further one is begun. Thread-safe. */
public final class Pause {

    private boolean held;

    public synchronized void hold() {
        held = true;
    }

    public synchronized void goOn() {
        held = false;
        notifyAll();
    }

    public synchronized boolean isHeld() {
        return held;
    }

    /** Waits while the scan is held. */
    synchronized void await() throws InterruptedException {
        while (held) {
            wait();
        }
    }
}
