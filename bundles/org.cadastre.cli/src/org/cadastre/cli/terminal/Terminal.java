package org.cadastre.cli.terminal;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.cadastre.cli.Messages;

/**
 * What a command reads from and writes to: results to standard output, everything else to standard error. Knows which of
 * them a person sits at.
 */
public final class Terminal {

    /** The three standard streams. */
    public enum Stream {
        IN, OUT, ERR
    }

    /** Set by the start script: which of the streams are a terminal, e.g. "in,out,err". Java alone cannot tell. */
    private static final String PROPERTY = "cadastre.terminal";

    /** Carriage return, then erase to the end of the line (ECMA-48, EL). */
    private static final String START_OVER = "\r\u001b[K";
    private static final int PROGRESS_WIDTH = 78;

    private final InputStream in;
    private final OutputProbe rawOut;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Set<Stream> interactive;
    private final Optional<Console> console;
    private final boolean coloured;

    /**
     * @param charset of both outputs
     * @param interactive the streams that are a terminal
     * @param console asks for secrets without showing them; empty if there is none
     * @param colours whether colours may be used on a terminal
     */
    public Terminal(InputStream in, OutputStream out, OutputStream err, Charset charset, Set<Stream> interactive,
            Optional<Console> console, boolean colours) {
        this.in = in;
        this.rawOut = new OutputProbe(out);
        this.out = new PrintWriter(new OutputStreamWriter(rawOut, charset));
        this.err = new PrintWriter(new OutputStreamWriter(err, charset), true);
        this.interactive = interactive.isEmpty() ? EnumSet.noneOf(Stream.class) : EnumSet.copyOf(interactive);
        this.console = console;
        this.coloured = colours && this.interactive.contains(Stream.OUT);
    }

    /** The terminal of this process. */
    @SuppressWarnings("resource") // the process's own streams stay open
    public static Terminal ofProcess() {
        Optional<Console> console = Optional.ofNullable(System.console());
        String noColour = System.getenv("NO_COLOR");
        boolean colours = (noColour == null || noColour.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(System.in, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err),
                charset(), interactive(console), console, colours);
    }

    private static Set<Stream> interactive(Optional<Console> console) {
        String told = System.getProperty(PROPERTY);
        Set<Stream> streams = EnumSet.noneOf(Stream.class);
        if (told == null) {
            // Without the script's word: Java has a console where both ends are a terminal.
            console.ifPresent(some -> streams.addAll(EnumSet.allOf(Stream.class)));
        } else {
            for (Stream stream : Stream.values()) {
                if (Set.of(told.split(",")).contains(stream.name().toLowerCase(Locale.ROOT))) {
                    streams.add(stream);
                }
            }
        }
        return streams;
    }

    /** That of the locale; the plain POSIX locale has none worth the name, and every reader today takes UTF-8. */
    private static Charset charset() {
        Charset locale = Charset.forName(System.getProperty("stdout.encoding",
                System.getProperty("native.encoding", "UTF-8")), StandardCharsets.UTF_8);
        return locale.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : locale;
    }

    /** One line of a result. Buffered until {@link #flush()}. */
    public void line(String text) {
        out.println(text);
    }

    /** For results in a format that lays down UTF-8, whatever the terminal. Not to be closed. */
    public OutputStream bytes() {
        out.flush();
        return rawOut;
    }

    public boolean isInteractive(Stream stream) {
        return interactive.contains(stream);
    }

    /** Whether results may be coloured. */
    public boolean coloured() {
        return coloured;
    }

    /** For a library that prints by itself. Not to be closed. */
    public PrintWriter writer(Stream stream) {
        return stream == Stream.ERR ? err : out;
    }

    /** Waits until the user presses Enter. */
    public void waitForEnter() throws IOException {
        out.flush();
        int next = in.read();
        while (next != '\n' && next != -1) {
            next = in.read();
        }
    }

    /** Shows how far something is, in place of what was shown before; on a terminal only. */
    public void progress(String text) {
        if (isInteractive(Stream.ERR)) {
            String safe = Printable.line(text);
            out.flush();
            err.print(START_OVER + (safe.length() > PROGRESS_WIDTH ? safe.substring(0, PROGRESS_WIDTH - 3) + "..." : safe));
            err.flush();
        }
    }

    InputStream in() {
        return in;
    }

    Optional<Console> console() {
        return console;
    }

    /** One line about what went wrong. */
    public void error(String message) {
        note("cadastre: " + message);
    }

    /** One line beside the results. */
    public void note(String message) {
        progress("");
        out.flush();
        err.println(Printable.line(message));
    }

    /**
     * Writes out what is buffered.
     *
     * @return false if results were lost, after saying so; a reader that has seen enough (head) loses nothing
     */
    public boolean flush() {
        out.flush();
        err.flush();
        Optional<String> fault = rawOut.fault();
        fault.ifPresent(reason -> error(Messages.text("output.lost", reason)));
        return fault.isEmpty();
    }
}
