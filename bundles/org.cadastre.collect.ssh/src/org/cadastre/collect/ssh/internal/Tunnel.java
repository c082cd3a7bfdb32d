package org.cadastre.collect.ssh.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import net.schmizz.sshj.SSHClient;

/**
 * The connection to a device behind a jump host: a channel in the connection to that host, which looks like a socket because
 * the SSH library wants one. Of a socket's time limits it has only the one for the first answer.
 */
@SuppressWarnings("resource") // the streams are the channel's
final class Tunnel extends Wire {

    private final TunnelChannel channel;
    private volatile boolean silent;

    Tunnel(SSHClient jumpHost, String host, int port, DialLimits limits) {
        super(limits.unknownBytes());
        channel = new TunnelChannel(jumpHost.getConnection(), host, port);
    }

    /** Waits until the jump host has the connection to the device. */
    void open(long millis) throws IOException {
        channel.open(millis);
    }

    @Override
    InputStream raw() {
        return new FilterInputStream(channel.getInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                try {
                    return super.read(bytes, offset, length);
                } catch (IOException e) {
                    throw silent ? new SocketTimeoutException() : e;
                }
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return channel.getOutputStream();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    /** Hangs up on a device that has not sent anything by then. */
    @Override
    public void setSoTimeout(int millis) {
        if (millis > 0 && !hasSpoken()) {
            CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> {
                if (!hasSpoken()) {
                    silent = true;
                    close();
                }
            });
        }
    }

    @Override
    public void close() {
        channel.hangUp();
    }
}
