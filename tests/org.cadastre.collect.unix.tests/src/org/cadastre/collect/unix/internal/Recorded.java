package org.cadastre.collect.unix.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.cadastre.collect.unix.Transcript;
import org.cadastre.collect.unix.internal.CommandOutput.End;
import org.cadastre.model.Section;

/** Recorded transcripts, and probe results made from single answers. */
final class Recorded {

    static final String MARKER = "0123456789abcdef0123456789abcdef";

    private Recorded() {
    }

    static byte[] transcript(String name) {
        try (InputStream resource = Recorded.class.getResourceAsStream("recorded/" + name + ".txt")) {
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ProbeResult probe(String name) {
        return parse(transcript(name));
    }

    static ProbeResult parse(byte[] bytes) {
        return TranscriptParser.parse(MARKER, new Transcript(bytes, Transcript.Ending.FINISHED)).orElseThrow();
    }

    static CommandOutput answer(String name, String output) {
        return answer(name, output, End.EXITED, 0, "");
    }

    static CommandOutput answer(String name, String output, End end, int status, String messages) {
        return new CommandOutput(name, name, "root", output.getBytes(StandardCharsets.UTF_8), messages, end, status);
    }

    static ProbeResult of(CommandOutput... answers) {
        Map<String, CommandOutput> byName = new HashMap<>();
        for (CommandOutput answer : answers) {
            byName.put(answer.name(), answer);
        }
        return new ProbeResult("root", 1, byName, true, Transcript.Ending.FINISHED);
    }

    /** The same answers, one of them rewritten. */
    static ProbeResult with(ProbeResult probe, String name, UnaryOperator<String> change) {
        Map<String, CommandOutput> answers = new HashMap<>(probe.answers());
        CommandOutput old = answers.get(name);
        String text = new String(old.output(), StandardCharsets.UTF_8);
        String changed = change.apply(text);
        if (changed.equals(text)) {
            throw new AssertionError("the change does not touch " + name);
        }
        answers.put(name, new CommandOutput(name, old.command(), old.privilege(),
                changed.getBytes(StandardCharsets.UTF_8), old.messages(), old.end(), old.status()));
        return new ProbeResult(probe.privilege(), probe.shellId(), answers, probe.finished(), probe.ending());
    }

    static ProbeResult with(ProbeResult probe, CommandOutput answer) {
        Map<String, CommandOutput> answers = new HashMap<>(probe.answers());
        answers.put(answer.name(), answer);
        return new ProbeResult(probe.privilege(), probe.shellId(), answers, probe.finished(), probe.ending());
    }

    static <S extends Section> S read(SectionReader<S> reader, ProbeResult probe) {
        Sources sources = new Sources(probe);
        S section = reader.create();
        reader.read(section, sources);
        sources.conclude(section);
        return section;
    }
}
