package org.cadastre.analysis.internal;

import java.util.Set;

import org.cadastre.analysis.facts.EstateFacts;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.GraphBuilder;
import org.cadastre.analysis.graph.GraphLayer;
import org.osgi.service.component.annotations.Component;

/** The subnets, who has an address in each, and who leads out of it. */
@Component
public final class SubnetLayer implements GraphLayer {

    @Override
    public String id() {
        return "subnets";
    }

    @Override
    public Set<String> sections() {
        return Subnets.SECTIONS;
    }

    @Override
    public Graph derive(EstateFacts estate) {
        GraphBuilder graph = new GraphBuilder(id(), estate);
        Subnets subnets = new Subnets(estate, graph);
        estate.devices().forEach(subnets::connect);
        return graph.build(estate);
    }
}
