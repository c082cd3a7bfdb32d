package org.cadastre.collect.networkos.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.UnaryOperator;

import org.cadastre.collect.networkos.Terminal;

/**
 * A device's side of a terminal: what it writes for each text that is typed, in pieces as small as the network makes them. Time
 * passes by itself: who waits for a silent device is told at once that nothing came.
 */
final class Script implements Terminal {

    final List<String> typed = new ArrayList<>();
    private final UnaryOperator<String> device;
    private final Queue<String> pieces = new ArrayDeque<>();
    private int size = 7;

    /** @param device what is written for a text that was typed; for the empty text, what is written at the login */
    Script(UnaryOperator<String> device) {
        this.device = device;
        write(device.apply(""));
    }

    /** Echoes what is typed, answers, shows its prompt. */
    static Script ofLines(String prompt, UnaryOperator<String> device) {
        return new Script(text -> text.isEmpty() ? "Welcome\r\n\r\n" + prompt
                : text + "\n" + device.apply(text.strip()).replace("\n", "\r\n") + prompt);
    }

    Script inPiecesOf(int characters) {
        size = characters;
        String all = String.join("", pieces);
        pieces.clear();
        write(all);
        return this;
    }

    private void write(String text) {
        for (int at = 0; at < text.length(); at += size) {
            pieces.add(text.substring(at, Math.min(text.length(), at + size)));
        }
    }

    @Override
    public void type(String text) {
        typed.add(text);
        write(device.apply(text));
    }

    @Override
    public String read(Duration patience) {
        String piece = pieces.poll();
        return piece == null ? "" : piece;
    }
}
