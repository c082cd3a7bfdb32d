package org.cadastre.analysis.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.cadastre.analysis.facts.DeviceFacts;
import org.cadastre.analysis.facts.EstateFacts;
import org.cadastre.analysis.facts.Fact;
import org.cadastre.analysis.facts.NetworkAddress;
import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Edge.Certainty;
import org.cadastre.analysis.graph.Edge.Source;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.GraphBuilder;
import org.cadastre.analysis.graph.GraphLayer;
import org.cadastre.analysis.graph.Mark;
import org.osgi.service.component.annotations.Component;

/**
 * Who talks to whom on which port: from the open connections that either side saw, named after the program that listens. A
 * connection comes and goes by itself; only a service that no longer listens proves that it is gone.
 */
@Component
public final class CommunicationLayer implements GraphLayer {

    private static final String LISTENING = "ListeningSockets";

    @Override
    public String id() {
        return "communication";
    }

    @Override
    public Set<String> sections() {
        return Set.of(LISTENING, "Connections", "Agent");
    }

    @Override
    public Graph derive(EstateFacts estate) {
        GraphBuilder graph = new GraphBuilder(id(), estate);
        Map<String, Map<String, String>> services = new HashMap<>();
        estate.devices().forEach(device -> services.put(device.id(), services(device)));
        for (DeviceFacts device : estate.devices()) {
            for (Fact connection : device.elements("Connections", "connections")) {
                if (!NetworkAddress.isOwn(connection.text("peerAddress"))) {
                    add(graph, estate, services, device, connection);
                }
            }
        }
        return graph.build(edge -> estate.device(edge.to()).filter(server -> server.isComplete(LISTENING)
                && !services.get(server.id()).containsKey(edge.toPort())).isPresent());
    }

    /** Port, as "tcp/443", to the program that listens there. */
    private static Map<String, String> services(DeviceFacts device) {
        Map<String, String> services = new HashMap<>();
        for (Fact socket : device.elements(LISTENING, "sockets")) {
            services.merge(socket.text("protocol") + "/" + socket.text("port"), socket.text("program"),
                    (one, other) -> one.isEmpty() ? other : one);
        }
        return services;
    }

    private static void add(GraphBuilder graph, EstateFacts estate, Map<String, Map<String, String>> services,
            DeviceFacts device, Fact connection) {
        Optional<DeviceFacts> peer = estate.byAddress(connection.text("peerAddress"));
        if (peer.filter(other -> other.id().equals(device.id())).isPresent()) {
            return;
        }
        boolean incoming = connection.text("direction").equals("in");
        String other = peer.map(known -> graph.node(known, "not read")).orElseGet(() -> unknown(graph, connection.text("peerAddress")));
        String client = incoming ? other : device.id();
        String server = incoming ? device.id() : other;
        String port = connection.text("protocol") + "/" + connection.text(incoming ? "localPort" : "peerPort");
        Optional<String> listener = Optional.ofNullable(services.get(server)).map(ports -> ports.get(port));
        String program = connection.text("program");
        String service = listener.filter(name -> !name.isEmpty()).orElse(incoming ? program : "");
        if (!incoming && listener.isEmpty() && peer.flatMap(known -> estate.device(known.id())).filter(known -> known.isComplete(LISTENING)).isPresent()) {
            graph.finding("not-listening", device.name() + " talks to " + peer.get().name() + " on " + port + ", where "
                    + peer.get().name() + " does not listen", device.id(), peer.get().id());
        }
        String seen = "seen by " + device.name() + ": " + connection.text("count") + (incoming ? " incoming" : " outgoing")
                + (program.isEmpty() ? "" : ", " + program);
        graph.edge(new Edge("communication|" + client + "|" + server + "|" + port, "communication", client, "", server, port,
                (port + " " + service).strip(), Certainty.CERTAIN, Set.of(new Source(server, LISTENING)), Set.of(),
                List.of(seen), Mark.UNCHANGED));
    }

    private static String unknown(GraphBuilder graph, String address) {
        String plain = NetworkAddress.plain(address);
        return graph.node("address:" + plain, plain, "unknown", List.of("not read"));
    }
}
