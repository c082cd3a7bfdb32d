package org.cadastre.ui.internal.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({ "1500, bytes, 1500 bytes", "8589934592, bytes, 8 GiB", "480103981056, bytes, 447.1 GiB",
            "1000000000, bit/s, 1 Gbit/s", "2500000000, bit/s, 2.5 Gbit/s", "2100000000, hertz, 2.1 GHz",
            "59, seconds, 59 s", "3661, seconds, 1 h 1 min", "3009000, seconds, 34 d 19 h", "7, parsec, 7 parsec" })
    void aNumberIsShownAsPeopleReadIt(long value, String unit, String text) {
        assertEquals(text, new Quantities(Locale.ENGLISH).rounded(value, unit));
    }

    @ParameterizedTest
    @CsvSource({ "8589934592, bytes, '8,589,934,592 bytes'", "1500, bytes, 1500 bytes" })
    void theExactNumberKeepsAllItsDigits(long value, String unit, String text) {
        assertEquals(text, new Quantities(Locale.ENGLISH).exact(value, unit));
    }
}
