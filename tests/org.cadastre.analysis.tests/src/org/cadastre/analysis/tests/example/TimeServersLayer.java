package org.cadastre.analysis.tests.example;

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
import org.osgi.service.component.annotations.Component;

/** The example of docs/graph.md: who gets the time from whom. */
@Component
public final class TimeServersLayer implements GraphLayer {

    private static final String SECTION = "SystemSettings";

    @Override
    public String id() {
        return "time";
    }

    @Override
    public Set<String> sections() {
        return Set.of(SECTION);
    }

    @Override
    public Graph derive(EstateFacts estate) {
        GraphBuilder graph = new GraphBuilder(id(), estate);
        for (DeviceFacts device : estate.devices()) {
            for (Fact settings : device.sections(SECTION)) {
                for (String server : settings.texts("timeServers")) {
                    String node = estate.byAddress(server).map(known -> graph.node(known, "time server, not read"))
                            .orElseGet(() -> graph.node("time:" + server, server, "unknown", List.of("time server, not read")));
                    graph.edge(new Edge("time|" + device.id() + "|" + node, "time", device.id(), "", node, "", "",
                            Certainty.CERTAIN, Set.of(new Source(device.id(), SECTION)), Set.of(server), List.of(),
                            Mark.UNCHANGED));
                }
            }
        }
        return graph.build(estate);
    }
}
