package org.cadastre.analysis.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is drawn as a box: a device, a peer that was heard of and not read, a subnet, a container.
 *
 * @param id the same in every snapshot of the estate
 * @param kind what it is, in the words of the model: host, switch, router, ..., or one of a layer's own: subnet, segment, unknown
 * @param device id of the device that it stands for
 * @param groups what it may be grouped by: grouping (subnet, vlan, site, kind), then the name of the group
 * @param details lines for those who want to know more
 * @param members how many nodes it stands for: more than one where a group is folded
 */
public record Node(String id, String label, String kind, Optional<String> device, Map<String, String> groups,
        List<String> details, Mark mark, int members) {

    private static final Set<String> NETWORK = Set.of("switch", "router", "firewall", "accessPoint", "segment");

    public Node {
        groups = Map.copyOf(groups);
        details = List.copyOf(details);
    }

    public Node(String id, String label, String kind, Optional<String> device, Map<String, String> groups,
            List<String> details) {
        this(id, label, kind, device, groups, details, Mark.UNCHANGED, 1);
    }

    /** Whether it passes on what others say to each other: a switch, a router, and their kin. */
    public boolean isNetwork() {
        return NETWORK.contains(kind);
    }

    public Node marked(Mark other) {
        return new Node(id, label, kind, device, groups, details, other, members);
    }

    public Node labelled(String other) {
        return new Node(id, other, kind, device, groups, details, mark, members);
    }

    /** What is written on it: the name, of a folded group with the number of its members. */
    public String title() {
        return members > 1 ? label + " (" + members + ")" : label;
    }
}
