package org.cadastre.collect.ssh.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A peer that is no SSH server, or a hostile one: does with each connection what a test wants. */
@SuppressWarnings("resource") // closed by the thread that serves it
final class FakeServer implements AutoCloseable {

    /** What is done with a connection; it is closed afterwards. */
    @FunctionalInterface
    interface Behaviour {
        void serve(Socket connection) throws Exception;
    }

    private final ServerSocket listener;

    FakeServer(Behaviour behaviour) throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> {
            while (!listener.isClosed()) {
                accept(behaviour);
            }
        });
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept(Behaviour behaviour) {
        try {
            Socket connection = listener.accept();
            Thread.ofPlatform().daemon().start(() -> {
                try (connection) {
                    behaviour.serve(connection);
                } catch (Exception e) {
                    // The visitor went away.
                }
            });
        } catch (IOException e) {
            // Closed by the test.
        }
    }
}
