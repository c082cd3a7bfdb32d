package org.cadastre.collect.unix.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What one command of the probe gave.
 *
 * @param name what the probe calls the answer, e.g. "ip-address"
 * @param command first word of the command line
 * @param privilege rights it ran with: root, sudo, user
 * @param output what it wrote to standard output, as far as it was taken
 * @param messages the beginning of what it wrote to standard error
 * @param end how it ended
 * @param status exit status; 0 where it is not known
 */
public record CommandOutput(String name, String command, String privilege, byte[] output, String messages, End end,
        int status) {

    /** How a command ended. */
    public enum End {
        /** By itself, with the exit status. */
        EXITED,
        /** The host does not have it. */
        MISSING,
        /** It was stopped when its time was over. */
        TIMED_OUT,
        /** It wrote more than is taken from one command. */
        TRUNCATED,
        /** The transcript ends in the middle of its output. */
        CUT
    }

    /** A line that is longer says nothing to any reader here. */
    private static final int LONGEST_LINE = 1 << 14;

    /** From this length on, there may have been more messages than the probe passes on. */
    private static final int FULL_MESSAGES = 1900;

    private static final List<String> REFUSALS = List.of("permission denied", "not permitted", "must be root",
            "superuser", "access denied", "privilege", "sudo:", "only root", "not authorized");

    /** Ended by itself and says that all went well. */
    public boolean succeeded() {
        return end == End.EXITED && (status == 0 || onlyMissedFiles());
    }

    /**
     * Complains of nothing but files that are not there: programs replace their files by new ones, so that one which a listing
     * still named is gone when it is looked at. What is not there was read as well as can be.
     */
    private boolean onlyMissedFiles() {
        return hasOutput() && messages.length() < FULL_MESSAGES && !messages.isBlank()
                && messages.lines().allMatch(line -> line.isBlank() || line.stripTrailing().endsWith("No such file or directory"));
    }

    public boolean hasOutput() {
        return output.length > 0;
    }

    /** Failed, and its messages speak of missing rights. */
    public boolean refused() {
        String said = messages.toLowerCase(Locale.ROOT);
        return !succeeded() && REFUSALS.stream().anyMatch(said::contains);
    }

    /**
     * The lines of the output without their ends. A line that is no UTF-8 is read as ISO 8859-1; one that is too long is
     * left out; the last one of an output that was cut is left out, since nobody knows what was to follow.
     */
    public List<String> lines() {
        boolean torn = end != End.EXITED && hasOutput() && output[output.length - 1] != '\n';
        List<String> lines = new java.util.ArrayList<>();
        for (int start = 0; start < output.length;) {
            int stop = start;
            while (stop < output.length && output[stop] != '\n') {
                stop++;
            }
            boolean last = stop == output.length;
            if (stop - start <= LONGEST_LINE && !(last && torn)) {
                lines.add(decode(start, stop > start && output[stop - 1] == '\r' ? stop - 1 : stop));
            }
            start = stop + 1;
        }
        return lines;
    }

    /** First line, stripped; empty when there is none. */
    public String firstLine() {
        return lines().stream().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
    }

    private String decode(int start, int stop) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(output, start, stop - start)).toString();
        } catch (CharacterCodingException otherEncoding) {
            return new String(output, start, stop - start, StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommandOutput that && name.equals(that.name) && command.equals(that.command)
                && privilege.equals(that.privilege) && Arrays.equals(output, that.output)
                && messages.equals(that.messages) && end == that.end && status == that.status;
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + Arrays.hashCode(output);
    }

    @Override
    public String toString() {
        return name + ": " + end + " " + status + ", " + output.length + " bytes, as " + privilege;
    }
}
