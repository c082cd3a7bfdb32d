package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.cadastre.collect.unix.internal.SocketTable.Socket;
import org.cadastre.model.host.Connection;
import org.cadastre.model.host.Connections;
import org.cadastre.model.host.HostFactory;

/** Open connections, grouped by direction, service and peer. */
public final class ConnectionsReader implements SectionReader<Connections> {

    @Override
    public Connections create() {
        return HostFactory.eINSTANCE.createConnections();
    }

    @Override
    public void read(Connections section, Sources sources) {
        SocketTable.read(sources).ifPresent(table -> {
            Set<Integer> listening = table.listeningPorts().keySet();
            Map<List<Object>, Connection> groups = new LinkedHashMap<>();
            table.sockets().stream().filter(socket -> !socket.waiting() && socket.peerPort() > 0)
                    .forEach(socket -> count(socket, listening.contains(socket.localPort()), groups));
            section.getConnections().addAll(groups.values());
            if (table.output().privilege().equals("user")) {
                sources.partial("program names of other accounts' sockets need root");
            }
        });
    }

    private static void count(Socket socket, boolean incoming, Map<List<Object>, Connection> groups) {
        String program = socket.program().orElse("");
        List<Object> key = List.of(socket.protocol(), incoming, incoming ? socket.localPort() : socket.peerPort(),
                socket.peer(), program);
        Connection group = groups.computeIfAbsent(key, k -> {
            Connection created = HostFactory.eINSTANCE.createConnection();
            created.setProtocol(socket.protocol());
            created.setDirection(incoming ? "in" : "out");
            if (incoming) {
                created.setLocalPort(socket.localPort());
            } else {
                created.setPeerPort(socket.peerPort());
            }
            created.setPeerAddress(socket.peer());
            created.setProgram(program.isEmpty() ? null : program);
            created.setCount(0);
            return created;
        });
        group.setCount(group.getCount() + 1);
    }
}
