package org.cadastre.collect.unix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * One run's copy of the probe, the script that reads a host. Its frames carry a random marker, so that nothing a host
 * prints can be taken for a frame: neither the noise of a login shell nor the contents of a file.
 *
 * <p>Immutable.
 */
public final class UnixProbe {

    private static final long MOST_BYTES = 24L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final String marker;
    private final List<String> texts;

    private UnixProbe(String marker, List<String> texts) {
        this.marker = marker;
        this.texts = List.copyOf(texts);
    }

    /** A probe with a new marker that takes no file's text. */
    public static UnixProbe create() {
        return create(List.of());
    }

    /**
     * A probe with a new marker.
     *
     * @param texts absolute paths of files whose text it takes, with wildcards as in a shell
     */
    public static UnixProbe create(List<String> texts) {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return new UnixProbe(HexFormat.of().formatHex(random), texts);
    }

    /** The script, ready to be fed to {@code /bin/sh -s}. */
    public byte[] script() {
        return ("CADASTRE_MARKER=" + marker + "\n" + asked() + text()).getBytes(StandardCharsets.UTF_8);
    }

    /** The script for the audit log, without the marker: equal for each run of one version. */
    public String auditText() {
        return "/bin/sh -s\nCADASTRE_MARKER=(a random number for this run)\n" + asked() + text();
    }

    /** The files that were asked for, one a line, in quotes in which the shell takes nothing for anything else. */
    private String asked() {
        return texts.isEmpty() ? "" : "CADASTRE_TEXTS='" + String.join("\n", texts).replace("'", "'\\''") + "'\n";
    }

    private static String text() {
        try (InputStream resource = UnixProbe.class.getResourceAsStream("internal/probe.sh")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Bounds for a run: ends before the target's own deadline, so that what was read by then is kept. */
    public static Limits limits(Instant deadline) {
        Duration left = Duration.between(Instant.now(), deadline).minus(MARGIN);
        Duration time = left.compareTo(LONGEST) < 0 ? left : LONGEST;
        return new Limits(MOST_BYTES, time.isPositive() ? time : Duration.ofSeconds(1));
    }

    String marker() {
        return marker;
    }
}
