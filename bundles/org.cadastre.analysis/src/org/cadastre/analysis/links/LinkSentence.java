package org.cadastre.analysis.links;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Edge.Certainty;
import org.cadastre.analysis.graph.EdgeChange;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.Node;
import org.cadastre.analysis.links.LinkChange.Ends;

/** Tells what became of a link, with the names that one snapshot gives to the devices at its ends. */
final class LinkSentence {

    private final Map<String, Node> nodes;
    private final Uplinks uplinks;

    LinkSentence(Graph graph) {
        this.nodes = graph.nodesById();
        this.uplinks = new Uplinks(graph);
    }

    /** A link as one of its ends sees it. */
    private record Seen(Node own, String ownPort, Node far, String farPort) {

        String farPlace() {
            return farPort.isEmpty() ? far.label() : far.label() + " port " + farPort;
        }
    }

    static String of(EdgeChange change, LinkSentence before, LinkSentence after) {
        String sentence = switch (change.mark()) {
            case MOVED -> moved(change.before().orElseThrow(), change.after().orElseThrow(), before, after);
            case CHANGED -> after.place(change.after().orElseThrow()) + ": " + change.before().orElseThrow().label() + " became "
                    + change.after().orElseThrow().label();
            case ADDED -> after.plugged(change.any(), "is now connected to", "a new link connects ");
            default -> before.plugged(change.any(), "is no longer connected to", "no link connects any longer ");
        };
        return change.any().certainty() == Certainty.CERTAIN ? sentence
                : sentence + " (inferred from forwarding tables: " + change.any().certainty().name().toLowerCase(Locale.ROOT) + ")";
    }

    Ends ends(Edge edge) {
        return new Ends(nodes.get(edge.from()).label(), edge.fromPort(), nodes.get(edge.to()).label(), edge.toPort());
    }

    private String plugged(Edge edge, String verb, String betweenPeers) {
        Optional<Seen> station = sides(edge).filter(side -> !side.own().isNetwork()).findFirst();
        return station.map(one -> one.own().label() + " " + verb + " " + one.farPlace())
                .orElseGet(() -> betweenPeers + place(edge));
    }

    private String place(Edge edge) {
        Seen from = from(edge);
        return from.own().label() + (from.ownPort().isEmpty() ? "" : " port " + from.ownPort()) + " and " + from.farPlace();
    }

    private Seen from(Edge edge) {
        return new Seen(nodes.get(edge.from()), edge.fromPort(), nodes.get(edge.to()), edge.toPort());
    }

    private Stream<Seen> sides(Edge edge) {
        Seen from = from(edge);
        return Stream.of(from, new Seen(from.far(), from.farPort(), from.own(), from.ownPort()));
    }

    /** Told of the end that stayed: a station before a switch, the lower switch before the upper one. */
    private static String moved(Edge was, Edge is, LinkSentence before, LinkSentence after) {
        List<Seen> old = before.sides(was).filter(side -> after.sides(is).anyMatch(now -> now.own().id().equals(side.own().id())))
                .toList();
        Seen then = old.stream().filter(side -> !side.own().isNetwork()).findFirst()
                .or(() -> old.stream().filter(side -> isUplink(side, is, before, after)).findFirst())
                .or(() -> old.stream().filter(side -> !side.ownPort().equals(now(side, is, after).ownPort())).findFirst())
                .orElseGet(() -> old.isEmpty() ? before.from(was) : old.getFirst());
        Seen now = now(then, is, after);
        String subject = !then.own().isNetwork() ? now.own().label()
                : isUplink(then, is, before, after) ? "the uplink of " + now.own().label()
                        : "the link of " + now.own().label() + (sameFar(then, now) ? " to " + now.far().label() : "");
        boolean otherPort = !then.ownPort().equals(now.ownPort());
        boolean otherPlace = !sameFar(then, now) || !then.farPort().equals(now.farPort());
        if (otherPort && otherPlace) {
            return subject + " moved from port " + then.ownPort() + " (to " + then.farPlace() + ") to port " + now.ownPort() + " (to "
                    + now.farPlace() + ")";
        }
        return otherPort ? subject + " moved from port " + then.ownPort() + " to port " + now.ownPort()
                : subject + " moved from " + then.farPlace() + " to " + now.farPlace();
    }

    private static boolean sameFar(Seen then, Seen now) {
        return then.far().id().equals(now.far().id());
    }

    /** One of the snapshots says so, and the other does not say the contrary. */
    private static boolean isUplink(Seen then, Edge is, LinkSentence before, LinkSentence after) {
        Seen now = now(then, is, after);
        return before.leadsUp(then) && !after.leadsDown(now) || after.leadsUp(now) && !before.leadsDown(then);
    }

    private boolean leadsUp(Seen link) {
        return uplinks.isUplink(link.own().id(), link.far().id());
    }

    private boolean leadsDown(Seen link) {
        return uplinks.isUplink(link.far().id(), link.own().id());
    }

    private static Seen now(Seen then, Edge is, LinkSentence after) {
        return after.sides(is).filter(side -> side.own().id().equals(then.own().id())).findFirst().orElseGet(() -> after.from(is));
    }
}
