package org.cadastre.collect.networkos.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.collect.networkos.Terminal;

/**
 * Questions and answers over a terminal: waits for the prompt, types a command, takes what comes up to the next prompt, turns
 * pages where there are some.
 *
 * <p>Bounded: an answer has at most eight megabytes and as many pages as fit in there; a device that falls silent without a
 * prompt is given up after the patience, and all of it ends at the deadline.
 */
public final class Dialogue {

    /** Something short that ends with a sign of a prompt, on a line of its own. */
    private static final Pattern PROMPT = Pattern.compile("(?:^|\n)([^\n\r]{1,120}?[>#$%\\]]) ?$");
    private static final Duration SETTLED = Duration.ofMillis(400);
    private static final int MOST_CHARACTERS = 8 << 20;
    /** Longer than any prompt or mark of a page. */
    private static final int TAIL = 300;

    private final Terminal terminal;
    private final Duration patience;
    private final Instant deadline;
    private String prompt = "";

    /** @param patience how long a device may say nothing before it is given up */
    public Dialogue(Terminal terminal, Duration patience, Instant deadline) {
        this.terminal = terminal;
        this.patience = patience;
        this.deadline = deadline;
    }

    /** Waits for the first prompt. What the device says before it, or empty when there is no prompt. */
    public Optional<String> greet() throws IOException, InterruptedException {
        Optional<String> greeting = await(Optional.empty());
        greeting.map(text -> PROMPT.matcher(ScreenText.plain(text).replace("\r", "\n"))).filter(Matcher::find)
                .ifPresent(matcher -> prompt = matcher.group(1));
        return greeting;
    }

    /** The prompt without what the device puts around its name: "sw1" of "sw1#", "<sw1>", "admin@sw1>", "[admin@sw1] >". */
    public String nameInPrompt() {
        return prompt.replaceAll("[\\[\\]<>()#$%\\s]", " ").strip().replaceFirst("^\\S+@", "").replaceFirst("\\s.*", "").replaceFirst(":.*", "");
    }

    /**
     * The lines that a command gives, without its echo and the prompt.
     *
     * @return empty when no prompt came afterwards: what came is not known to be complete
     */
    public Optional<List<String>> ask(String command) throws IOException, InterruptedException {
        terminal.type(command + "\r");
        return await(Optional.of(prompt)).map(text -> {
            List<String> lines = new ArrayList<>(ScreenText.lines(text));
            lines.removeLast();
            if (!lines.isEmpty() && lines.getFirst().contains(command)) {
                lines.removeFirst();
            }
            return lines;
        });
    }

    /** @param expected the prompt, where it is known; else whatever looks like one and stays the last for a moment */
    private Optional<String> await(Optional<String> expected) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        while (text.length() < MOST_CHARACTERS && Instant.now().isBefore(deadline)) {
            String end = ScreenText.plain(text.substring(Math.max(0, text.length() - TAIL))).replace("\r", "\n");
            boolean prompted = expected.map(known -> isPrompt(end, known)).orElseGet(() -> PROMPT.matcher(end).find());
            String more = terminal.read(prompted ? SETTLED : patience);
            if (!more.isEmpty()) {
                text.append(more);
            } else if (prompted) {
                return Optional.of(text.toString());
            } else {
                return Optional.empty();
            }
            String tail = ScreenText.plain(text.substring(Math.max(0, text.length() - TAIL)));
            if (ScreenText.PAGER.matcher(tail.substring(tail.lastIndexOf('\n') + 1)).find()) {
                terminal.type(" ");
            }
        }
        return Optional.empty();
    }

    private static boolean isPrompt(String end, String prompt) {
        return end.substring(end.lastIndexOf('\n') + 1).stripTrailing().equals(prompt);
    }
}
