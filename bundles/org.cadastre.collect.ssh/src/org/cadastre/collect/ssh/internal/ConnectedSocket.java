package org.cadastre.collect.ssh.internal;

import java.net.InetAddress;
import java.net.Socket;

import javax.net.SocketFactory;

/** Hands a connection that is already open to the SSH library. */
final class ConnectedSocket extends SocketFactory {

    private final Socket socket;

    ConnectedSocket(Socket socket) {
        this.socket = socket;
    }

    @Override
    public Socket createSocket() {
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        return socket;
    }
}
