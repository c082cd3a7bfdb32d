package org.cadastre.analysis.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

/**
 * What runs inside of what: virtual machines on their host, known again as devices by their UUID or their adapters, and
 * containers on the machine that runs them.
 */
@Component
public final class ContainmentLayer implements GraphLayer {

    private static final String MACHINES = "VirtualMachines";
    private static final String CONTAINERS = "Containers";

    @Override
    public String id() {
        return "containment";
    }

    @Override
    public Set<String> sections() {
        return Set.of(MACHINES, CONTAINERS, "Agent");
    }

    @Override
    public Graph derive(EstateFacts estate) {
        GraphBuilder graph = new GraphBuilder(id(), estate);
        Map<String, Set<String>> running = new TreeMap<>();
        for (DeviceFacts host : estate.devices()) {
            for (Fact machine : host.elements(MACHINES, "machines")) {
                String guest = guest(graph, estate, host, machine);
                contain(graph, host, guest, MACHINES, machine.text("manager"));
                if (machine.isTrue("running")) {
                    running.computeIfAbsent(guest, id -> new TreeSet<>()).add(host.name());
                }
            }
            for (Fact container : host.elements(CONTAINERS, "containers")) {
                String engine = container.text("engine");
                String name = container.text("name");
                contain(graph, host, graph.node("container:" + host.id() + ":" + engine + ":" + name, name, "container",
                        List.of(engine + " container " + name, container.text("image"))), CONTAINERS, engine);
            }
        }
        running.forEach((guest, hosts) -> {
            if (hosts.size() > 1) {
                graph.finding("two-hosts", graph.label(guest) + " runs on " + String.join(" and on ", hosts), guest);
            }
        });
        return graph.build(estate);
    }

    private static String guest(GraphBuilder graph, EstateFacts estate, DeviceFacts host, Fact machine) {
        Optional<DeviceFacts> known = estate.byUuid(machine.text("uuid"))
                .or(() -> machine.texts("macs").stream().map(estate::byMac).flatMap(Optional::stream).findFirst())
                .filter(device -> !device.id().equals(host.id()));
        String name = machine.text("title").isEmpty() ? machine.text("name") : machine.text("title");
        String uuid = machine.text("uuid");
        return known.map(device -> graph.node(device, "virtual machine, not read")).orElseGet(() -> graph.node(
                "vm:" + (uuid.isEmpty() ? host.id() + ":" + machine.text("name") : uuid), name, "virtualMachine",
                List.of("virtual machine " + name + ", not read")));
    }

    private static void contain(GraphBuilder graph, DeviceFacts host, String inside, String section, String label) {
        graph.edge(new Edge("containment|" + host.id() + "|" + inside, "containment", host.id(), "", inside, "", label,
                Certainty.CERTAIN, Set.of(new Source(host.id(), section)), Set.of(inside), List.of(), Mark.UNCHANGED));
    }
}
