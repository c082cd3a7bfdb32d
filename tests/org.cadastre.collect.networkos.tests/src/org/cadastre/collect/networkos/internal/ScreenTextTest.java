package org.cadastre.collect.networkos.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person would see on a terminal at last. */
class ScreenTextTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "--More-- \r         \rinterface X",
        " --More-- \b\b\b\b\b\b\b\b\b\b          \b\b\b\b\b\b\b\b\b\binterface X",
        "  ---- More ----\u001b[16D                \u001b[16Dinterface X",
        "<--- More --->\r              \rinterface X",
        "--MORE--\u001b[2K\u001b[1Ginterface X",
        "-- MORE --, next page: Space, next line: Enter, quit: Control-C\r\u001b[Kinterface X",
        "\u001b[1;32minterface\u001b[0m X",
        "\u001b]0;sw1\u0007interface X",
        "\u001b(B\u001b)0interface X\u001b=",
        "inteXX\b\brface X",
        "\u0000interface X\u0007"})
    void controlsAndMarksOfPagersLeaveTheLine(String raw) {
        assertEquals(List.of("interface X"), ScreenText.lines(raw).stream().map(line -> line.replaceFirst("^ +", "")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--More--", " --More-- ", "  ---- More ----", "<--- More --->", "--More--(12%)", "lines 1-24", "lines 1-24/130 18%",
        "---(more)---", "---(more 35%)---", "Press any key to continue (Q to quit)", "-- MORE --, next page: Space, next line: Enter, quit: Control-C",
        "-- [Q quit|D dump|down]", "x\r\n\u001b[7m--More--\u001b[m"})
    void aPagerIsKnown(String mark) {
        assertTrue(ScreenText.endsWithPager("interface X\r\n" + mark), mark);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interface X", " description see --More-- below", "description 24 lines 1-2 here too", "--More--\r         \r", "sw1#", ""})
    void whatIsNoPagerIsNot(String line) {
        assertFalse(ScreenText.endsWithPager("x\r\n" + line), line);
    }

    @Test
    void indentationStays() {
        assertEquals(List.of("interface X", " shutdown", "\tmtu 9000", ""), ScreenText.lines("interface X\r\n shutdown\r\r\n\tmtu 9000\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "\u001b", "\u001b[", "\u001b]", "\u001b[9999C", "\b", " ", "\u001b[1;", "any key", "\r", "<-"})
    void noRepetitionTakesLong(String piece) {
        String flood = piece.repeat((1 << 20) / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertEquals(1, ScreenText.lines(flood + "x").size());
            ScreenText.endsWithPager(flood);
        });
    }
}
