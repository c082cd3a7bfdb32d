package org.cadastre.collect;

import java.util.Optional;
import java.util.Set;

/**
 * Reads sections from a device over one protocol. An OSGi declarative service; the scan asks every collector that is
 * registered. Stateless and safe for use by many threads at once.
 *
 * <p>A collector only reads: nothing it sends may change the device, and everything it sends goes through
 * {@link Context#audit()} first. It bounds what a device can send, in bytes and in time, and ends early when its thread
 * is interrupted. What it could not read well becomes the coverage of the section; only a device that could not be read
 * at all is a {@link CollectionException}.
 *
 * <p>Not responsible for: choosing targets, giving the device its id, saving anything.
 */
public interface Collector {

    /** Short name of the collector in snapshots and messages, for example "ssh". */
    String id();

    /**
     * The collectors that this one may supersede for sections both have read, by preference: the higher rank wins where
     * the coverage is equal.
     */
    default int rank() {
        return 0;
    }

    /** Whether the collector knows how to reach such a target at all. Cheap: sends nothing. */
    boolean accepts(Target target);

    /** The kinds of credentials that the collector can use; empty when it needs none. */
    Set<Class<? extends Credential>> credentialKinds();

    /**
     * How a sweep over a range of addresses finds out at little cost whether one is worth asking. A collector that does not tell
     * is asked for every address.
     */
    default Optional<Knock> knock() {
        return Optional.empty();
    }

    /**
     * Reads the device at a target.
     *
     * @return what the device said; never null, with at least one section
     * @throws CollectionException when nothing could be read; says what, where and what to do
     * @throws InterruptedException when the scan was cancelled or the target's time ran out
     */
    Reading collect(Target target, Context context) throws CollectionException, InterruptedException;
}
