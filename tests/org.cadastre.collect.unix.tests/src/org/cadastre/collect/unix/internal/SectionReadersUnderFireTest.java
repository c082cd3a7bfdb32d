package org.cadastre.collect.unix.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.cadastre.collect.unix.Transcript;
import org.cadastre.collect.unix.UnixProbe;
import org.cadastre.collect.unix.internal.CommandOutput.End;
import org.cadastre.model.Coverage;
import org.cadastre.model.Section;
import org.junit.jupiter.api.Test;

/** Broken, hostile, cut, binary, wrongly encoded answers to every reader. The seed is fixed; a failure names it. */
class SectionReadersUnderFireTest {

    private static final List<String> HOSTS = List.of("debian-13-systemd-root", "debian-13-systemd-user",
            "debian-11-chroot-root", "busybox-1.35-root", "debian-12-software-root", "debian-12-storage-root",
            "debian-13-server-root",
            "debian-11-server-root", "busybox-1.35-server-root");

    @Test
    void noAnswerMakesAReaderThrow() {
        for (String host : HOSTS) {
            ProbeResult real = Recorded.probe(host);
            for (long seed = 0; seed < 40; seed++) {
                Random random = new Random(seed);
                Map<String, CommandOutput> broken = new HashMap<>();
                real.answers().forEach((name, answer) -> broken.put(name, new CommandOutput(name, answer.command(),
                        answer.privilege(), mangle(answer.output(), random), answer.messages(),
                        End.values()[random.nextInt(End.values().length)], random.nextInt(3))));
                readAll(new ProbeResult("root", 1, broken, random.nextBoolean(), Transcript.Ending.LOST), host + " " + seed);
            }
        }
    }

    @Test
    void answersUnderWrongNamesDoNotMakeAReaderThrow() {
        for (String host : HOSTS) {
            List<CommandOutput> answers = new ArrayList<>(Recorded.probe(host).answers().values());
            for (long seed = 0; seed < 20; seed++) {
                Random random = new Random(seed);
                Map<String, CommandOutput> shuffled = new HashMap<>();
                for (String name : namesInTheProbe()) {
                    CommandOutput other = answers.get(random.nextInt(answers.size()));
                    shuffled.put(name, new CommandOutput(name, "x", "user", other.output(), "", End.EXITED, 0));
                }
                readAll(new ProbeResult("user", 1, shuffled, true, Transcript.Ending.FINISHED), host + " " + seed);
            }
        }
    }

    @Test
    void hugeAnswersAreReadInBoundedTime() {
        byte[] oneLine = new byte[1 << 20];
        Arrays.fill(oneLine, (byte) 'a');
        byte[] manyLines = oneLine.clone();
        for (int i = 9; i < manyLines.length; i += 10) {
            manyLines[i] = (byte) (i % 30 == 9 ? '\n' : ' ');
        }
        byte[] brackets = oneLine.clone();
        Arrays.fill(brackets, (byte) '<');
        for (int i = 60_000; i < brackets.length; i += 60_000) {
            brackets[i] = '\n';
        }
        for (byte[] flood : List.of(oneLine, manyLines, brackets)) {
            Map<String, CommandOutput> answers = new HashMap<>();
            namesInTheProbe().forEach(name -> answers.put(name, new CommandOutput(name, name, "root", flood, "", End.TRUNCATED, 141)));
            ProbeResult probe = new ProbeResult("root", 1, answers, true, Transcript.Ending.FINISHED);
            for (SectionReader<?> reader : HostSections.readers()) {
                assertTimeout(Duration.ofSeconds(20), () -> Recorded.read(reader, probe), reader.getClass().getSimpleName());
            }
        }
    }

    @Test
    void oneBadLineCostsThatLineOnly() {
        ProbeResult probe = Recorded.probe("debian-11-chroot-root");
        int whole = Recorded.read(new SoftwareReader(), probe).getPackages().size();
        ProbeResult damaged = Recorded.with(probe, "dpkg", text -> "complete nonsense\n" + text);
        var software = Recorded.read(new SoftwareReader(), damaged);
        assertEquals(whole, software.getPackages().size());
        assertEquals(Coverage.PARTIAL, software.getCoverage());
        assertEquals("some lines of dpkg-query could not be understood", software.getReason());
    }

    /** Every answer that the probe can give on any system, so that each parser is under fire, recorded or not. */
    private static Set<String> namesInTheProbe() {
        String script = new String(UnixProbe.create().script(), StandardCharsets.UTF_8);
        Set<String> names = Pattern.compile("\\bask(?:_root)? ([a-z][\\w.-]+) \\d").matcher(script).results()
                .map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(names.size() > 80 && names.contains("sysctl-hardware"), names.toString());
        return names;
    }

    static void readAll(ProbeResult probe, String what) {
        for (SectionReader<?> reader : HostSections.readers()) {
            try {
                Section section = Recorded.read(reader, probe);
                assertNotNull(section.getCoverage(), what);
                assertEquals(section.getCoverage() == Coverage.COMPLETE, section.getReason() == null, what);
            } catch (RuntimeException thrown) {
                throw new AssertionError(reader.getClass().getSimpleName() + " with " + what, thrown);
            }
        }
    }

    static byte[] mangle(byte[] bytes, Random random) {
        byte[] text = bytes.clone();
        switch (random.nextInt(6)) {
            case 0 -> {
                byte[] noise = new byte[random.nextInt(5000)];
                random.nextBytes(noise);
                return noise;
            }
            case 1 -> {
                return Arrays.copyOf(text, random.nextInt(text.length + 1));
            }
            case 2 -> {
                for (int i = 0; i < text.length / 20 + 1 && text.length > 0; i++) {
                    text[random.nextInt(text.length)] = (byte) random.nextInt(256);
                }
                return text;
            }
            case 3 -> {
                // Words and lines run into each other, or fall apart.
                byte[] separators = { ' ', '\t', '\n', ':', '=', '/', '-', ',', '(', '"' };
                for (int i = 0; i < text.length / 10 + 1 && text.length > 0; i++) {
                    text[random.nextInt(text.length)] = separators[random.nextInt(separators.length)];
                }
                return text;
            }
            case 4 -> {
                // Numbers of impossible size.
                return new String(text, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .replaceAll("\\d+", "9".repeat(1 + random.nextInt(25)))
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            }
            default -> {
                return text;
            }
        }
    }
}
