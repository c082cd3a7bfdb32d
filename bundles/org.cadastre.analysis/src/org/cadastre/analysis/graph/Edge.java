package org.cadastre.analysis.graph;

import java.util.List;
import java.util.Set;

/**
 * Something that is drawn as a line between two nodes.
 *
 * @param id the same in every snapshot in which the same ends are connected in the same way
 * @param kind link, attachment, subnet, communication, containment, or another layer's own
 * @param from id of a node; for what has a direction, the one that it starts from
 * @param fromPort port, interface or service at that end; empty if there is none
 * @param certainty how sure it is
 * @param sources sections that say so: that of any one of them, read completely and silent, proves that the edge is not there
 * @param recognizedBy marks by which it is the same thing although its ends are others: a cable that was plugged elsewhere;
 *        of several, the first in the order of the alphabet counts
 */
public record Edge(String id, String kind, String from, String fromPort, String to, String toPort, String label,
        Certainty certainty, Set<Source> sources, Set<String> recognizedBy, List<String> details, Mark mark) {

    /** How sure an edge is. */
    public enum Certainty {
        /** At least one end says so itself. */
        CERTAIN,
        /** Follows from what was seen, and nothing speaks against it. */
        LIKELY,
        /** Follows from what was seen; other explanations remain. */
        POSSIBLE
    }

    /**
     * @param device its id
     * @param section name of the section's class
     */
    public record Source(String device, String section) {
    }

    public Edge {
        sources = Set.copyOf(sources);
        recognizedBy = Set.copyOf(recognizedBy);
        details = List.copyOf(details);
    }

    public Edge marked(Mark other) {
        return new Edge(id, kind, from, fromPort, to, toPort, label, certainty, sources, recognizedBy, details, other);
    }

    public Edge labelled(String other) {
        return new Edge(id, kind, from, fromPort, to, toPort, other, certainty, sources, recognizedBy, details, mark);
    }

    public Edge withDetails(List<String> other) {
        return new Edge(id, kind, from, fromPort, to, toPort, label, certainty, sources, recognizedBy, other, mark);
    }

    /** The same, or the same again, between other nodes: where groups are folded. */
    public Edge between(String start, String end) {
        return new Edge(id, kind, start, fromPort, end, toPort, label, certainty, sources, recognizedBy, details, mark);
    }

    public boolean isLoop() {
        return from.equals(to);
    }
}
