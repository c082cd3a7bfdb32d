package org.cadastre.testing.snmp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Queue;

/** Many agents on addresses of the loopback network, in one thread. */
public final class AgentSimulator implements AutoCloseable {

    private static final int LARGEST_DATAGRAM = 65_535;

    private final Selector selector;
    private final Thread thread;
    private final Queue<DatagramChannel> channels = new ArrayDeque<>();

    public AgentSimulator() throws IOException {
        selector = Selector.open();
        thread = Thread.ofPlatform().daemon().name("agents").start(this::answer);
    }

    /**
     * @param address such as 127.1.2.3
     * @param port 0 for any that is free
     * @return the port
     */
    public synchronized int add(String address, int port, SimulatedAgent agent) throws IOException {
        InetAddress local = InetAddress.getByName(address);
        if (!local.isLoopbackAddress()) {
            throw new IllegalArgumentException(address);
        }
        DatagramChannel channel = DatagramChannel.open();
        channels.add(channel);
        channel.bind(new InetSocketAddress(local, port));
        channel.configureBlocking(false);
        selector.wakeup();
        channel.register(selector, SelectionKey.OP_READ, agent);
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    private void answer() {
        ByteBuffer buffer = ByteBuffer.allocate(LARGEST_DATAGRAM);
        while (selector.isOpen()) {
            try {
                selector.select(20);
                for (SelectionKey key : selector.selectedKeys()) {
                    answer((DatagramChannel) key.channel(), (SimulatedAgent) key.attachment(), buffer);
                }
                selector.selectedKeys().clear();
            } catch (ClosedSelectorException over) {
                return;
            } catch (IOException | RuntimeException malformed) {
                // What cannot be understood is not answered.
            }
        }
    }

    private static void answer(DatagramChannel channel, SimulatedAgent agent, ByteBuffer buffer) throws IOException {
        buffer.clear();
        for (InetSocketAddress from = (InetSocketAddress) channel.receive(buffer); from != null; from = (InetSocketAddress) channel.receive(buffer)) {
            buffer.flip();
            byte[] datagram = new byte[buffer.remaining()];
            buffer.get(datagram);
            buffer.clear();
            for (byte[] answer : agent.answers(datagram)) {
                channel.send(ByteBuffer.wrap(answer), from);
            }
        }
    }

    @Override
    public synchronized void close() throws IOException, InterruptedException {
        selector.close();
        thread.join();
        for (DatagramChannel channel : channels) {
            channel.close();
        }
    }
}
