package org.cadastre.analysis.graph;

import java.util.List;

/**
 * A contradiction that came up while a graph was derived.
 *
 * @param rule short name: one-sided-link, duplex, vlan, speed, not-listening, two-hosts
 * @param text one line for people
 * @param about ids of the nodes that it is about
 */
public record Finding(String rule, String text, List<String> about) {
}
