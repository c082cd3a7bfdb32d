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
            "[2001:db8::1]:2222", "my_host", "fe80::1%eth0",
            "web via jump", "[2001:db8::1]:2222 via ops@jump:2222,[2001:db8::2]:22" })
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
    void aRangeMayGoFromOneAddressToAnother() throws ScanException {
        assertEquals(List.of("192.0.2.9", "192.0.2.10", "192.0.2.11"), parse("192.0.2.9-192.0.2.11"));
        assertEquals(List.of("192.0.2.254", "192.0.2.255", "192.0.3.0"), parse("192.0.2.254 - 192.0.3.0"));
        assertEquals(List.of("192.0.2.9", "192.0.2.10"), parse("192.0.2.9-10"));
        assertEquals(2, parse("2001:db8::1-2001:db8::2").size());
        assertEquals(List.of("db-1", "web-2.example.org"), parse("db-1", "web-2.example.org"));
    }

    @Test
    void severalArePartedByCommas() throws ScanException {
        assertEquals(List.of("web", "192.0.2.8", "192.0.2.9", "db:2222"), parse("web, 192.0.2.8/31,db:2222"));
        assertEquals(List.of("web via a,b", "db via a,b"), parse("web,db via a,b"));
    }

    @Test
    void anEmptyPlaceBetweenCommasIsASlip() {
        assertThrows(ScanException.class, () -> parse("web,,db"));
        assertThrows(ScanException.class, () -> parse("!"));
    }

    @Test
    void whatIsExcludedIsNoTargetWhereverItIsNamed() throws ScanException {
        assertEquals(List.of("192.0.2.9"), parse("!192.0.2.10", "192.0.2.8/30"));
        assertEquals(List.of("192.0.2.1", "192.0.2.6", "web"), parse("192.0.2.0/29", "192.0.2.3", "web", "!192.0.2.2-4,192.0.2.5/32"));
        assertEquals(List.of("192.0.2.9 via a"), parse("192.0.2.8/30 via a", "!192.0.2.10"));
    }

    @Test
    void whatIsNamedTwiceIsReadOnceAndExpectedToAnswer() throws ScanException {
        List<Target> targets = TargetList.parse(List.of("192.0.2.0/30", "192.0.2.1", "192.0.2.1"));
        assertEquals(2, targets.size());
        assertFalse(((Target.Address) targets.get(0)).swept());
        assertTrue(((Target.Address) targets.get(1)).swept());
    }

    @Test
    void aRangeBehindAHostIsItsHostsBehindIt() throws ScanException {
        assertEquals(List.of("192.0.2.8 via a,b:2222", "192.0.2.9 via a,b:2222"), parse("192.0.2.9/31  via  a, b:2222"));
    }

    @Test
    void theWayHoldsForAllThatNameNone() throws ScanException {
        assertEquals(List.of("web via ops@jump:2222", "db via other", "local"),
                TargetList.through("ops@jump:2222", List.of("web", "db via other", "local")));
        assertThrows(ScanException.class, () -> TargetList.through("a,,b", List.of("web")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "local via jump", "web via", "web via ,", "web via a,", "web via @a", "web via a@", "web via a b",
            "web via a:0", "web via 192.0.2.0/24", "web via a,b,c,d,e,f,g,h,i" })
    void whatIsNoWayIsNamedInOneLine(String entry) {
        ScanException refusal = assertThrows(ScanException.class, () -> TargetList.parse(List.of("ok", entry)));
        assertEquals(1, refusal.getMessage().lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "a b", "web:", "web:0", "web:70000", "256.1.1.1", "1.2.3", "10.0.0.0/33", "10.0.0.0/8", "web/24",
            "2001:db8::/64", "-x", "web;reboot", "[web]:22", "http://web/", "192.0.2.9-8",
            "192.0.2.9-2001:db8::1", "10.0.0.0-10.9.0.0" })
    void whatIsNoTargetIsNamedInOneLine(String entry) {
        ScanException refusal = assertThrows(ScanException.class, () -> TargetList.parse(List.of("ok", entry)));
        assertEquals(1, refusal.getMessage().lines().count());
        assertTrue(refusal.getMessage().contains("'" + entry.strip()), refusal.getMessage());
    }
}
