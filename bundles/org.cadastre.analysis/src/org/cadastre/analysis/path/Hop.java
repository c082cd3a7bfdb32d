package org.cadastre.analysis.path;

import java.util.List;

/**
 * One device on the way of a packet, and where it sends it.
 *
 * @param device id of the device
 * @param leaves interface that the packet leaves by; empty where nobody tells
 * @param route network of the route that was taken, in CIDR notation
 * @param gateway address that it is sent to; empty where the destination is on an attached network
 * @param over names of the switches in between, as far as the cables are known; empty where they are not
 */
public record Hop(String device, String name, String leaves, String route, String gateway, List<String> over) {

    public Hop {
        over = List.copyOf(over);
    }
}
