package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.cadastre.collect.unix.internal.SocketTable.Socket;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.ListeningSocket;
import org.cadastre.model.host.ListeningSockets;

/**
 * Sockets that wait for peers. Left out, because they come and go by themselves: UDP sockets on ports that the kernel hands
 * out to clients, and the X11 doors of SSH sessions (ports 6010 to 6099 on the loopback).
 */
public final class ListeningSocketsReader implements SectionReader<ListeningSockets> {

    /** net.ipv4.ip_local_port_range, where the host does not tell it. */
    private static final int[] USUAL_RANGE = { 32768, 60999 };

    @Override
    public ListeningSockets create() {
        return HostFactory.eINSTANCE.createListeningSockets();
    }

    @Override
    public void read(ListeningSockets section, Sources sources) {
        Optional<SocketTable> table = SocketTable.read(sources);
        if (table.isEmpty()) {
            return;
        }
        int[] range = range(sources);
        Map<List<Object>, ListeningSocket> sockets = new LinkedHashMap<>();
        boolean nameless = false;
        for (Socket socket : table.get().sockets()) {
            if (socket.waiting() && !passing(socket, range)) {
                nameless |= socket.program().isEmpty();
                add(socket, sockets);
            }
        }
        section.getSockets().addAll(sockets.values());
        boolean asRoot = !table.get().output().privilege().equals("user");
        if (nameless && !asRoot) {
            sources.partial("program names of other accounts' sockets need root");
        } else if (nameless && table.get().output().name().matches("proc-net|netstat-bsd|netstat-plain")) {
            sources.partial("the host has no command that tells the programs behind sockets");
        }
    }

    private static void add(Socket socket, Map<List<Object>, ListeningSocket> sockets) {
        String address = socket.device().isEmpty() ? socket.local() : socket.local() + "%" + socket.device();
        ListeningSocket entry = sockets.computeIfAbsent(List.of(socket.protocol(), address, socket.localPort()), key -> {
            ListeningSocket created = HostFactory.eINSTANCE.createListeningSocket();
            created.setProtocol(socket.protocol());
            created.setAddress(address);
            created.setPort(socket.localPort());
            return created;
        });
        // Several programs may share a port; the first by name stands for them.
        if (socket.program().isPresent() && (entry.getProgram() == null
                || socket.program().get().compareTo(entry.getProgram()) < 0)) {
            entry.setProgram(socket.program().get());
            entry.setUser(socket.user().orElse(null));
        }
    }

    private static boolean passing(Socket socket, int[] range) {
        int port = socket.localPort();
        boolean client = socket.protocol().equals("udp") && port >= range[0] && port <= range[1];
        boolean x11 = socket.protocol().equals("tcp") && IpAddress.isLoopback(socket.local()) && port >= 6010 && port < 6100;
        return client || x11;
    }

    private static int[] range(Sources sources) {
        String[] words = sources.lookUp("port-range").map(CommandOutput::firstLine).orElse("").split("\\s+");
        Optional<Integer> low = Numbers.integer(words[0]);
        Optional<Integer> high = words.length > 1 ? Numbers.integer(words[1]) : Optional.empty();
        return low.isPresent() && high.isPresent() ? new int[] { low.get(), high.get() } : USUAL_RANGE;
    }
}
