package org.cadastre.collect.ssh.internal;

import java.util.concurrent.TimeUnit;

import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.ChannelInputStream;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;
import net.schmizz.sshj.transport.TransportException;

/**
 * A channel to a device behind a jump host (direct-tcpip, RFC 4254, 7.2) that can be given up at any time by any thread
 * without harm to the connection that it shares with others: what still comes for it is dropped, and it is closed properly
 * once the jump host knows it.
 */
final class TunnelChannel extends DirectConnection {

    private boolean open;
    private boolean hungUp;

    TunnelChannel(Connection connection, String host, int port) {
        super(connection, host, port);
    }

    void open(long millis) throws ConnectionException, TransportException {
        trans.write(buildOpenReq());
        openEvent.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Wakes up whoever waits for it, and closes it, if need be when it opens. */
    synchronized void hangUp() {
        if (hungUp) {
            return;
        }
        hungUp = true;
        ConnectionException over = new ConnectionException("hung up");
        ((ChannelInputStream) getInputStream()).notifyError(over);
        if (open) {
            closeQuietly();
        } else {
            openEvent.deliverError(over);
        }
    }

    @Override
    protected synchronized void gotUnknown(Message message, SSHPacket packet) throws ConnectionException, TransportException {
        super.gotUnknown(message, packet);
        if (message == Message.CHANNEL_OPEN_CONFIRMATION) {
            open = true;
            if (hungUp) {
                closeQuietly();
            }
        }
    }

    @Override
    protected synchronized void receiveInto(ChannelInputStream stream, SSHPacket packet) throws SSHException {
        if (!hungUp) {
            super.receiveInto(stream, packet);
        }
    }

    private void closeQuietly() {
        try {
            sendClose();
        } catch (TransportException e) {
            // The connection to the jump host is gone, and with it the channel.
        }
    }
}
