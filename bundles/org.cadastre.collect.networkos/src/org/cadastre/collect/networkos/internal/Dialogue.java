package org.cadastre.collect.networkos.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.cadastre.collect.networkos.Terminal;
import org.cadastre.collect.networkos.internal.Answer.Ending;

/**
 * Questions and answers over a terminal: waits for the prompt, types a command, takes what comes up to the next prompt, turns
 * pages where there are some.
 *
 * <p>Bounded: an answer has at most eight million characters and as many pages as fit in there; a device that falls silent
 * without a prompt is given up after the patience, and all of it ends at the deadline.
 */
final class Dialogue {

    /** Something short with a name in it that ends with a sign of a prompt, and not the frame of a banner. */
    private static final Pattern PROMPT = Pattern.compile("(?![#*=%!])(?=.*[A-Za-z0-9]).{0,120}[>#$%\\]]");
    /** A device may pause for that long behind a line that looks like its prompt and is not. */
    private static final Duration SETTLED = Duration.ofMillis(400);
    /** The mark of a page may come in pieces. */
    private static final Duration PAGE = Duration.ofMillis(100);
    /** Longer than any prompt or mark of a page. */
    private static final int TAIL = 300;
    private static final int MOST_CHARACTERS = 8 << 20;

    private final Terminal terminal;
    private final Duration patience;
    private final Instant deadline;
    private final int mostCharacters;
    private String prompt = "";

    /** @param patience how long a device may say nothing before it is given up */
    Dialogue(Terminal terminal, Duration patience, Instant deadline) {
        this(terminal, patience, deadline, MOST_CHARACTERS);
    }

    Dialogue(Terminal terminal, Duration patience, Instant deadline, int mostCharacters) {
        this.terminal = terminal;
        this.patience = patience;
        this.deadline = deadline;
        this.mostCharacters = mostCharacters;
    }

    /** Waits for the first prompt; what stands before it, a banner, is of no interest. */
    Ending greet() throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        Ending ending = await(text);
        if (ending == Ending.COMPLETE) {
            prompt = ScreenText.lastLine(text.toString());
        }
        return ending;
    }

    /** The prompt without what the device puts around its name: "sw1" of "sw1#", "&lt;sw1>", "admin@sw1>", "[admin@sw1] >". */
    String nameInPrompt() {
        return prompt.replaceAll("[\\[\\]<>()#$%\\s]", " ").strip().replaceFirst("^\\S+@", "").replaceFirst("\\s.*", "").replaceFirst(":.*", "");
    }

    /** Types a command and takes its answer. */
    Answer ask(String command) throws IOException, InterruptedException {
        terminal.type(command + "\r");
        StringBuilder text = new StringBuilder();
        Ending ending = await(text);
        return ending == Ending.COMPLETE ? new Answer(withoutFrame(ScreenText.lines(text.toString()), command), ending)
                : new Answer(List.of(), ending);
    }

    /** Without the prompt at the end, and the echo at the beginning. */
    private List<String> withoutFrame(List<String> shown, String command) {
        List<String> lines = new ArrayList<>(shown);
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        if (!lines.isEmpty() && lines.getLast().endsWith(prompt)) {
            lines.removeLast();
        }
        while (!lines.isEmpty() && lines.getFirst().isBlank()) {
            lines.removeFirst();
        }
        if (!lines.isEmpty() && lines.getFirst().contains(command)) {
            lines.removeFirst();
        }
        return lines;
    }

    private Ending await(StringBuilder text) throws IOException, InterruptedException {
        int turned = -1;
        while (text.length() < mostCharacters) {
            Duration left = Duration.between(Instant.now(), deadline);
            if (!left.isPositive()) {
                return Ending.OUT_OF_TIME;
            }
            String tail = text.substring(Math.max(0, text.length() - TAIL));
            boolean prompted = isPrompt(ScreenText.lastLine(tail));
            boolean page = turned != text.length() && ScreenText.endsWithPager(tail);
            Duration wait = prompted ? SETTLED : page ? PAGE : patience;
            String more = terminal.read(wait.compareTo(left) < 0 ? wait : left);
            if (!more.isEmpty()) {
                text.append(more);
            } else if (prompted) {
                return Ending.COMPLETE;
            } else if (page) {
                terminal.type(" ");
                turned = text.length();
            } else if (wait.compareTo(left) < 0) {
                return Ending.SILENT;
            }
        }
        return Ending.ENDLESS;
    }

    /** As long as the prompt is not known, whatever looks like one. */
    private boolean isPrompt(String line) {
        return prompt.isEmpty() ? PROMPT.matcher(line).matches() : line.equals(prompt);
    }
}
