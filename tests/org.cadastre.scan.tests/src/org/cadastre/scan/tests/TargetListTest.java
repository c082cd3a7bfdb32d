package org.cadastre.scan.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.cadastre.collect.Target;
import org.cadastre.scan.ScanException;
import org.cadastre.scan.TargetList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetListTest {

    private static List<String> parse(String... entries) throws ScanException {
        return TargetList.parse(List.of(entries)).stream().map(Target::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = { "local", "web", "web.example.org", "web:2222", "192.0.2.7", "192.0.2.7:22", "2001:db8::1",
            "[2001:db8::1]:2222", "my_host", "fe80::1%eth0" })
    void aTargetIsShownAsItWasTyped(String target) throws ScanException {
        assertEquals(List.of(target), parse(target));
    }

    @Test
    void aRangeIsItsHosts() throws ScanException {
        assertEquals(List.of("192.0.2.9", "192.0.2.10"), parse("192.0.2.8/30"));
        assertEquals(List.of("192.0.2.8", "192.0.2.9"), parse("192.0.2.9/31"));
        assertEquals(List.of("192.0.2.9"), parse("192.0.2.9/32"));
        assertEquals(254, parse("192.0.2.0/24").size());
        assertEquals(4, parse("2001:db8::/126").size());
        assertEquals(List.of("255.255.255.254", "255.255.255.255"), parse("255.255.255.254/31"));
    }

    @Test
    void whatIsNamedTwiceIsReadOnceAndExpectedToAnswer() throws ScanException {
        List<Target> targets = TargetList.parse(List.of("192.0.2.0/30", "192.0.2.1", "192.0.2.1"));
        assertEquals(2, targets.size());
        assertFalse(((Target.Address) targets.get(0)).swept());
        assertTrue(((Target.Address) targets.get(1)).swept());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "a b", "web:", "web:0", "web:70000", "256.1.1.1", "1.2.3", "10.0.0.0/33", "10.0.0.0/8", "web/24",
            "2001:db8::/64", "-x", "web;reboot", "[web]:22", "http://web/" })
    void whatIsNoTargetIsNamedInOneLine(String entry) {
        ScanException refusal = assertThrows(ScanException.class, () -> TargetList.parse(List.of("ok", entry)));
        assertEquals(1, refusal.getMessage().lines().count());
        assertTrue(refusal.getMessage().contains("'" + entry.strip()), refusal.getMessage());
    }
}
