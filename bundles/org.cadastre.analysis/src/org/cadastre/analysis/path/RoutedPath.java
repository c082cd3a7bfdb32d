package org.cadastre.analysis.path;

import java.util.List;

/**
 * The way of a packet from one device to an address, as the routing tables tell it.
 *
 * @param outcome what is known of its end
 * @param text the end in one line for people
 */
public record RoutedPath(List<Hop> hops, Outcome outcome, String text) {

    /** How a way ends. */
    public enum Outcome {
        /** At the destination. */
        REACHED,
        /** On the destination's network, where nobody is known to have the address. */
        NETWORK_REACHED,
        /** At a router that was not read, or whose routes were not: how it goes on nobody knows. */
        UNKNOWN,
        /** At a device that has no route to the destination. */
        NO_ROUTE,
        /** At a route that drops packets. */
        DROPPED,
        /** It goes in circles. */
        LOOP
    }

    public RoutedPath {
        hops = List.copyOf(hops);
    }
}
