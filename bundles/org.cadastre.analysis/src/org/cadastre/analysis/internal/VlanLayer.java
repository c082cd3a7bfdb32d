package org.cadastre.analysis.internal;

import java.util.List;
import java.util.Set;

import org.cadastre.analysis.facts.DeviceFacts;
import org.cadastre.analysis.facts.EstateFacts;
import org.cadastre.analysis.facts.Fact;
import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Edge.Certainty;
import org.cadastre.analysis.graph.Edge.Source;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.GraphBuilder;
import org.cadastre.analysis.graph.GraphLayer;
import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.graph.Node;
import org.osgi.service.component.annotations.Component;

/** The VLANs, the switches that carry each, and who is plugged into a port of it. */
@Component
public final class VlanLayer implements GraphLayer {

    private static final String SECTION = "Vlans";
    private static final String PREFIX = "VLAN ";

    private final TopologyLayer topology = new TopologyLayer();

    @Override
    public String id() {
        return "vlans";
    }

    @Override
    public Set<String> sections() {
        return topology.sections();
    }

    @Override
    public Graph derive(EstateFacts estate) {
        GraphBuilder graph = new GraphBuilder(id(), estate);
        for (DeviceFacts device : estate.devices()) {
            for (Fact vlan : device.elements(SECTION, "vlans")) {
                List<String> untagged = vlan.texts("untagged");
                List<String> tagged = vlan.texts("tagged");
                if (!untagged.isEmpty() || !tagged.isEmpty()) {
                    edge(graph, PREFIX + vlan.text("number"), device.id(), ports(untagged.size(), tagged.size()),
                            List.of("without tag: " + String.join(", ", untagged), "with tag: " + String.join(", ", tagged)),
                            new Source(device.id(), SECTION));
                }
            }
        }
        Graph cables = topology.derive(estate);
        for (Node node : cables.nodes()) {
            String vlan = node.groups().get("vlan");
            if (vlan != null) {
                graph.node(node.id(), node.label(), node.kind(), node.details());
                cables.edges().stream().filter(edge -> edge.from().equals(node.id()) || edge.to().equals(node.id()))
                        .flatMap(edge -> edge.sources().stream()).findFirst()
                        .ifPresent(source -> edge(graph, vlan, node.id(), "", List.of(), source));
            }
        }
        return graph.build(estate);
    }

    private static String ports(int untagged, int tagged) {
        return untagged + (tagged > 0 ? " + " + tagged + " tagged" : "") + (untagged + tagged == 1 ? " port" : " ports");
    }

    private static void edge(GraphBuilder graph, String vlan, String member, String label, List<String> details, Source source) {
        String node = graph.node("vlan:" + vlan, vlan, "vlan", List.of(vlan));
        graph.group(node, "vlan", vlan);
        graph.edge(new Edge("vlan|" + node + "|" + member, "vlan", node, "", member, "", label, Certainty.CERTAIN,
                Set.of(source), Set.of(member), details, Mark.UNCHANGED));
    }
}
