package org.cadastre.analysis.internal;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.cadastre.analysis.facts.DeviceFacts;
import org.cadastre.analysis.facts.EstateFacts;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.GraphBuilder;
import org.cadastre.analysis.graph.GraphLayer;
import org.cadastre.analysis.links.Uplinks;
import org.osgi.service.component.annotations.Component;

/**
 * Which cable leads where, which host sits on which port; a device of which no cable is known hangs on its subnets, so that it
 * has a place in the picture.
 */
@Component
public final class TopologyLayer implements GraphLayer {

    private static final String TREE_SECTION = "SpanningTree";

    @Override
    public String id() {
        return "topology";
    }

    @Override
    public Set<String> sections() {
        Set<String> sections = new HashSet<>(PhysicalLinks.SECTIONS);
        sections.addAll(Subnets.SECTIONS);
        sections.add(TREE_SECTION);
        return sections;
    }

    /** Whether the device takes itself for the root: root is priority, dot, hardware address of the bridge at the root. */
    private static boolean isRoot(DeviceFacts device) {
        return device.sections(TREE_SECTION).stream().anyMatch(tree -> !tree.text("bridgeAddress").isEmpty()
                && tree.text("root").toLowerCase(Locale.ROOT).endsWith("." + tree.text("bridgeAddress").toLowerCase(Locale.ROOT)));
    }

    @Override
    public Graph derive(EstateFacts estate) {
        GraphBuilder graph = new GraphBuilder(id(), estate);
        PhysicalLinks links = new PhysicalLinks(estate, graph);
        links.announced();
        Set<String> connected = new ForwardedStations(estate, graph, links).derive();
        estate.devices().stream().filter(TopologyLayer::isRoot).forEach(root -> graph.group(root.id(), Uplinks.TREE, Uplinks.ROOT));
        Subnets subnets = new Subnets(estate, graph);
        for (DeviceFacts device : estate.devices()) {
            if (!connected.contains(device.id())) {
                subnets.connect(device);
            }
        }
        return graph.build(estate);
    }
}
