package org.cadastre.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * An output that remembers the first fault, which {@code PrintWriter} swallows, and takes everything afterwards without
 * writing it. A pipe that was closed by its reader is no fault.
 */
final class OutputProbe extends FilterOutputStream {

    private IOException fault;

    OutputProbe(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (fault == null) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException first) {
                fault = first;
            }
        }
    }

    @Override
    public void flush() {
        if (fault == null) {
            try {
                out.flush();
            } catch (IOException first) {
                fault = first;
            }
        }
    }

    /** Why output was lost; empty if it was not, or if nobody wanted it. */
    Optional<String> fault() {
        return Optional.ofNullable(fault).map(IOException::getMessage).filter(reason -> !isClosedPipe(reason));
    }

    /** EPIPE, and what Windows says instead. */
    private static boolean isClosedPipe(String reason) {
        String lower = reason.toLowerCase(Locale.ROOT);
        return lower.contains("broken pipe") || lower.contains("pipe is being closed") || lower.contains("pipe has been ended");
    }
}
