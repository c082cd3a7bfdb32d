package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Index;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.ListeningSocket;
import org.cadastre.model.host.ListeningSockets;

/** Sockets that wait for peers (TCP-MIB, RFC 4022 and RFC 2012; UDP-MIB, RFC 4113 and RFC 2013), with their programs where told. */
final class ListeningSocketsReader implements SectionReader<ListeningSockets> {

    static final Table TCP_CONNECTIONS = Table.of("tcpConnTable", "1.3.6.1.2.1.6.13.1", 1, 2, 3);
    private static final Table TCP = Table.of("tcpListenerTable", "1.3.6.1.2.1.6.20.1", 4);
    private static final Table UDP = Table.of("udpEndpointTable", "1.3.6.1.2.1.7.7.1", 8);
    private static final Table UDP_OLD = Table.of("udpTable", "1.3.6.1.2.1.7.5.1", 1, 2).unless(UDP);
    private static final int LISTENING = 2;
    /** ip_local_port_range of Linux, ip(7). */
    private static final int FIRST_PORT_OF_CLIENTS = 32768;

    @Override
    public ListeningSockets create() {
        return HostFactory.eINSTANCE.createListeningSockets();
    }

    @Override
    public List<Table> tables() {
        return List.of(TCP, TCP_CONNECTIONS, UDP, UDP_OLD, HostResources.RUNNING);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(ListeningSockets section, Mib mib) {
        mib.each(TCP, row -> {
            Index index = row.index();
            Optional<String> address = anyOr(row, index);
            add(section, mib, "tcp", address, index.nextInt(), row.whole(4));
        });
        if (mib.isEmpty(TCP)) {
            mib.each(TCP_CONNECTIONS, row -> {
                if (row.is(1, LISTENING)) {
                    add(section, mib, "tcp", Optional.of(row.ipv4(2, 0)), port(row, 3), Optional.empty());
                }
            });
        }
        mib.each(UDP, row -> {
            Index index = row.index();
            Optional<String> address = anyOr(row, index);
            int port = index.nextInt();
            index.next();
            boolean isConnected = index.hasNext() && index.octets().length > 0 && index.hasNext() && index.next() != 0;
            // Ports above are those of clients that wait for an answer.
            if (!isConnected && port < FIRST_PORT_OF_CLIENTS) {
                add(section, mib, "udp", address, port, row.whole(8));
            }
        });
        mib.each(UDP_OLD, row -> {
            int port = port(row, 2);
            if (port < FIRST_PORT_OF_CLIENTS) {
                add(section, mib, "udp", Optional.of(row.ipv4(1, 0)), port, Optional.empty());
            }
        });
    }

    /** The column, or the fifth part of the index. */
    private static int port(Row row, int column) {
        return row.integer(column).orElseGet(() -> {
            Index index = row.index();
            index.ipv4();
            return index.nextInt();
        });
    }

    /** An address of length zero means all of both families (RFC 4022); some agents leave out even its length. */
    private static Optional<String> anyOr(Row row, Index index) {
        int[] parts = row.parts();
        if (parts.length > 1 && (parts[1] == 0 && parts[0] != 1 || parts[0] == 0)) {
            index.next();
            if (parts.length > 2) {
                index.next();
            }
            return Optional.of("::");
        }
        return index.address();
    }

    private static void add(ListeningSockets section, Mib mib, String protocol, Optional<String> address, int port, Optional<Long> process) {
        if (address.isPresent() && port > 0) {
            ListeningSocket socket = HostFactory.eINSTANCE.createListeningSocket();
            socket.setProtocol(protocol);
            socket.setAddress(address.get());
            socket.setPort(port);
            process.filter(pid -> pid > 0).flatMap(pid -> mib.row(HostResources.RUNNING, pid.intValue())).flatMap(row -> row.text(2))
                    .ifPresent(socket::setProgram);
            section.getSockets().add(socket);
        }
    }
}
