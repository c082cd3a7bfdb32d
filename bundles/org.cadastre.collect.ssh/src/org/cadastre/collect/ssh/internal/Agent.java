package org.cadastre.collect.ssh.internal;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.schmizz.sshj.common.Buffer;

/**
 * Talks to the SSH agent of the person who runs Cadastre (draft-miller-ssh-agent): which keys it has, and signing with one of
 * them. A connection for each question, as other clients make it. Thread-safe.
 */
final class Agent {

    static final String VARIABLE = "SSH_AUTH_SOCK";

    /** It may wait for a person to confirm, or to touch a key; shorter than a device is given for its answer. */
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /** As ssh-agent itself bounds it. */
    private static final int LONGEST = 256 * 1024;

    private static final byte REQUEST_IDENTITIES = 11;
    private static final byte IDENTITIES_ANSWER = 12;
    private static final byte SIGN_REQUEST = 13;
    private static final byte SIGN_RESPONSE = 14;

    private final Optional<String> socket;

    /** @param socket path of its Unix domain socket; empty when there is none */
    Agent(Optional<String> socket) {
        this.socket = socket.filter(path -> !path.isBlank());
    }

    /** The agent that ssh(1) would ask. */
    static Agent ofUser() {
        return new Agent(Optional.ofNullable(System.getenv(VARIABLE)));
    }

    /**
     * A key that the agent has.
     *
     * @param blob public key or certificate as the protocol sends it (RFC 4253, 6.6)
     */
    record Key(byte[] blob) {

        /** "ssh-ed25519", "ssh-rsa-cert-v01@openssh.com" */
        String type() throws IOException {
            return new Buffer.PlainBuffer(blob).readString();
        }
    }

    List<Key> keys() throws UnusableKeyException {
        try {
            Buffer.PlainBuffer answer = ask(IDENTITIES_ANSWER, new Buffer.PlainBuffer().putByte(REQUEST_IDENTITIES));
            List<Key> keys = new ArrayList<>();
            for (long left = answer.readUInt32(); left > 0; left--) {
                keys.add(new Key(answer.readBytes()));
                answer.readBytes(); // comment
            }
            return keys;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * @param flags which hash an RSA key is to be used with (draft-miller-ssh-agent, 3.6.1)
     * @return the signature as the protocol sends it, with the name of its algorithm before it
     */
    byte[] sign(Key key, byte[] data, int flags) throws UnusableKeyException {
        try {
            return ask(SIGN_RESPONSE, new Buffer.PlainBuffer().putByte(SIGN_REQUEST)
                    .putBytes(key.blob()).putBytes(data).putUInt32(flags)).readBytes();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Buffer.PlainBuffer ask(byte expected, Buffer.PlainBuffer question) throws IOException, UnusableKeyException {
        String path = socket.orElseThrow(Agent::none);
        byte[] body = question.getCompactData();
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path)); Selector selector = Selector.open()) {
            channel.write(ByteBuffer.allocate(Integer.BYTES + body.length).putInt(body.length).put(body).flip());
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            long end = System.nanoTime() + ANSWER.toNanos();
            int length = read(channel, selector, Integer.BYTES, end).getInt();
            if (length < 1 || length > LONGEST) {
                throw new IOException("what answers is no agent");
            }
            Buffer.PlainBuffer answer = new Buffer.PlainBuffer(read(channel, selector, length, end).array());
            if (answer.readByte() != expected) {
                throw new IOException("it refuses");
            }
            return answer;
        } catch (InvalidPathException | UnsupportedOperationException e) {
            throw new IOException("this is no socket", e);
        }
    }

    private static ByteBuffer read(SocketChannel channel, Selector selector, int length, long end) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0 || selector.select(left) == 0) {
                throw new SocketTimeoutException();
            }
            selector.selectedKeys().clear();
            if (channel.read(bytes) < 0) {
                throw new EOFException("it closed the connection");
            }
        }
        return bytes.flip();
    }

    private static UnusableKeyException none() {
        return new UnusableKeyException(System.getProperty("os.name").startsWith("Windows")
                ? "Cadastre does not talk to the agents of Windows (the OpenSSH service, Pageant); use a key file"
                : VARIABLE + " is not set, so there is no SSH agent; start one with: eval $(ssh-agent); ssh-add, or use a key file");
    }

    private UnusableKeyException failure(IOException e) {
        String agent = "the SSH agent at " + socket.orElseThrow();
        return new UnusableKeyException(e instanceof SocketTimeoutException
                ? agent + " did not answer within %d s; it may wait for somebody to confirm".formatted(ANSWER.toSeconds())
                : agent + " cannot be used: " + Quote.of(String.valueOf(e.getMessage())) + "; see what ssh-add -l says");
    }
}
