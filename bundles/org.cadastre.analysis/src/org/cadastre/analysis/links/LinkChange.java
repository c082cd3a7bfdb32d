package org.cadastre.analysis.links;

import java.util.List;
import java.util.Optional;

import org.cadastre.analysis.graph.Edge.Certainty;
import org.cadastre.analysis.graph.Mark;

/**
 * A link that was added, removed or moved, or of which something else changed.
 *
 * @param text one sentence for people, without a full stop
 * @param certainty how sure the link itself is: a device at its end said so, or it was inferred
 * @param before where it was; nothing for a link that was added
 * @param after where it is; nothing for a link that was removed
 * @param devices ids of the devices at its ends, before or after; sorted
 */
public record LinkChange(Mark kind, String text, Certainty certainty, Optional<Ends> before, Optional<Ends> after,
        List<String> devices) {

    /** The two ends of a link, by the names of the devices and their ports; a port is empty where nobody tells it. */
    public record Ends(String from, String fromPort, String to, String toPort) {
    }

    public LinkChange {
        devices = List.copyOf(devices);
    }
}
