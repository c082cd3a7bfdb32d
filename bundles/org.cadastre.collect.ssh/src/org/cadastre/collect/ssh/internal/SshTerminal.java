package org.cadastre.collect.ssh.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.cadastre.collect.networkos.Terminal;

import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;

/**
 * A terminal of a login (RFC 4254, 6.2), wide and long, so that devices neither break lines nor stop at pages where they heed
 * its size. What comes is taken up by a thread of its own; a device that writes faster than it is read has to wait.
 */
@SuppressWarnings("resource") // the connection owns channel and streams
final class SshTerminal implements Terminal, AutoCloseable {

    private static final int COLUMNS = 500;
    private static final int ROWS = 1000;
    private static final int PIECES = 64;

    private final OutputStream input;
    private final Thread reader;
    /** An empty one is the end. */
    private final BlockingQueue<Optional<String>> output = new ArrayBlockingQueue<>(PIECES);

    /** @throws IOException when the device gives no terminal */
    SshTerminal(SSHClient client) throws IOException {
        Session session = client.startSession();
        session.allocatePTY("vt100", COLUMNS, ROWS, 0, 0, Map.of());
        Session.Shell shell = session.startShell();
        input = shell.getOutputStream();
        reader = Thread.ofPlatform().daemon().name("ssh-terminal").start(() -> take(shell.getInputStream()));
    }

    private void take(InputStream stream) {
        Reader text = new InputStreamReader(stream, StandardCharsets.UTF_8);
        char[] buffer = new char[16 * 1024];
        try {
            try {
                for (int count = text.read(buffer); count >= 0; count = text.read(buffer)) {
                    output.put(Optional.of(new String(buffer, 0, count)));
                }
            } catch (IOException lost) {
                // What came before is given; then the end.
            }
            output.put(Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void type(String text) throws IOException {
        input.write(text.getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    @Override
    public String read(Duration patience) throws IOException, InterruptedException {
        Optional<String> piece = output.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (piece == null) {
            return "";
        }
        return piece.orElseThrow(() -> new IOException("the terminal is closed"));
    }

    /** What still comes is not waited for; the channel is closed with its connection. */
    @Override
    public void close() {
        reader.interrupt();
    }
}
