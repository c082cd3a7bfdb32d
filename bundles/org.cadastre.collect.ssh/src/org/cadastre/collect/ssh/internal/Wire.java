package org.cadastre.collect.ssh.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The connection to a device, over TCP or what looks like it. Until the device has shown a host key that is to be trusted it may send a few kilobytes
 * only: the SSH library would read a greeting without end, at a cost that grows with the square of its length.
 *
 * <p>Keeps the first bytes, to tell what a device said that does not speak SSH.
 */
@SuppressWarnings("resource") // the stream is the socket's
class Wire extends Socket {

    private static final int GREETING_KEPT = 160;

    private final byte[] greeting = new byte[GREETING_KEPT];
    private volatile int greetingLength;
    private long left;
    private volatile boolean trusted;

    Wire(int unknownBytes) {
        left = unknownBytes;
    }

    /** Lifts the bound: the device has proven who it is, what it sends now is bounded where it is used. */
    void trust() {
        trusted = true;
    }

    /** The beginning of what the device sent, as far as it is text. */
    String greeting() {
        return Quote.of(new String(greeting, 0, greetingLength, StandardCharsets.UTF_8));
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(raw()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                if (count > 0 && !trusted) {
                    take(Arrays.copyOfRange(bytes, offset, offset + count));
                }
                return count;
            }
        };
    }

    /** What the device sends, not bounded. */
    InputStream raw() throws IOException {
        return super.getInputStream();
    }

    /** Whether the device sent anything. */
    boolean hasSpoken() {
        return greetingLength > 0;
    }

    private void take(byte[] bytes) throws IOException {
        int kept = Math.min(bytes.length, GREETING_KEPT - greetingLength);
        System.arraycopy(bytes, 0, greeting, greetingLength, kept);
        greetingLength += kept;
        left -= bytes.length;
        if (left < 0) {
            throw new TooMuchException();
        }
    }

    /** The device sent more than a device does that speaks SSH. */
    static final class TooMuchException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
