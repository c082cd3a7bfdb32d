package org.cadastre.compare;

/** Told how far a comparison is. Called from several threads, one at a time. */
@FunctionalInterface
public interface Progress {

    /**
     * @param done devices compared so far
     * @param total devices whose state differs
     */
    void compared(int done, int total);

    /** Tells nobody. */
    static Progress none() {
        return (done, total) -> {
            // nobody listens
        };
    }
}
