package org.cadastre.collect.unix.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.cadastre.collect.unix.Transcript;
import org.cadastre.collect.unix.internal.CommandOutput.End;

/**
 * Takes a transcript of probe.sh apart. The frames, each a line that begins with the marker:
 *
 * <pre>
 * MARKER start VERSION RIGHTS PROCESS
 * MARKER missing NAME COMMAND
 * MARKER begin NAME RIGHTS COMMAND     the output follows, and one line feed of the frame's own
 * MARKER end NAME                      the messages follow, with "MARKER status N" before, among or after them
 * MARKER close NAME
 * MARKER done
 * </pre>
 *
 * <p>What stands before, between and behind the frames is noise. One pass; memory in step with the transcript.
 */
public final class TranscriptParser {

    /** As in probe.sh: bytes taken from one command. */
    static final int MOST = 8 << 20;

    private static final List<Integer> STOPPED = List.of(124, 137, 143);

    private final byte[] bytes;
    private final String text;
    private final String marker;
    private final Transcript.Ending ending;
    private final Map<String, CommandOutput> answers = new HashMap<>();
    private String privilege = "";
    private int shellId;
    private boolean started;
    private boolean finished;

    private String name = "";
    private String rights = "";
    private String command = "";
    private int outputStart = -1;
    private int outputEnd = -1;
    private int messagesStart;
    private int status;

    private TranscriptParser(String marker, Transcript transcript) {
        this.bytes = transcript.bytes();
        // One character a byte, so that positions agree.
        this.text = new String(bytes, StandardCharsets.ISO_8859_1);
        this.marker = marker;
        this.ending = transcript.ending();
    }

    /** @return empty when the probe did not even begin */
    public static Optional<ProbeResult> parse(String marker, Transcript transcript) {
        TranscriptParser parser = new TranscriptParser(marker, transcript);
        parser.run();
        return parser.started
                ? Optional.of(new ProbeResult(parser.privilege, parser.shellId, parser.answers, parser.finished,
                        parser.ending))
                : Optional.empty();
    }

    private void run() {
        int at = text.indexOf(marker);
        while (at >= 0 && !finished) {
            int lineEnd = text.indexOf('\n', at);
            if (lineEnd < 0) {
                lineEnd = text.length();
            }
            boolean lineStart = at == 0 || text.charAt(at - 1) == '\n';
            if (lineStart && lineEnd - at < 1000) {
                String[] words = text.substring(at + marker.length(), lineEnd).strip().split(" ");
                frame(words, at, Math.min(lineEnd + 1, text.length()));
            }
            at = text.indexOf(marker, at + marker.length());
        }
        if (outputStart >= 0) {
            int end = outputEnd >= 0 ? outputEnd : text.length();
            answers.put(name, answer(end, "", End.CUT, 0));
        }
    }

    private void frame(String[] words, int lineStart, int next) {
        switch (words[0]) {
            case "start" -> {
                started = true;
                privilege = word(words, 2);
                shellId = Numbers.integer(word(words, 3)).orElse(0);
            }
            case "missing" -> answers.put(word(words, 1), new CommandOutput(word(words, 1), word(words, 2), privilege,
                    new byte[0], "", End.MISSING, 0));
            case "begin" -> {
                name = word(words, 1);
                rights = word(words, 2);
                command = word(words, 3);
                outputStart = next;
                outputEnd = -1;
                status = -1;
            }
            case "end" -> {
                outputEnd = Math.max(outputStart, lineStart - 1);
                messagesStart = next;
            }
            case "status" -> status = Numbers.integer(word(words, 1)).orElse(-1);
            case "close" -> close(lineStart);
            case "done" -> finished = true;
            default -> {
                // Nothing that the probe writes.
            }
        }
    }

    private void close(int messagesEnd) {
        if (outputStart < 0 || outputEnd < 0) {
            return;
        }
        String messages = text.substring(messagesStart, Math.max(messagesStart, messagesEnd)).lines()
                .filter(line -> !line.startsWith(marker) && !line.isBlank())
                .reduce((before, line) -> before + "\n" + line).orElse("");
        End end = outputEnd - outputStart >= MOST ? End.TRUNCATED
                : STOPPED.contains(status) ? End.TIMED_OUT : End.EXITED;
        answers.put(name, answer(outputEnd, messages, end, status));
        outputStart = -1;
        outputEnd = -1;
    }

    private CommandOutput answer(int end, String messages, End how, int exit) {
        return new CommandOutput(name, command, rights, Arrays.copyOfRange(bytes, outputStart, end), messages, how, exit);
    }

    private static String word(String[] words, int index) {
        return index < words.length ? words[index] : "";
    }
}
