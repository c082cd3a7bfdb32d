package org.cadastre.collect.networkos.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.cadastre.collect.networkos.Terminal;
import org.cadastre.collect.networkos.internal.Answer.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions and answers, with devices that behave and others. */
@Timeout(60)
class DialogueTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static Dialogue with(Terminal terminal) {
        return new Dialogue(terminal, PATIENCE, Instant.now().plusSeconds(20), 100_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000})
    void anAnswerHasNeitherEchoNorPrompt(int piece) throws Exception {
        Dialogue dialogue = with(Script.ofLines("sw1#", command -> "one\n two\n").inPiecesOf(piece));
        assertEquals(Ending.COMPLETE, dialogue.greet());
        assertEquals(List.of("one", " two"), dialogue.ask("show x").lines());
    }

    @Test
    void aDeviceThatEchoesNothingKeepsItsFirstLine() throws Exception {
        Dialogue dialogue = with(new Script(typed -> typed.isEmpty() ? "sw1#" : "\r\none\r\ntwo\r\nsw1#"));
        dialogue.greet();
        assertEquals(List.of("one", "two"), dialogue.ask("show x").lines());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 1000})
    void pagesAreTurnedAndLeaveNothingBehind(int piece) throws Exception {
        List<String> lines = IntStream.range(0, 40).mapToObj(i -> "interface Ethernet" + i).toList();
        List<Integer> shown = new ArrayList<>(List.of(0));
        Script device = new Script(typed -> switch (typed) {
            case "" -> "<sw1>";
            case " " -> "\u001b[16D                \u001b[16D" + page(lines, shown);
            default -> typed + "\n" + page(lines, shown);
        }).inPiecesOf(piece);
        Dialogue dialogue = with(device);
        dialogue.greet();
        assertEquals(lines, dialogue.ask("display x").lines());
        assertEquals(3, device.typed.stream().filter(" "::equals).count());
    }

    private static String page(List<String> lines, List<Integer> shown) {
        int from = shown.getLast();
        int to = Math.min(lines.size(), from + 11);
        shown.add(to);
        return String.join("\r\n", lines.subList(from, to)) + "\r\n" + (to < lines.size() ? "  ---- More ----" : "<sw1>");
    }

    @Test
    void coloursAndTitlesDoNotHideThePrompt() throws Exception {
        String prompt = "\u001b]0;sw1\u0007\u001b[1;32msw1\u001b[0m# \u001b[K";
        Dialogue dialogue = with(Script.ofLines(prompt, command -> "\u001b[1mone\u001b[0m\n"));
        dialogue.greet();
        assertEquals(List.of("one"), dialogue.ask("show x").lines());
        assertEquals("sw1", dialogue.nameInPrompt());
    }

    @Test
    void aDeviceThatPaintsItsScreenIsRead() throws Exception {
        String prompt = "\u001b[24;1Hsw1# \u001b[24;6H\u001b[24;1H\u001b[?25h\u001b[24;6H";
        Dialogue dialogue = with(new Script(typed -> typed.isEmpty() ? prompt
                : "\u001b[24;6H" + typed.strip() + "\u001b[24;14H\u001bE\r\none\r\n two\r\n" + prompt));
        assertEquals(Ending.COMPLETE, dialogue.greet());
        assertEquals("sw1", dialogue.nameInPrompt());
        assertEquals(List.of("one", " two"), dialogue.ask("show x").lines().stream().filter(line -> !line.isEmpty()).toList());
    }

    @Test
    void aBellOrANulBesideThePromptIsNothing() throws Exception {
        Dialogue dialogue = with(Script.ofLines("\u0000<sw1>\u0007", command -> "one\n"));
        dialogue.greet();
        assertEquals(List.of("one"), dialogue.ask("show x").lines());
    }

    @Test
    void thePromptWithinTheOutputDoesNotEndIt() throws Exception {
        Dialogue dialogue = with(Script.ofLines("sw1#", command -> "banner\nsw1#\nsw1# show\nother#\nend\n"));
        dialogue.greet();
        assertEquals(List.of("banner", "sw1#", "sw1# show", "other#", "end"), dialogue.ask("show x").lines());
    }

    @Test
    void theFrameOfABannerIsNoPrompt() throws Exception {
        assertEquals(Ending.SILENT, with(new Script(typed -> "#####\r\n# no #\r\n#####")).greet());
    }

    @ParameterizedTest
    @CsvSource({"sw1#,sw1", "<sw1>,sw1", "admin@sw1>,sw1", "[admin@sw1] >,sw1", "sw1 (config)#,sw1", "FGT-1 #,FGT-1", "RP/0/RSP0/CPU0:xr1#,RP/0/RSP0/CPU0",
        "(sw1) #,sw1", "admin@sw1:~$,sw1"})
    void theNameIsInThePrompt(String prompt, String name) throws Exception {
        Dialogue dialogue = with(new Script(typed -> prompt + " "));
        assertEquals(Ending.COMPLETE, dialogue.greet());
        assertEquals(name, dialogue.nameInPrompt());
    }

    @Test
    void silenceIsGivenUpAfterThePatience() throws Exception {
        assertEquals(Ending.SILENT, with(new Script(typed -> "")).greet());
        Dialogue dialogue = with(new Script(typed -> typed.isEmpty() ? "sw1#" : typed + "\nhalf of it"));
        dialogue.greet();
        assertEquals(new Answer(List.of(), Ending.SILENT), dialogue.ask("show x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000\u0001\u001b[\uFFFD\u0007", "line\r\n", "--More--", "sw1#", "\b", "-", "\uD800"})
    void outputWithoutAnEndIsGivenUpAtItsLimit(String piece) throws Exception {
        Dialogue dialogue = with(new Terminal() {
            private boolean asked;
            private boolean greeted;

            @Override
            public void type(String text) {
                asked = true;
            }

            @Override
            public String read(Duration patience) {
                if (asked) {
                    return piece.repeat(50);
                }
                String greeting = greeted ? "" : "sw1#";
                greeted = true;
                return greeting;
            }
        });
        assertEquals(Ending.COMPLETE, dialogue.greet());
        assertEquals(new Answer(List.of(), Ending.ENDLESS), dialogue.ask("show x"));
    }

    @Test
    void theDeadlineEndsAllOfIt() throws Exception {
        Instant deadline = Instant.now().plusMillis(300);
        Dialogue dialogue = new Dialogue(new Script(typed -> ""), Duration.ofSeconds(30), deadline, 1000);
        assertEquals(Ending.OUT_OF_TIME, dialogue.greet());
        assertTrue(Instant.now().isBefore(deadline.plusSeconds(10)));
    }
}
